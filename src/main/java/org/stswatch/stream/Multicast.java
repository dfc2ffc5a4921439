package org.stswatch.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.stswatch.event.state.RunEnd;
import org.stswatch.event.state.Tick;

/**
 * Ticks, END and side inputs go to every partition, in the same order as the data; the rest by key
 * as Kafka's default, or by the first part of the key.
 */
public final class Multicast implements StreamPartitioner<String, SpecificRecord> {
  private final Predicate<SpecificRecord> toAll;
  private final UnaryOperator<String> part;

  private Multicast(Predicate<SpecificRecord> toAll, UnaryOperator<String> part) {
    this.toAll = toAll;
    this.part = part;
  }

  /** Only what belongs to event time goes to all. */
  public static Multicast ofTime() {
    return ofTime(UnaryOperator.identity());
  }

  /**
   * The same, by a part of each key: keys that share it are worked on in one partition, and what
   * comes of them leaves in the order in which it came.
   *
   * @param part of a key what tells its partition
   */
  public static Multicast ofTime(UnaryOperator<String> part) {
    return new Multicast(Multicast::isOfTime, part);
  }

  /** Records of this class go to all too. */
  public static Multicast of(Class<? extends SpecificRecord> side) {
    return new Multicast(v -> isOfTime(v) || side.isInstance(v), UnaryOperator.identity());
  }

  /** Everything goes to all: an edge of side inputs. */
  public static Multicast ofAll() {
    return new Multicast(v -> true, UnaryOperator.identity());
  }

  private static boolean isOfTime(SpecificRecord value) {
    return value instanceof Tick || value instanceof RunEnd;
  }

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String key, SpecificRecord value, int partitions) {
    if (toAll.test(value)) {
      return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }
    return Optional.of(Set.of(partitionOf(part.apply(key), partitions)));
  }

  /** Kafka's default partition of a key: murmur2 of its UTF-8 bytes. */
  public static int partitionOf(String key, int partitions) {
    return partitionOf(key.getBytes(StandardCharsets.UTF_8), partitions);
  }

  static int partitionOf(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }
}
