package org.stswatch.stream;

import java.util.List;
import java.util.Map;

/**
 * Where a step stands.
 *
 * @param partitions how many partitions the stage itself has
 * @param upstreams the edges that it reads, with the number of upstream partitions that speak on
 *     each
 * @param downEdges the edges that it writes, on which it passes its watermark
 * @param tickStepMs watermarks are passed on in steps of this, ms
 */
public record Stage(
    int partitions, Map<String, Integer> upstreams, List<String> downEdges, long tickStepMs) {
  public Stage {
    upstreams = Map.copyOf(upstreams);
    downEdges = List.copyOf(downEdges);
  }
}
