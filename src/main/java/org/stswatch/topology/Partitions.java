package org.stswatch.topology;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Partitions of the stages. Each one widens every transaction: 12 instead of 2 doubled the latency
 * on two cores.
 *
 * @param input of every input topic, and so of the track
 */
public record Partitions(int input, int cell, int pair, int cases) {
  public Partitions {
    if (input < 1 || cell < 1 || pair < 1 || cases < 1) {
      throw new IllegalArgumentException(
          "at least one partition for each stage: "
              + input
              + "/"
              + cell
              + "/"
              + pair
              + "/"
              + cases);
    }
  }

  /** The default for an input of so many partitions. */
  public static Partitions ofInput(int input) {
    return new Partitions(
        input, Math.min(4, Math.max(input, 1)), Math.min(2, input), Math.min(2, input));
  }

  /** Those of the topics that Kafka Streams makes, by name without the application id. */
  public Map<String, Integer> internalTopics() {
    return Map.ofEntries(
        entry("cell-repartition", cell),
        entry("pair-repartition", pair),
        entry("area-repartition", pair),
        entry("case-repartition", cases),
        entry("claims-repartition", cases),
        entry("vessel-repartition", cases),
        entry("gap-repartition", cases),
        entry("stop-repartition", pair),
        entry("silence-repartition", pair),
        entry("dark-repartition", cases),
        entry("track-changelog", input),
        entry("voyages-changelog", input),
        entry("proximity-changelog", cell),
        entry("meetings-changelog", pair),
        entry("reception-changelog", pair),
        entry("dark-changelog", pair),
        entry("cases-changelog", cases));
  }
}
