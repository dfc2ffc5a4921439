package org.stswatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.alert.Fact;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.RunEnd;
import org.stswatch.gap.Lookout;
import org.stswatch.oracle.Oracle;
import org.stswatch.oracle.StatedOnce;
import org.stswatch.simulation.Arrivals.Received;
import org.stswatch.stream.Judge;
import org.stswatch.topology.Partitions;
import org.stswatch.topology.Setting;
import org.stswatch.vessel.Mmsi;

/** Holds what a run published against what the oracle finds in what had to be accepted. */
final class Verdict {
  private final List<VesselSighting> accepted;
  private final List<Encounter> encounters;
  private final List<SpecificRecord> voyageFacts;
  private final List<Alert> alerts;
  private final Partitions partitions;

  Verdict(SeededRun run) {
    Judge judge = new Judge(run.settings.replayTime(run.lateness()));
    accepted =
        run.arrivals.received().stream()
            .filter(r -> r.isSighting() && judge.refuse(r.message(), r.receivedMs()) == null)
            .map(r -> (VesselSighting) r.message())
            .filter(s -> !Judge.isClaim(s))
            .toList();
    Oracle oracle = Oracle.of(run.settings);
    encounters = oracle.encounters(accepted);
    voyageFacts = oracle.voyageFacts(accepted, seen(run, judge));
    List<SpecificRecord> facts = new ArrayList<>(encounters);
    facts.addAll(voyageFacts);
    alerts = oracle.alertsOf(facts, f -> claims(run, f));
    partitions = run.partitions;
  }

  /** What was seen, named no vessel, and was received within three days. */
  private static List<Detection> seen(SeededRun run, Judge judge) {
    return run.arrivals.received().stream()
        .filter(r -> r.message() instanceof VesselSighting s && Judge.isClaim(s))
        .filter(r -> judge.refuse(r.message(), r.receivedMs()) == null)
        .filter(r -> !Mmsi.isMmsi(((VesselSighting) r.message()).getVesselKey()))
        .filter(
            r ->
                r.receivedMs() - ((VesselSighting) r.message()).getObservedAt().toEpochMilli()
                    <= Duration.ofDays(3).toMillis())
        .map(r -> new Lookout().tell((VesselSighting) r.message(), r.receivedMs()).get(0).value())
        .map(Detection.class::cast)
        .toList();
  }

  /** What was received within the window after the fact; the same again is the same. */
  private static List<SpecificRecord> claims(SeededRun run, Fact fact) {
    Duration window = run.settings.duration(Setting.CLAIMS_WINDOW);
    Instant last = fact.end().plus(window);
    return run.arrivals.received().stream()
        .filter(r -> r.receivedMs() <= last.toEpochMilli())
        .map(Received::message)
        .filter(m -> !(m instanceof VesselSighting))
        .filter(m -> !(m instanceof VoyageStatement s) || StatedOnce.counts(s, last, window))
        .distinct()
        .toList();
  }

  List<Alert> alerts() {
    return alerts;
  }

  List<Encounter> encounters() {
    return encounters;
  }

  List<Gap> gaps() {
    return voyageFacts(Gap.class);
  }

  List<PortCall> portCalls() {
    return voyageFacts(PortCall.class);
  }

