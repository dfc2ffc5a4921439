package org.stswatch.stream;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The watermark of a stage: the minimum over its edges and each edge's upstream partitions. Until
 * all have spoken it is {@link #NONE}. It never falls.
 */
final class Watermarks {
  static final long NONE = Long.MIN_VALUE;
  static final long END = Long.MAX_VALUE;

  private final Map<String, long[]> byEdge = new TreeMap<>();
  private final Set<Speaker> news = new LinkedHashSet<>();
  private long current = NONE;

  /** An upstream partition of an edge. */
  private record Speaker(String edge, int partition) {}

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

  /** What was said before, by what is in this store. */
  static Watermarks in(StepStore store, Map<String, Integer> upstreams) {
    Watermarks watermarks = new Watermarks(upstreams);
    store.said(watermarks);
    watermarks.news.clear();
    return watermarks;
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
    news.add(new Speaker(edge, partition));
    current = byEdge.values().stream().flatMapToLong(Arrays::stream).min().orElse(NONE);
    return true;
  }

  long current() {
    return current;
  }

  /** Writes what was said since. */
  void write(StepStore store) {
    for (Speaker s : news) {
      long[] said = Objects.requireNonNull(byEdge.get(s.edge()));
      store.writeSaid(s.edge(), s.partition(), said.length, said[s.partition()]);
    }
    news.clear();
  }
}
