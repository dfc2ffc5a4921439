package org.stswatch.stream;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a step stands.
 *
 * @param partitions how many partitions the stage itself has
 * @param upstreams the edges that it reads, with the number of upstream partitions that speak on
 *     each
 * @param downEdges the edges that it writes, on which it passes its watermark
 * @param inner those of them whose reader is in the same task, so that no other partition speaks
 * @param tickStepMs watermarks are passed on in steps of this, ms
 */
public record Stage(
    int partitions,
    Map<String, Integer> upstreams,
    List<String> downEdges,
    Set<String> inner,
    long tickStepMs) {
  public Stage {
    upstreams = Map.copyOf(upstreams);
    downEdges = List.copyOf(downEdges);
    inner = Set.copyOf(inner);
  }

  /** A stage all of whose readers are in other tasks. */
  public Stage(
      int partitions, Map<String, Integer> upstreams, List<String> downEdges, long tickStepMs) {
    this(partitions, upstreams, downEdges, Set.of(), tickStepMs);
  }
}
