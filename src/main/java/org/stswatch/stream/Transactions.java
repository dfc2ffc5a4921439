package org.stswatch.stream;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Numbers the transactions of a task, once in its store and once beside its input offsets, which
 * are committed together. A task that begins compares the two.
 *
 * <p>They can differ. A commit returns when the coordinator has decided it; that it is so is
 * written to the partitions afterwards. A task that begins within these milliseconds (another
 * thread after a rebalance, the same one after a corruption) restores its store up to the last
 * stable offset of the changelog, which lies before that transaction, but waits until its input
 * offsets are stable and gets those behind it: Kafka Streams 4.3.1 would go on without what the
 * transaction had changed.
 */
final class Transactions {
  /** Of the entry in the store; no other begins with this letter, see {@link StepStore}. */
  private static final Bytes KEY = Bytes.wrap(new byte[] {'t'});

  private static final String NAME = "sts-transactions";

  private final KeyValueStore<Bytes, byte[]> store;
  private final InternalProcessorContext<?, ?> task;
  private long number;

  private Transactions(
      KeyValueStore<Bytes, byte[]> store, InternalProcessorContext<?, ?> task, long number) {
    this.store = store;
    this.task = task;
    this.number = number;
  }

  /**
   * Goes on from the last one.
   *
   * @throws LostPlaceException if the store is one transaction behind the input
   * @throws IllegalStateException if the two are further apart, which nothing of ours can do
   */
  static Transactions of(KeyValueStore<Bytes, byte[]> store, InternalProcessorContext<?, ?> task) {
    byte[] value = store.get(KEY);
    long written = value == null ? 0 : ByteBuffer.wrap(value).getLong();
    Long committed = task.processorMetadataForKey(NAME);
    long read = committed == null ? 0 : committed;
    if (written == read - 1) {
      throw LostPlaceException.torn(task.taskId().toString(), written, read);
    }
    if (written != read) {
      throw new IllegalStateException(
          "task %s: its store is that of transaction %d, its input that of %d; were its offsets changed by hand, or did they expire (offsets.retention.minutes)?"
              .formatted(task.taskId(), written, read));
    }
    return new Transactions(store, task, written);
  }

  /** To be called once for each commit, before it. */
  void next() {
    number++;
    store.put(KEY, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    task.addProcessorMetadataKeyValue(NAME, number);
  }
}