  private <T> List<T> voyageFacts(Class<T> type) {
    return voyageFacts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Every claim about one run. */
  void assertHolds(Outcome found) {
    assertEnded(found);
    assertThat(found.acceptedSha256()).isEqualTo(Oracle.accepted(accepted).sha256());
    assertThat(found.standingEncounters()).isEqualTo(encounters);
    assertThat(found.gaps()).containsExactlyInAnyOrderElementsOf(gaps());
    assertThat(found.portCalls()).containsExactlyInAnyOrderElementsOf(portCalls());
    assertThat(Oracle.resultSha256(found.standingAlerts()))
        .as("%s instead of %s", found.standingAlerts(), alerts)
        .isEqualTo(Oracle.resultSha256(alerts));
    assertConserved(found);
    assertRevisions(found.alerts(), Alert::getAlertId, Alert::getRevision);
    assertRevisions(found.encounters(), Encounter::getEncounterId, Encounter::getRevision);
    assertClosedIsTheLastWord(found.encounters());
    assertClosedAlertsKeepTheirFacts(found.alerts());
  }

  /** Whether the alerts and encounters are those of the oracle. */
  boolean sameResult(Outcome found) {
    return found.standingEncounters().equals(encounters)
        && Set.copyOf(found.gaps()).equals(Set.copyOf(gaps()))
        && Set.copyOf(found.portCalls()).equals(Set.copyOf(portCalls()))
        && Oracle.resultSha256(found.standingAlerts()).equals(Oracle.resultSha256(alerts));
  }

  /** Whether each partition of each stage has said once that it has ended. */
  boolean ended(Outcome found) {
    List<String> all =
        found.ends().stream().map(e -> e.getStage() + "/" + e.getPartition()).sorted().toList();
    Map<String, Integer> stages =
        Map.of(
            "track", partitions.input(),
            "proximity", partitions.cell(),
            "meetings", partitions.pair(),
            "voyages", partitions.input(),
            "dark", partitions.pair(),
            "reception", partitions.pair(),
            "cases", partitions.cases());
    return all.equals(
        stages.entrySet().stream()
            .flatMap(s -> IntStream.range(0, s.getValue()).mapToObj(p -> s.getKey() + "/" + p))
            .sorted()
            .toList());
  }

  private void assertEnded(Outcome found) {
    assertThat(ended(found)).as("END of each partition, once: %s", found.ends()).isTrue();
  }

  private static void assertConserved(Outcome found) {
    long refused = 0;
    for (RunEnd end : found.ends()) {
      assertThat(count(end, "behindWatermark")).as("%s", end).isZero();
      if (end.getStage().equals("track")) {
        long in = found.published().getOrDefault(end.getPartition(), 0L);
        long out = count(end, "late") + count(end, "rejected");
        assertThat(count(end, "in")).as("%s", end).isEqualTo(in);
        assertThat(count(end, "accepted") + count(end, "duplicate") + out)
            .as("%s", end)
            .isEqualTo(in);
        refused += out;
      }
    }
    assertThat(found.rejects()).hasSize((int) refused);
  }

  /** Behind the watermark no sighting changes an encounter. */
  private static void assertClosedIsTheLastWord(List<Encounter> told) {
    Set<String> closed = new HashSet<>();
    for (Encounter e : told) {
      assertThat(closed).as("%s", e).doesNotContain(e.getEncounterId());
      if (e.getStatus() == FactStatus.CLOSED) {
        closed.add(e.getEncounterId());
      }
    }
  }

  /** A statement may change what is said of a closed alert's parties, never when and where. */
  private static void assertClosedAlertsKeepTheirFacts(List<Alert> told) {
    Map<String, Alert> closed = new HashMap<>();
    for (Alert a : told) {
      Alert before = closed.get(a.getAlertId());
      if (before != null) {
        assertThat(a.getStatus())
            .as("%s", a)
            .isIn(AlertStatus.CLOSED, AlertStatus.CLEARED, AlertStatus.RETRACTED);
        assertThat(List.of(a.getStart(), a.getEnd(), a.getLat(), a.getLon()))
            .isEqualTo(
                List.of(before.getStart(), before.getEnd(), before.getLat(), before.getLon()));
      }
      if (a.getStatus() == AlertStatus.CLOSED) {
        closed.put(a.getAlertId(), a);
      }
    }
  }

  private static long count(RunEnd end, String name) {
    return Objects.requireNonNull(end.getCounts().get(name), name);
  }

  private static <T> void assertRevisions(
      List<T> told, Function<T, String> id, ToIntFunction<T> revision) {
    Map<String, Integer> last = new HashMap<>();
    for (T t : told) {
      int expected = last.merge(id.apply(t), 1, Integer::sum);
      assertThat(revision.applyAsInt(t)).as("%s", t).isEqualTo(expected);
    }
  }
}
