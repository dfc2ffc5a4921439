package org.stswatch.stream;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The watermark of a stage: the minimum over its edges and each edge's upstream partitions. Until
 * all have spoken it is {@link #NONE}. It never falls.
 */
final class Watermarks {
  static final long NONE = Long.MIN_VALUE;
  static final long END = Long.MAX_VALUE;

  private final Map<String, long[]> byEdge = new TreeMap<>();
  private long current = NONE;

  /**
   * @param upstreams how many partitions speak on each edge
   */
  Watermarks(Map<String, Integer> upstreams) {
    upstreams.forEach(
        (edge, partitions) -> {
          long[] none = new long[partitions];
          Arrays.fill(none, NONE);
          byEdge.put(edge, none);
        });
  }

  /** Whether this raised what the partition had said before. */
  boolean say(String edge, int partition, int partitions, long watermarkMs) {
    long[] said = byEdge.get(edge);
    if (said == null || said.length != partitions) {
      throw new IllegalStateException(
          "edge "
              + edge
              + " speaks with "
              + partitions
              + " partitions, expected "
              + (said == null ? "no such edge" : said.length)
              + ": another number of partitions is a new run");
    }
    if (watermarkMs <= said[partition]) {
      return false;
    }
    said[partition] = watermarkMs;
    current = byEdge.values().stream().flatMapToLong(Arrays::stream).min().orElse(NONE);
    return true;
  }

  long current() {
    return current;
  }
}
