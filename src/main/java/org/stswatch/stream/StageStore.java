package org.stswatch.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The one store of a stage: entries in memory with a changelog. Processors work on objects and
 * write what changed once per transaction, just before it commits: an entry that changes with every
 * message is encoded, sorted in and logged once, not each time.
 *
 * <p>Kafka's own cache does the same for bytes, at the price of an encoding and two lookups in a
 * tree for each change; measured in docs/decisions/0007. The moment before a commit is not in the
 * public interface: a {@link WrappedStateStore} is told, as Kafka's cache is.
 */
final class StageStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]> {
  private final Map<String, Runnable> writers = new LinkedHashMap<>();
  private @Nullable TaskCounters counters;
  private @Nullable Transactions transactions;
  private @Nullable TaskId underway;
  private boolean used;

  /** For {@link #builder}, and for tests that hold the changelog themselves. */
  StageStore(KeyValueStore<Bytes, byte[]> entries) {
    super(entries);
  }

  /** How the store of this name is built: in memory, every change in a changelog. */
  static StoreBuilder<StageStore> builder(String name, Map<String, String> changelog) {
    return new Builder(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withCachingDisabled()
            .withLoggingEnabled(changelog));
  }

  /**
   * Begins the work of a processor, when the store is restored.
   *
   * @throws LostPlaceException if what is in the store and where the input is read on are of
   *     different transactions
   */
  void begin(ProcessorContext<?, ?> task) {
    if (transactions == null) {
      transactions = Transactions.of(wrapped(), (InternalProcessorContext<?, ?>) task);
    }
  }

  /** A record is about to be worked on: no commit without what comes of it. */
  void worked(ProcessorContext<?, ?> task) {
    if (underway == null) {
      underway = task.taskId();
      Underway.add(underway);
    }
  }

  /** What was last written; behind what the processors hold. */
  KeyValueStore<Bytes, byte[]> entries() {
    return wrapped();
  }

  /**
   * Registers who writes before a commit. A processor that is initialised again, as after a
   * corrupted task, takes its own place.
   */
  void beforeCommit(String processor, Runnable write) {
    writers.put(processor, write);
  }

  /** The counters of all processors of the task, read once. */
  TaskCounters counters(StepStore store) {
    TaskCounters known = counters;
    if (known == null) {
      known = TaskCounters.in(store);
      counters = known;
    }
    return known;
  }

  @Override
  public void flushCache() {
    writers.values().forEach(Runnable::run);
    if (transactions != null) {
      transactions.next();
    }
    rest();
  }

  @Override
  public void close() {
    rest();
    super.close();
  }

  private void rest() {
    if (underway != null) {
      Underway.remove(underway);
      underway = null;
    }
  }

  /** The task is given up: what was not written must not be. */
  @Override
  public void clearCache() {
    writers.clear();
  }

  /**
   * Begins a task.
   *
   * @throws LostPlaceException if this object has served one before
   */
  @Override
  public void init(StateStoreContext context, StateStore root) {
    if (used) {
      throw LostPlaceException.revived(context.taskId().toString());
    }
    used = true;
    super.init(context, root);
  }

  /** The settings of the entries' own builder; a cache of Kafka's would stand beside ours. */
  private record Builder(StoreBuilder<KeyValueStore<Bytes, byte[]>> entries)
      implements StoreBuilder<StageStore> {
    @Override
    public StageStore build() {
      return new StageStore(entries.build());
    }

    @Override
    public StoreBuilder<StageStore> withCachingEnabled() {
      throw new UnsupportedOperationException("a stage keeps what it has not written itself");
    }

    @Override
    public StoreBuilder<StageStore> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<StageStore> withLoggingEnabled(Map<String, String> changelog) {
      return new Builder(entries.withLoggingEnabled(changelog));
    }

    @Override
    public StoreBuilder<StageStore> withLoggingDisabled() {
      throw new UnsupportedOperationException("what is not logged is lost in a crash");
    }

    @Override
    public Map<String, String> logConfig() {
      return entries.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
      return entries.loggingEnabled();
    }

    @Override
    public String name() {
      return entries.name();
    }
  }
}
