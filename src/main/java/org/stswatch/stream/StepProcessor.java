package org.stswatch.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

/**
 * Runs a {@link Step}: keeps its state, watermarks, due index and side inputs in the store, wakes
 * it when the watermark reaches what is due, and passes the watermark on, less what the step looks
 * ahead, in the same order as the data.
 *
 * <p>The object outlives its task: everything remembered outside the store is cleared in {@link
 * #init}.
 */
final class StepProcessor<S> implements Processor<String, SpecificRecord, String, SpecificRecord> {
  private static final int HELD_STATES = 1 << 16;

  private final Step<S> step;
  private final Stage stage;
  private final Serde<SpecificRecord> serde;

  private final Map<String, Held<S>> held = new Recent<>();
  private ProcessorContext<String, SpecificRecord> context;
  private StepStore store;
  private Watermarks watermarks;
  private Counters counters;
  private long reached;
  private long passed;

  /** A state as last written. */
  private record Held<S>(
      S state, long dueMs, SortedMap<Long, SpecificRecord> parts, TreeSet<String> interests) {}

  @SuppressWarnings("NullAway.Init") // init() is the constructor of a task
  StepProcessor(Step<S> step, Stage stage, Serde<SpecificRecord> serde) {
    this.step = step;
    this.stage = stage;
    this.serde = serde;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    held.clear();
    store = new StepStore(context.getStateStore(step.name()), serde);
    watermarks = new Watermarks(stage.upstreams());
    store
        .said()
        .forEach(s -> watermarks.say(s.edge(), s.partition(), s.partitions(), s.watermarkMs()));
    counters = Counters.of(store.counters(step.name()));
    reached = watermarks.current();
    passed = toPass(reached);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    SpecificRecord value = record.value();
    if (value instanceof Tick tick) {
      onTick(tick, record.timestamp());
      return;
    }
    Step.SideEntry entry = step.sideEntry(record.key(), value);
    if (entry != null) {
      onSide(entry, value, record.timestamp());
      return;
    }
    counters.add(Name.EVENTS, 1);
    if (step.timeMs(value) <= reached) {
      counters.add(Name.BEHIND_WATERMARK, 1);
    }
    Held<S> before = find(record.key());
    S state = before == null ? null : before.state();
    apply(
        record.key(),
        before,
        step.on(record.key(), state, value, store::side, reached),
        record.timestamp());
    store.putCounters(step.name(), counters.toBytes());
  }

  private void onSide(Step.SideEntry entry, SpecificRecord value, long timestamp) {
    if (!store.putSide(entry, value)) {
      return;
    }
    for (String key : store.interested(entry.topic())) {
      Held<S> before = find(key);
      if (before != null) {
        apply(key, before, step.revise(key, before.state(), store::side, reached), timestamp);
      }
    }
  }

  private void onTick(Tick tick, long timestamp) {
    String edge = tick.getEdge();
    long watermarkMs = tick.getWatermarkMs();
    if (!watermarks.say(edge, tick.getPartition(), tick.getPartitions(), watermarkMs)) {
      return;
    }
    store.putSaid(new StepStore.Said(edge, tick.getPartition(), tick.getPartitions(), watermarkMs));
    if (watermarks.current() > reached) {
      reached = watermarks.current();
      wake(timestamp);
      pass(timestamp);
    }
  }

  private void wake(long timestamp) {
    List<StepStore.Due> due = store.dueUpTo(reached);
    while (!due.isEmpty()) {
      for (StepStore.Due d : due) {
        Held<S> before = find(d.key());
        if (before == null || before.dueMs() != d.timeMs()) {
          throw new IllegalStateException(
              step.name() + ": due index and state differ for " + d.key());
        }
        apply(d.key(), before, step.due(d.key(), before.state(), store::side, reached), timestamp);
      }
      due = store.dueUpTo(reached);
    }
  }

  private void pass(long timestamp) {
    long out = toPass(reached);
    if (out <= passed) {
      return;
    }
    passed = out;
    int partition = context.taskId().partition();
    for (String edge : stage.downEdges()) {
      Tick tick = new Tick(edge, partition, stage.partitions(), out);
      context.forward(new Record<>(edge, tick, timestamp));
    }
    if (out == Watermarks.END) {
      Counters all = new Counters();
      store.allCounters().forEach(all::addAll);
      RunEnd end =
          new RunEnd(
              step.name(), partition, stage.partitions(), all.published(), all.acceptedSum());
      context.forward(new Record<>(step.name(), end, timestamp));
    }
  }

  private long toPass(long watermarkMs) {
    if (watermarkMs == Watermarks.END || watermarkMs == Watermarks.NONE) {
      return watermarkMs;
    }
    return Math.floorDiv(watermarkMs - step.holdBack().toMillis(), stage.tickStepMs())
        * stage.tickStepMs();
  }

  private @Nullable Held<S> find(String key) {
    Held<S> known = held.get(key);
    if (known != null) {
      return known;
    }
    Long dueMs = store.dueOf(key);
    if (dueMs == null) {
      return null;
    }
    SortedMap<Long, SpecificRecord> parts = store.parts(key);
    S state = step.layout().join(key, parts);
    Held<S> found = new Held<>(state, dueMs, parts, interestsOf(state));
    held.put(key, found);
    return found;
  }

  private void apply(String key, @Nullable Held<S> before, Result<S> result, long timestamp) {
    S state = result.state();
    if (before == null || state != before.state() || result.dueMs() != before.dueMs()) {
      keep(key, before, state, result.dueMs());
    }
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

  private void keep(String key, @Nullable Held<S> before, @Nullable S state, long dueMs) {
    SortedMap<Long, SpecificRecord> was = before == null ? new TreeMap<>() : before.parts();
    SortedMap<Long, SpecificRecord> now =
        state == null ? new TreeMap<>() : step.layout().split(state);
    now.forEach(
        (part, value) -> {
          if (was.get(part) != value) {
            store.putPart(key, part, value);
          }
        });
    was.keySet().stream()
        .filter(p -> !now.containsKey(p))
        .forEach(p -> store.putPart(key, p, null));
    store.putDue(
        key, before == null ? null : (Long) before.dueMs(), state == null ? null : (Long) dueMs);
    TreeSet<String> interests = state == null ? new TreeSet<>() : interestsOf(state);
    TreeSet<String> had = before == null ? new TreeSet<>() : before.interests();
    had.stream().filter(t -> !interests.contains(t)).forEach(t -> store.putInterest(t, key, false));
    interests.stream().filter(t -> !had.contains(t)).forEach(t -> store.putInterest(t, key, true));
    if (state == null) {
      held.remove(key);
    } else {
      held.put(key, new Held<>(state, dueMs, now, interests));
    }
  }

  private TreeSet<String> interestsOf(S state) {
    TreeSet<String> topics = new TreeSet<>();
    step.interests(state).forEach(topics::add);
    return topics;
  }

  /** Keeps the states used last, so that memory does not grow with the number of keys. */
  private static final class Recent<S> extends LinkedHashMap<String, Held<S>> {
    Recent() {
      super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Held<S>> eldest) {
      return size() > HELD_STATES;
    }
  }
}
