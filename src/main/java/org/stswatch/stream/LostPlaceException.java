package org.stswatch.stream;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;

/**
 * A task would go on from another place in its input than the one where its last transaction ended.
 * The thread is replaced: its successor begins at the committed offsets, with objects of its own.
 */
public final class LostPlaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private LostPlaceException(String message) {
    super(message);
  }

  /**
   * A task object that begins a second time.
   *
   * <p>Revived after a corruption, one of Kafka Streams 4.3.1 still knows up to where it had read
   * before its transaction was aborted ({@code StreamTask.consumedOffsets} and {@code
   * nextOffsetsAndMetadataToBeConsumed} are never cleared). A commit before all its partitions have
   * been polled again commits these offsets, and if the next abort comes before the records have,
   * they are skipped for ever.
   */
  static LostPlaceException revived(String task) {
    return new LostPlaceException("task " + task + " was given up and must begin anew");
  }

  /** A consumer that has read what the task that begins has never seen. */
  static LostPlaceException beyond(TopicPartition partition, long at, long committed) {
    return new LostPlaceException(
        partition + " would be read on at " + at + ", but is committed up to " + committed);
  }

  /** A store that was restored up to one transaction, and input offsets of another. */
  static LostPlaceException torn(String task, long written, long committed) {
    return new LostPlaceException(
        "task %s: its store is that of transaction %d, its input that of %d"
            .formatted(task, written, committed));
  }

  /** Results that would be committed without the input that they were made of. */
  static LostPlaceException withoutInput(Set<TaskId> of) {
    return new LostPlaceException("a transaction would be committed without its input, of " + of);
  }

  /** Results that were given up, and a thread that goes on behind them. */
  static LostPlaceException afterAbort() {
    return new LostPlaceException("a transaction would be committed after one that was aborted");
  }
}
