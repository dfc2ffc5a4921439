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
 * <p>When Kafka Streams 4.3.1 gives up tasks of a thread as corrupted, it first commits those that
 * are whole ({@code TaskManager.handleCorruption}). All share one transaction, which so takes the
 * results of the corrupted ones along, without their offsets: they would stand, and come again when
 * their input is read again. If none is whole, there are no offsets at all ({@code
 * TaskExecutor.commitOffsetsOrTransaction}). Then it aborts, and in a rebalance, where it does not
 * commit, the results of the whole tasks go too, while these go on as if they stood.
 */
final class WholeTransactions extends KafkaProducer<byte[], byte[]> {
  private boolean withOffsets;
  private boolean gaveUp;

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
   * @throws LostPlaceException if the transaction lacks the offsets of a task that has worked in
   *     it, or has none: nothing of ours is made of nothing; or if the one before was aborted, on
   *     whose results some task may build
   */
  @Override
  public void commitTransaction() {
    if (gaveUp) {
      throw LostPlaceException.afterAbort();
    }
    if (!withOffsets || !Underway.tasks().isEmpty()) {
      throw LostPlaceException.withoutInput(Underway.tasks());
    }
    super.commitTransaction();
  }

  @Override
  public void abortTransaction() {
    gaveUp = true;
    super.abortTransaction();
  }
}
