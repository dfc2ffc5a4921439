package org.stswatch.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The consumer of a stream thread, which refuses to let a task begin anywhere but where the last
 * transaction ended.
 *
 * <p>When Kafka Streams 4.3.1 gives up a task as corrupted, it marks its partitions, to be set back
 * to the committed offsets when the same task object begins again ({@code
 * StreamTask.resetOffsetsForPartitions}). The rebalance that it asks for at once closes that object
 * and makes another ({@code TaskManager.handleTasksPendingInitialization}), which knows of no mark:
 * it would read on from where this consumer is, and what was read since the last commit would be
 * lost without a word.
 *
 * <p>A task asks for the committed offsets of its partitions when it begins, and at no other time.
 */
final class PlaceKeeper extends KafkaConsumer<byte[], byte[]> {
  /** Partitions of which a record was handed out, so that the position may be beyond the commit. */
  private final Set<TopicPartition> read = new HashSet<>();

  PlaceKeeper(Map<String, Object> settings) {
    super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    read.addAll(records.partitions());
    return records;
  }

  /**
   * What a task asks when it begins.
   *
   * @throws LostPlaceException if a partition would be read on beyond what is committed
   */
  @Override
  public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed = super.committed(partitions);
    for (TopicPartition partition : partitions) {
      if (read.contains(partition) && assignment().contains(partition)) {
        check(partition, committed.get(partition));
      }
    }
    return committed;
  }

  private void check(TopicPartition partition, @Nullable OffsetAndMetadata committed) {
    long at = position(partition);
    long ended = committed == null ? 0 : committed.offset(); // nothing was committed: at its start
    if (ended < at) {
      throw LostPlaceException.beyond(partition, at, ended);
    }
  }
}
