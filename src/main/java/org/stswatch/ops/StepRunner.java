package org.stswatch.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step;

/**
 * Drives one step without Kafka: its states in a map, woken when the watermark reaches the time for
 * which a key asked. The steps behind it are woken after it, by what it holds back.
 */
final class StepRunner<S> {
  private final Step<S> step;
  private final Consumer<Result.Emit> to;
  private final List<StepRunner<?>> behind;
  private final Map<String, S> states = new HashMap<>();
  private final Map<String, Long> dueOf = new HashMap<>();
  private final TreeMap<Long, TreeSet<String>> keysDue = new TreeMap<>();
  private long reachedMs = Long.MIN_VALUE;

  /**
   * @param to takes what the step emits
   * @param behind those that its watermark wakes
   */
  StepRunner(Step<S> step, Consumer<Result.Emit> to, StepRunner<?>... behind) {
    this.step = step;
    this.to = to;
    this.behind = List.of(behind);
  }

  void on(String key, SpecificRecord event) {
    apply(key, step.on(key, states.get(key), event, Side.NONE, reachedMs));
  }

  /** What is due by this watermark, here and then behind; the greatest number is the end. */
  void wake(long watermarkMs) {
    reachedMs = watermarkMs;
    while (!keysDue.isEmpty() && keysDue.firstKey() <= watermarkMs) {
      for (String key : new ArrayList<>(keysDue.firstEntry().getValue())) {
        S state = Objects.requireNonNull(states.get(key));
        apply(key, step.due(key, state, Side.NONE, watermarkMs));
      }
    }
    Duration holdBack = step.holdBack();
    long passedOn = watermarkMs == Long.MAX_VALUE ? watermarkMs : watermarkMs - holdBack.toMillis();
    behind.forEach(next -> next.wake(passedOn));
  }

  private void apply(String key, Result<S> result) {
    S state = result.state();
    if (state == null) {
      states.remove(key);
    } else {
      states.put(key, state);
    }
    due(key, state == null ? Result.NEVER : result.dueMs());
    result.emits().forEach(to);
  }

  private void due(String key, long dueMs) {
    Long before = dueMs == Result.NEVER ? dueOf.remove(key) : dueOf.put(key, dueMs);
    if (before != null && before != dueMs) {
      TreeSet<String> keys = Objects.requireNonNull(keysDue.get(before));
      keys.remove(key);
      if (keys.isEmpty()) {
        keysDue.remove(before);
      }
    }
    if (dueMs != Result.NEVER) {
      keysDue.computeIfAbsent(dueMs, at -> new TreeSet<>()).add(key);
    }
  }
}
