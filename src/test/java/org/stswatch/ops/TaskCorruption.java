package org.stswatch.ops;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes Kafka Streams revive tasks: at given records it throws what a commit that times out throws,
 * for all tasks of the thread, or what a send that times out throws, for one. The transaction is
 * aborted, the stores are dropped, and unless somebody objects the same processor objects get
 * {@code init()} again. For one thread at a time; used through {@code processor.wrapper.class},
 * which makes it by its name, so what it knows is static.
 */
public final class TaskCorruption implements ProcessorWrapper {
  private static final Map<String, Deque<Long>> AT = new ConcurrentHashMap<>();
  private static final Map<String, Long> SEEN = new HashMap<>();

  /** Of a thread: all of them are in its transaction. */
  private static final ThreadLocal<Set<TaskId>> TASKS = ThreadLocal.withInitial(HashSet::new);

  private static volatile boolean alone;

  private static final AtomicInteger DONE = new AtomicInteger();
  private static final AtomicInteger REVIVED = new AtomicInteger();

  /**
   * Begins anew.
   *
   * @param at by node, the numbers of the records that are hit; a record that comes again after an
   *     abort counts again
   * @param alone whether only the task of the record is hit, as by a send that times out
   */
  static void plan(Map<String, List<Long>> at, boolean alone) {
    TaskCorruption.alone = alone;
    AT.clear();
    at.forEach((node, records) -> AT.put(node, new ArrayDeque<>(records)));
    SEEN.clear();
    DONE.set(0);
    REVIVED.set(0);
  }

  /** How often it threw. */
  static int corruptions() {
    return DONE.get();
  }

  /** How often a processor object got {@code init()} again. */
  static int revivals() {
    return REVIVED.get();
  }

  @Override
  public <KIn, VIn, KOut, VOut>
      WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
          String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
    return AT.containsKey(name)
        ? ProcessorWrapper.asWrapped(() -> new Corruptible<>(name, supplier.get()))
        : ProcessorWrapper.asWrapped(supplier);
  }

  @Override
  public <KIn, VIn, VOut>
      WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
          String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
    return ProcessorWrapper.asWrappedFixedKey(supplier);
  }

  private static final class Corruptible<KIn, VIn, KOut, VOut>
      implements Processor<KIn, VIn, KOut, VOut> {
    private final String name;
    private final Processor<KIn, VIn, KOut, VOut> inner;
    private @Nullable TaskId task;

    Corruptible(String name, Processor<KIn, VIn, KOut, VOut> inner) {
      this.name = name;
      this.inner = inner;
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
      if (task != null) {
        REVIVED.incrementAndGet();
      }
      task = context.taskId();
      TASKS.get().add(task);
      inner.init(context);
    }

    @Override
    public void process(Record<KIn, VIn> record) {
      inner.process(record);
      Deque<Long> at = AT.getOrDefault(name, new ArrayDeque<>());
      Long next = at.peek();
      if (next != null && SEEN.merge(name, 1L, Long::sum) >= next) {
        at.remove();
        DONE.incrementAndGet();
        throw new TaskCorruptedException(alone ? Set.of(task) : new HashSet<>(TASKS.get()));
      }
    }

    @Override
    public void close() {
      TASKS.get().remove(task);
      inner.close();
    }
  }
}
