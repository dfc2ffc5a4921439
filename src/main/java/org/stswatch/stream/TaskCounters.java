package org.stswatch.stream;

import java.util.Map;
import java.util.TreeMap;

/** The counters of all processors that share a task's store. */
final class TaskCounters {
  private final Map<String, Counters> byName = new TreeMap<>();

  static TaskCounters in(StepStore store) {
    TaskCounters counters = new TaskCounters();
    store.counters(counters.byName::put);
    return counters;
  }

  /** Those of this name; they go on from what is in the store. */
  Counters of(String name) {
    return byName.computeIfAbsent(name, n -> new Counters());
  }

  Counters sum() {
    Counters sum = new Counters();
    byName.values().forEach(sum::addAll);
    return sum;
  }

  /** Writes those that changed. */
  void write(StepStore store) {
    byName.forEach(
        (name, counters) -> {
          if (counters.changedSinceWritten()) {
            store.writeCounters(name, counters);
          }
        });
  }
}
