package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.CorroborationStatus;
import org.stswatch.ops.BrokenPipeline.Rule;
import org.stswatch.oracle.FrontDoor;
import org.stswatch.oracle.Oracle;

/**
 * The claim of this project, through a real broker: partitions, threads, processes, the order of
 * arrival, of sightings as of what is claimed beside them, and messages that come again change
 * nothing in what is found, and what is found is what a batch program finds that knows none of
 * them. The long form is scripts/determinism.sh.
 */
class DeterminismIT {
  @TempDir static Path folder;

  /** The constructed set of 100,000, or HARBOUR, a real day of New York harbour. */
  private static final MatrixData DATA =
      MatrixData.valueOf(System.getProperty("determinism.data", MatrixData.S1E5.name()));

  private static EmbeddedCluster cluster;
  private static MatrixInput input;
  private static MatrixRun matrix;
  private static String oracleSha256;
  private static String acceptedSha256;

  @BeforeAll
  static void start() throws IOException {
    cluster = EmbeddedCluster.forAnyProcess(Optional.empty());
    matrix = new MatrixRun(cluster, folder);
    input = new MatrixInput(DATA, folder);
    FrontDoor accepted = input.accepted();
    List<Alert> alerts = input.alerts(accepted);
    if (DATA == MatrixData.S1E5) { // the other names no ship
      assertThat(alerts).anyMatch(DeterminismIT::isListed).anyMatch(a -> !isListed(a));
    }
    assertThat(alerts).extracting(Alert::getStatus).contains(AlertStatus.CLEARED);
    assertThat(alerts)
        .extracting(a -> a.getCorroboration().getStatus())
        .contains(CorroborationStatus.CORROBORATED, CorroborationStatus.SINGLE_SOURCE);
    assertThat(alerts)
        .filteredOn(a -> a.getType().equals("DARK_RENDEZVOUS_OBSERVED"))
        .as("seen beside ships that lie slow")
        .hasSizeGreaterThan(3)
        .anyMatch(DeterminismIT::isCorroborated)
        .anyMatch(a -> !isCorroborated(a));
    oracleSha256 = Oracle.resultSha256(alerts);
    acceptedSha256 = Oracle.accepted(accepted.sightings()).sha256();
  }

  private static boolean isCorroborated(Alert alert) {
    return alert.getCorroboration().getStatus() == CorroborationStatus.CORROBORATED;
  }

  private static boolean isListed(Alert alert) {
    return alert.getParties().stream().anyMatch(p -> !p.getListedOn().isEmpty());
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCombinationGivesWhatTheOracleFinds() {
    return Combination.COVERING.stream()
        .map(c -> DynamicTest.dynamicTest(c.toString(), () -> givesWhatTheOracleFinds(c)));
  }

  private static void givesWhatTheOracleFinds(Combination combination) throws IOException {
    MatrixRun.Outcome outcome = matrix.run(combination, input);
    System.out.println(outcome.line(combination));
    outcome.assertWhole(combination);
    assertThat(outcome.lateness().isZero()).isEqualTo(!combination.shuffled());
    assertThat(outcome.acceptedSha256()).isEqualTo(acceptedSha256);
    assertThat(outcome.resultSha256()).isEqualTo(oracleSha256);
  }

  /** So that these tests are known to bite: in perfect order, in four partitions. */
  @Test
  void withoutHoldBacksTheResultIsAnother() throws IOException {
    Combination four = Combination.of("4 1 thread 1 instance in-order once");
    MatrixRun.Outcome outcome =
        matrix.run(four, input, what -> what.build(new BrokenPipeline(Rule.HOLD_BACK)));
    System.out.println("hold-back 0: " + outcome.line(four));
    assertThat(outcome.acceptedSha256()).isEqualTo(acceptedSha256);
    assertThat(outcome.resultSha256()).isNotEqualTo(oracleSha256);
    assertThat(outcome.stages().values())
        .anyMatch(counts -> counts.getOrDefault("behindWatermark", 0L) > 0);
  }
}
