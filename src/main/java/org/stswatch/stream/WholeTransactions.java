package org.stswatch.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The producer of a stream thread, which commits results only together with the offsets of the
 * input that they were made of.
 *
 * <p>When Kafka Streams 4.3.1 gives up all tasks of a thread as corrupted, as after a commit whose
 * offsets did not get through in time, it first commits what is left: no task and no offset, but
 * the transaction in flight all the same ({@code TaskExecutor.commitOffsetsOrTransaction}). The
 * results in it would stand, and come again when their input is read again.
 */
final class WholeTransactions extends KafkaProducer<byte[], byte[]> {
  private boolean withOffsets;

  WholeTransactions(Map<String, Object> settings) {
    super(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void beginTransaction() {
    withOffsets = false;
    super.beginTransaction();
  }

  @Override
  public void sendOffsetsToTransaction(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
    super.sendOffsetsToTransaction(offsets, group);
    withOffsets |= !offsets.isEmpty();
  }

  /**
   * Commits.
   *
   * @throws LostPlaceException if the transaction has no offsets: nothing of ours is made of
   *     nothing
   */
  @Override
  public void commitTransaction() {
    if (!withOffsets) {
      throw LostPlaceException.withoutInput();
    }
    super.commitTransaction();
  }
}
