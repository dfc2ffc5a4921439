package org.stswatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.RunEnd;
import org.stswatch.oracle.Oracle;
import org.stswatch.stream.Judge;
import org.stswatch.topology.Partitions;

/** Holds what a run published against what the oracle finds in what had to be accepted. */
final class Verdict {
  private final List<VesselSighting> accepted;
  private final List<Encounter> encounters;
  private final List<Alert> alerts;
  private final Partitions partitions;

  Verdict(SeededRun run) {
    Judge judge = new Judge(run.settings.replayTime(run.lateness()));
    accepted =
        run.arrivals.received().stream()
            .filter(r -> r.isSighting() && judge.refuse(r.message(), r.receivedMs()) == null)
            .map(r -> (VesselSighting) r.message())
            .toList();
    List<VoyageStatement> statements = run.world.statements();
    Oracle oracle = Oracle.of(run.settings);
    encounters = oracle.encounters(accepted);
    alerts = oracle.alertsOf(encounters, statements);
    partitions = run.partitions;
  }

  List<Alert> alerts() {
    return alerts;
  }

  List<Encounter> encounters() {
    return encounters;
  }

  /** Every claim about one run. */
  void assertHolds(Outcome found) {
    assertEnded(found);
    assertThat(found.acceptedSha256()).isEqualTo(Oracle.accepted(accepted).sha256());
    assertThat(found.standingEncounters()).isEqualTo(encounters);
    assertThat(Oracle.resultSha256(found.standingAlerts()))
        .as("%s instead of %s", found.standingAlerts(), alerts)
        .isEqualTo(Oracle.resultSha256(alerts));
    assertConserved(found);
    assertRevisions(found.alerts(), Alert::getAlertId, Alert::getRevision);
    assertRevisions(found.encounters(), Encounter::getEncounterId, Encounter::getRevision);
  }

  /** Whether the alerts and encounters are those of the oracle. */
  boolean sameResult(Outcome found) {
    return found.standingEncounters().equals(encounters)
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
