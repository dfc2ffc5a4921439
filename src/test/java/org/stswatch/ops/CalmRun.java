package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.oracle.FrontDoor;
import org.stswatch.oracle.Oracle;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;

/**
 * The result of a replay that nothing disturbs, which the batch oracle finds too, and against which
 * the others are held.
 *
 * @param standing ids of the alerts that stand in the end
 */
record CalmRun(String resultSha256, String acceptedSha256, Set<String> standing) {

  /** Replays positions in two partitions, everywhere, as fast as it goes. */
  static CalmRun of(Path input, Path out) throws IOException {
    Answer answer =
        CommandLineTest.run(
            "replay",
            input.toString(),
            "--scope",
            "world",
            "--partitions",
            "2",
            "--out",
            out.toString(),
            "--json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    JsonNode manifest = RecordJson.MAPPER.readTree(Files.readString(out.resolve("manifest.json")));
    Set<String> standing = new TreeSet<>();
    for (JsonNode alert : RunFiles.alerts(out)) {
      if (!alert.path("status").asText().equals("RETRACTED")) {
        standing.add(alert.path("alertId").asText());
      }
    }
    assertThat(manifest.path("resultSha256").asText())
        .as("as the batch oracle finds it")
        .isEqualTo(oracle(input, manifest.path("version").asText()));
    return new CalmRun(
        manifest.path("resultSha256").asText(), manifest.path("acceptedSha256").asText(), standing);
  }

  private static String oracle(Path input, String version) {
    Settings settings = Rules.of("gfw", Map.of(Setting.SCOPE.key, "world")).settings();
    FrontDoor accepted = FrontDoor.of(input, settings);
    return Oracle.resultSha256(
        Oracle.of(settings)
            .withVersion(version)
            .alerts(accepted.sightings(), accepted.statements()));
  }

  /** Fails unless a disturbed run lost, doubled and changed nothing. */
  void assertSame(Trial.Outcome disturbed) {
    assertNothingLost(disturbed.ends(), disturbed.published());
    RevisionLedger alerts = ledger(disturbed, "alerts");
    assertThat(alerts.revisions()).isNotEmpty();
    assertThat(alerts.broken()).as("missing, doubled or out of turn").isEmpty();
    assertThat(alerts.last()).isEqualTo(Trial.lastAlertRevisions(disturbed.results()));
    assertThat(ledger(disturbed, "alerts.json")).as("alerts.json").isEqualTo(alerts);
    assertThat(ledger(disturbed, "alerts.current").last()).isEqualTo(alerts.last());
    RevisionLedger encounters = ledger(disturbed, "encounters");
    assertThat(encounters.broken()).as("missing, doubled or out of turn").isEmpty();
    assertThat(encounters.last()).isEqualTo(Trial.lastEncounterRevisions(disturbed.results()));
    assertSameResult(disturbed.ends(), disturbed.results());
  }

  /** Fails unless every message was judged once, and nothing came behind a watermark. */
  static void assertNothingLost(EndTracker ends, long published) {
    Map<String, Long> gate = ends.counts(ResultReader.ENTRY_STAGE);
    assertThat(gate).as("messages judged").containsEntry("in", published);
    long sorted =
        Stream.of("accepted", "duplicate", "late", "rejected")
            .mapToLong(name -> gate.getOrDefault(name, 0L))
            .sum();
    assertThat(gate).as("in = accepted + duplicate + late + rejected").containsEntry("in", sorted);
    for (String stage : ends.stages()) {
      assertThat(ends.counts(stage)).as(stage).containsEntry("behindWatermark", 0L);
    }
  }

  /** Fails unless the alerts that stand are the same, byte for byte. */
  void assertSameResult(EndTracker ends, Results results) {
    Set<String> stand = new TreeSet<>();
    results.standingAlerts().forEach(a -> stand.add(a.getAlertId()));
    assertThat(stand).isEqualTo(standing);
    assertThat(ends.acceptedSha256()).isEqualTo(acceptedSha256);
    assertThat(ResultHash.of(results.alerts().stream().map(RecordJson::of).toList()))
        .isEqualTo(resultSha256);
  }

  static RevisionLedger ledger(Trial.Outcome outcome, String topic) {
    return Objects.requireNonNull(outcome.ledgers().get(topic), topic);
  }
}
