package org.stswatch.alert;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.state.CaseState;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step.SideEntry;
import org.stswatch.support.OneKey;

/** A case with the side inputs that it has heard; it is asked after each of them. */
final class HeardCase {
  /** All of one day, unless told. */
  private static final long RECEIVED_MS = 0;

  final OneKey<CaseState> step;
  private final Map<String, TreeMap<String, SpecificRecord>> sides = new HashMap<>();
  private final Map<SpecificRecord, Long> receivedMs = new IdentityHashMap<>();
  private final CaseStep cases;

  HeardCase(CaseStep cases, String key) {
    this.cases = cases;
    this.step = new OneKey<>(cases, key, new Heard());
  }

  /** The alerts that stand, without their revisions. */
  List<Alert> standing() {
    CaseState state = step.state();
    return state == null
        ? List.of()
        : state.getAlerts().stream()
            .filter(a -> a.getStatus() != AlertStatus.RETRACTED)
            .map(a -> Alert.newBuilder(a).setRevision(0).build())
            .toList();
  }

  private final class Heard implements Side {
    @Override
    public List<SpecificRecord> entries(String topic) {
      return List.copyOf(sides.getOrDefault(topic, new TreeMap<>()).values());
    }

    @Override
    public List<SpecificRecord> entries(String topic, long lastMs) {
      return entries(topic).stream()
          .filter(e -> Objects.requireNonNull(receivedMs.get(e)) <= lastMs)
          .toList();
    }
  }

  void hear(SpecificRecord event) {
    hear(event, RECEIVED_MS);
  }

  void hear(SpecificRecord event, long atMs) {
    receivedMs.put(event, atMs);
    Set<SideEntry> entries = cases.sideEntries(event, atMs);
    if (entries.isEmpty()) {
      step.on(event);
      return;
    }
    CaseState before = step.state();
    boolean concerns =
        before != null
            && entries.stream().anyMatch(e -> cases.interests(before).contains(e.topic()));
    for (SideEntry e : entries) {
      sides.computeIfAbsent(e.topic(), t -> new TreeMap<>()).merge(e.id(), event, e.stays());
    }
    if (concerns) { // as the processor does
      step.revise();
    }
  }

  /** Every revision told so far. */
  List<Alert> alerts() {
    return step.emits().stream().map(e -> (Alert) e.value()).toList();
  }

  /** The last of them. */
  Alert last() {
    List<Alert> all = alerts();
    return all.get(all.size() - 1);
  }
}
