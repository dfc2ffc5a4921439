package org.stswatch.ops;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.alert.CaseStep;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step;

/** Side inputs in memory: all claims of a run, with the time of their receipt. */
final class SideEntries implements Side {
  private final CaseStep cases;
  private final Map<String, TreeMap<String, Entry>> byTopic = new TreeMap<>();

  private record Entry(SpecificRecord value, long receivedMs) {}

  /** Of these cases. */
  SideEntries(CaseStep cases) {
    this.cases = cases;
  }

  /** Keeps what is claimed, or done, wherever the cases look for it. */
  void take(SpecificRecord value, long receivedMs) {
    cases.sideEntries(value, receivedMs).forEach(place -> put(place, value, receivedMs));
  }

  /** Of one claim received twice the first receipt counts. */
  private void put(Step.SideEntry place, SpecificRecord value, long receivedMs) {
    byTopic
        .computeIfAbsent(place.topic(), topic -> new TreeMap<>())
        .merge(place.id(), new Entry(value, receivedMs), (old, now) -> stays(place, old, now));
  }

  private static Entry stays(Step.SideEntry place, Entry old, Entry now) {
    boolean same = old.value().equals(now.value());
    return same || place.isKept(old.value(), now.value()) ? old : now;
  }

  @Override
  public List<SpecificRecord> entries(String topic) {
    return entries(topic, Long.MAX_VALUE);
  }

  @Override
  public List<SpecificRecord> entries(String topic, long receivedMs) {
    TreeMap<String, Entry> entries = byTopic.getOrDefault(topic, new TreeMap<>());
    return entries.values().stream()
        .filter(e -> e.receivedMs() <= receivedMs)
        .map(Entry::value)
        .toList();
  }
}
