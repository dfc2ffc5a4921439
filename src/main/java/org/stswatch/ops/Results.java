package org.stswatch.ops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Reject;

/** What a run concluded so far: the latest revision of each fact and alert. Not thread-safe. */
final class Results {
  private final Map<String, Alert> alerts = new HashMap<>();
  private final Map<String, Encounter> encounters = new HashMap<>();
  private final Map<String, PortCall> portCalls = new HashMap<>();
  private final Map<String, Gap> gaps = new HashMap<>();
  private final List<Reject> rejects = new ArrayList<>();

  /** Takes the next record of a result topic. */
  void add(SpecificRecord record) {
    if (record instanceof Alert alert) {
      latest(alerts, alert.getAlertId(), alert, Alert::getRevision);
    } else if (record instanceof Encounter encounter) {
      latest(encounters, encounter.getEncounterId(), encounter, Encounter::getRevision);
    } else if (record instanceof PortCall call) {
      latest(portCalls, call.getCallId(), call, PortCall::getRevision);
    } else if (record instanceof Gap gap) {
      latest(gaps, gap.getGapId(), gap, Gap::getRevision);
    } else if (record instanceof Reject reject) {
      rejects.add(reject);
    }
  }

  /** By start, then id. */
  List<Alert> alerts() {
    return sorted(alerts, Comparator.comparing(Alert::getStart).thenComparing(Alert::getAlertId));
  }

  /** Alerts that stand: RETRACTED ones left out. */
  List<Alert> standingAlerts() {
    return alerts().stream().filter(a -> a.getStatus() != AlertStatus.RETRACTED).toList();
  }

  /** Encounters that stand: how many early ones were taken back depends on the order of arrival. */
  List<Encounter> standingEncounters() {
    return encounters().stream().filter(e -> e.getStatus() != FactStatus.RETRACTED).toList();
  }

  /** By start, then vessels. */
  List<Encounter> encounters() {
    return sorted(
        encounters,
        Comparator.comparing(Encounter::getStart)
            .thenComparing(Encounter::getVessel1)
            .thenComparing(Encounter::getVessel2));
  }

  /** By start, then vessel. */
  List<PortCall> portCalls() {
    return sorted(
        portCalls, Comparator.comparing(PortCall::getStart).thenComparing(PortCall::getVessel));
  }

  /** By start, then vessel. */
  List<Gap> gaps() {
    return sorted(gaps, Comparator.comparing(Gap::getStart).thenComparing(Gap::getVessel));
  }

  /** By origin, then reason. */
  List<Reject> rejects() {
    return rejects.stream()
        .sorted(Comparator.comparing(Reject::getOrigin).thenComparing(Reject::getReason))
        .toList();
  }

  /** How many rejects have one of these reasons, by reason. */
  Map<String, Long> rejectsByReason() {
    Map<String, Long> counts = new TreeMap<>();
    rejects.forEach(r -> counts.merge(r.getReason().name(), 1L, Long::sum));
    return counts;
  }

  /** Whether nothing was rejected but for these reasons. */
  boolean rejectedOnlyFor(Set<String> reasons) {
    return reasons.containsAll(rejectsByReason().keySet());
  }

  private interface Revision<T> {
    int of(T record);
  }

  // Revisions of one key lie in one partition and come in order; what a crash repeats may not go
  // back.
  private static <T> void latest(Map<String, T> byId, String id, T record, Revision<T> revision) {
    byId.merge(id, record, (old, now) -> revision.of(now) >= revision.of(old) ? now : old);
  }

  private static <T> List<T> sorted(Map<String, T> byId, Comparator<T> order) {
    return byId.values().stream().sorted(order).toList();
  }
}
