package org.stswatch.stream;

import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.RunEnd;
import org.stswatch.event.state.Tick;
import org.stswatch.stream.Counters.Name;
import org.stswatch.stream.States.Held;

/**
 * Runs a {@link Step}: keeps its state, watermarks, due index and side inputs, wakes it when the
 * watermark reaches what is due, and passes the watermark on, less what the step looks ahead, in
 * the same order as the data.
 *
 * <p>The object outlives its task: everything remembered is read from the store in {@link #init},
 * and what changed since is written when the transaction commits.
 */
final class StepProcessor<S> implements Processor<String, SpecificRecord, String, SpecificRecord> {
  /**
   * When a key is due whose side inputs changed since it was revised: at the next watermark. Two
   * ships with one MMSI state two things in turn, hundreds of times between two watermarks.
   */
  private static final long REVISE_MS = Long.MIN_VALUE;

  private final Step<S> step;
  private final Stage stage;
  private final Serde<SpecificRecord> serde;

  private ProcessorContext<String, SpecificRecord> context;
  private StageStore kept;
  private StepStore store;
  private States<S> states;
  private Sides sides;
  private Watermarks watermarks;
  private Counters counters;
  private TaskCounters all;
  private long reached;
  private long passed;
  private CounterGauges gauges;

  @SuppressWarnings("NullAway.Init") // init() is the constructor of a task
  StepProcessor(Step<S> step, Stage stage, Serde<SpecificRecord> serde) {
    this.step = step;
    this.stage = stage;
    this.serde = serde;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    kept = context.getStateStore(step.name());
    kept.begin(context);
    store = new StepStore(kept.entries(), serde);
    states = new States<>(step.layout(), store);
    sides = Sides.in(store);
    watermarks = Watermarks.in(store, stage.upstreams());
    all = kept.counters(store);
    counters = all.of(step.name());
    reached = watermarks.current();
    passed = toPass(reached);
    kept.beforeCommit(step.name(), this::write);
    gauges = CounterGauges.ofStage(context, step.name(), counters, () -> reached);
  }

  @Override
  public void close() {
    if (gauges != null) { // null when init() did not get so far
      gauges.close();
    }
  }

  private void write() {
    states.write();
    sides.write(store);
    watermarks.write(store);
    all.write(store);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    kept.worked(context);
    SpecificRecord value = record.value();
    gauges.received(record.timestamp());
    if (value instanceof Tick tick) {
      onTick(tick, record.timestamp());
      return;
    }
    String key = record.key();
    Set<Step.SideEntry> entries = step.sideEntries(value, record.timestamp());
    if (!entries.isEmpty()) {
      onSide(entries, value, record.timestamp());
      return;
    }
    counters.add(Name.EVENTS, 1);
    if (step.timeMs(value) <= reached) {
      counters.add(Name.BEHIND_WATERMARK, 1);
    }
    Held<S> held = states.find(key);
    S state = held.state();
    if (state != null && held.dueMs() == REVISE_MS) {
      revise(held, state, record.timestamp()); // the step need not look at its side inputs again
    }
    apply(held, step.on(key, held.state(), value, sides, reached), record.timestamp());
  }

  private void onSide(Set<Step.SideEntry> entries, SpecificRecord value, long timestamp) {
    Set<String> keys = new TreeSet<>();
    for (Step.SideEntry entry : entries) {
      if (sides.put(entry, value, timestamp)) {
        keys.addAll(sides.interested(entry.topic()));
      }
    }
    for (String key : keys) {
      Held<S> held = states.find(key);
      S state = held.state();
      if (state != null && held.isRevisedAt(reached)) {
        states.put(held, state, REVISE_MS);
      } else if (state != null) {
        revise(held, state, timestamp);
      }
    }
  }

  private void revise(Held<S> held, S state, long timestamp) {
    held.revisedAt(reached);
    apply(held, step.revise(held.key, state, sides, reached), timestamp);
  }

  private void onTick(Tick tick, long timestamp) {
    watermarks.say(
        tick.getEdge(), tick.getPartition(), tick.getPartitions(), tick.getWatermarkMs());
    if (watermarks.current() > reached) {
      reached = watermarks.current();
      wake(timestamp);
      pass(timestamp);
    }
  }

  private void wake(long timestamp) {
    for (String key = states.nextDue(reached); key != null; key = states.nextDue(reached)) {
      Held<S> held = states.find(key);
      S state = held.state();
      if (state == null) {
        throw new IllegalStateException(step.name() + ": nothing is remembered of " + key);
      }
      if (held.dueMs() == REVISE_MS) {
        revise(held, state, timestamp);
      } else {
        apply(held, step.due(key, state, sides, reached), timestamp);
      }
    }
  }

  private void apply(Held<S> held, Result<S> result, long timestamp) {
    S state = result.state();
    if (state != held.state()) {
      sides.interests(held.key, interests(held.state()), interests(state));
    }
    states.put(held, state, result.dueMs());
    Result.Verdict verdict = result.verdict();
    if (verdict != null && verdict.accepted()) {
      counters.accept(verdict.contentId());
    } else if (verdict != null) {
      counters.add(Name.DUPLICATE, 1);
    }
    for (Result.Emit emit : result.emits()) {
      context.forward(new Record<>(emit.key(), emit.value(), timestamp));
    }
  }

  private Set<String> interests(@Nullable S state) {
    return state == null ? Set.of() : step.interests(state);
  }

  private void pass(long timestamp) {
    long out = toPass(reached);
    if (out <= passed) {
      return;
    }
    passed = out;
    int partition = context.taskId().partition();
    for (String edge : stage.downEdges()) {
      boolean inner = stage.inner().contains(edge);
      Tick tick = new Tick(edge, inner ? 0 : partition, inner ? 1 : stage.partitions(), out);
      context.forward(new Record<>(edge, tick, timestamp));
    }
    if (out == Watermarks.END) {
      Counters sum = all.sum();
      RunEnd end =
          new RunEnd(
              step.name(), partition, stage.partitions(), sum.published(), sum.acceptedSum());
      context.forward(new Record<>(step.name(), end, timestamp));
      context.commit(); // nothing more will come: the next stage need not wait for the interval
    }
  }

  private long toPass(long watermarkMs) {
    if (watermarkMs == Watermarks.END || watermarkMs == Watermarks.NONE) {
      return watermarkMs;
    }
    return Math.floorDiv(watermarkMs - step.holdBack().toMillis(), stage.tickStepMs())
        * stage.tickStepMs();
  }
}
