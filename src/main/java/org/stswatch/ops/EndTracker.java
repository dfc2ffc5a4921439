package org.stswatch.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows when a replay is over. Each partition of the last stage before a result topic writes END to
 * every partition of that topic; a partition is complete when all have spoken. The counters of a
 * stage come with its END, once per writer. Not thread-safe.
 */
final class EndTracker {
  /** Sums of accepted hashes wrap here. */
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private final Map<String, String> stageOfTopic;
  private final Map<String, Map<Integer, BitSet>> spoken = new HashMap<>();
  private final Map<String, Integer> writers = new HashMap<>();
  private final Map<String, Map<Integer, Map<String, Long>>> counts = new TreeMap<>();
  private final Map<String, BigInteger> accepted = new HashMap<>();
  private int open;

  /**
   * Waits for these topics.
   *
   * @param stageOfTopic the stage that writes each topic
   * @param partitions number of partitions of each topic
   */
  EndTracker(Map<String, String> stageOfTopic, Map<String, Integer> partitions) {
    this.stageOfTopic = Map.copyOf(stageOfTopic);
    for (String topic : stageOfTopic.keySet()) {
      Map<Integer, BitSet> ofPartition = new HashMap<>();
      for (int p = 0; p < partitions.getOrDefault(topic, 0); p++) {
        ofPartition.put(p, new BitSet());
      }
      spoken.put(topic, ofPartition);
      open += ofPartition.size();
    }
  }

  /**
   * Takes one END record.
   *
   * @param end the header {@code sts-end}: stage/partition/partitions
   * @param countsJson the header {@code sts-counts}, or null
   * @param acceptedHex the header {@code sts-accepted}, or null
   * @throws IllegalArgumentException if the headers cannot be read
   */
  void end(
      String topic,
      int partition,
      String end,
      @Nullable String countsJson,
      @Nullable String acceptedHex) {
    String[] parts = end.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("no END: " + end);
    }
    int writer = Integer.parseInt(parts[1]);
    int of = Integer.parseInt(parts[2]);
    if (countsJson != null) {
      counts.computeIfAbsent(parts[0], s -> new TreeMap<>()).put(writer, counters(countsJson));
    }
    if (acceptedHex != null && !acceptedHex.isEmpty()) {
      accepted.put(parts[0] + "/" + writer, new BigInteger(acceptedHex, 16));
    }
    BitSet heard = spoken.getOrDefault(topic, Map.of()).get(partition);
    if (heard != null && parts[0].equals(stageOfTopic.get(topic)) && heard.cardinality() < of) {
      heard.set(writer);
      writers.put(parts[0], of);
      open -= heard.cardinality() == of ? 1 : 0;
    }
  }

  /** Whether every partition of every topic has heard all its writers. */
  boolean done() {
    return open == 0;
  }

  /** How many partitions of a stage there are, 0 when it has not spoken. */
  int writers(String stage) {
    return writers.getOrDefault(stage, 0);
  }

  /** The counters of a stage, summed over its partitions. */
  Map<String, Long> counts(String stage) {
    Map<String, Long> sum = new TreeMap<>();
    counts
        .getOrDefault(stage, Map.of())
        .values()
        .forEach(one -> one.forEach((name, n) -> sum.merge(name, n, Long::sum)));
    return sum;
  }

  /** The counters of a stage by partition. */
  Map<Integer, Map<String, Long>> countsByPartition(String stage) {
    return counts.getOrDefault(stage, Map.of());
  }

  /** The stages that have spoken. */
  Set<String> stages() {
    return counts.keySet();
  }

  /** The set of accepted sightings as 64 hex digits: the same for any number of partitions. */
  String acceptedSha256() {
    BigInteger sum = accepted.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    String hex = sum.mod(MODULUS).toString(16);
    return "0".repeat(64 - hex.length()) + hex;
  }

  private static Map<String, Long> counters(String json) {
    try {
      Map<String, Long> counters = new TreeMap<>();
      JsonNode object = RecordJson.MAPPER.readTree(json);
      object.properties().forEach(f -> counters.put(f.getKey(), f.getValue().asLong()));
      return counters;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no counters: " + json, e);
    }
  }
}
