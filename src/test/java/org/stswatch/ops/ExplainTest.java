package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.ops.CommandLineTest.Answer;

/** What {@code explain} answers about pairs of constructed ships, each of which ends at a gate. */
class ExplainTest {
  private static final Instant START = Instant.parse("2018-03-01T00:00:00Z");
  private static final double DEGREE_M = 111_195;
  private static final double KNOT_DEGREES_PER_HOUR = 1852 / DEGREE_M;

  /** In the Japan Sea, far from ports. */
  private static final double SEA_LAT = 40.5;

  private static final double SEA_LON = 134.5;

  @TempDir Path folder;
  private RunFolder run;

  private final Map<String, String> rows = new TreeMap<>();

  @BeforeEach
  void replayed() throws IOException {
    pair("273000001", "477000001", 240, 50, 0.2, SEA_LAT, SEA_LON);
    pair("273000002", "477000002", 240, 700, 0.2, SEA_LAT + 1, SEA_LON);
    pair("273000003", "477000003", 240, 100, 3, SEA_LAT, SEA_LON + 1);
    pair("273000004", "477000004", 240, 300, 0.2, 42.77, 132.89); // off Nakhodka
    pair("273000005", "477000005", 100, 100, 0.2, SEA_LAT + 1, SEA_LON + 1);
    pair("273000006", "477000006", 40, 100, 0.2, SEA_LAT - 0.5, SEA_LON + 1);
    pair("273000007", "477000007", 240, 100, 9, SEA_LAT - 0.5, SEA_LON);
    Path positions = folder.resolve("positions.csv");
    Files.writeString(positions, "mmsi,timestamp,lat,lon\n" + String.join("", rows.values()));
    run = RunFolder.of(folder, folder, Rules.of("gfw", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | NOTHING  | An alert: ENCOUNTER",
        "2 | CONTACT  | No encounter: least distance at a grid time is 700, at most 500 m needed",
        "3 | LOW_SPEED | No encounter: median speed of 273000003 is 3, below 2 kn needed",
        "4 | NOTHING  | An encounter, but no alert: NEAR_PORT",
        "5 | DURATION | No encounter: start to end within 500 m is 100, at least 120 min needed",
        "6 | TOGETHER | No encounter: longest run within 500 m is 40, at least 60 min needed",
        "7 | CONTACT  | No encounter: both sampled at once is 0, at least 1 grid times needed;"
            + " 273000007 sampled at 0 of 145 grid times (silent 120, too fast 25, off the track 0)"
      })
  void it_ends_at_the_gate_that_the_pair_did_not_pass(int pair, String lacks, String answer)
      throws IOException {
    JsonNode told = explain("273" + "%06d".formatted(pair), "477" + "%06d".formatted(pair));

    assertThat(told.path("answer").asText()).startsWith(answer);
    assertThat(told.path("lacks").asText()).isEqualTo(lacks);
  }

  @Test
  void an_alert_comes_with_all_gates_its_evidence_and_its_id() throws IOException {
    JsonNode told = explain("477000001", "273000001");

    assertThat(told.path("raised").asBoolean()).isTrue();
    assertThat(told.path("alert").path("alertId").asText()).hasSize(32);
    assertThat(told.path("alert").path("evidence")).isNotEmpty();
    assertThat(told.path("gates")).noneMatch(g -> g.path("outcome").asText().equals("FAILED"));
    JsonNode meeting = told.path("meeting");
    assertThat(gate(told, "together within 500 m")).isEqualTo(meeting.path("togetherMinutes"));
    assertThat(gate(told, "median speed of 273000001")).isEqualTo(meeting.path("medianSpeedKn1"));
    assertThat(meeting.path("togetherMinutes").asInt()).isEqualTo(240);
  }

  @Test
  void of_two_distances_one_is_enough() throws IOException {
    run = RunFolder.of(folder, folder, Rules.of("starboard", Map.of()));

    JsonNode told = explain("273000005", "477000005");

    assertThat(told.path("raised").asBoolean()).isTrue();
    assertThat(gate(told, "start to end within 200 m (either distance)").asInt()).isEqualTo(100);
    assertThat(gate(told, "start to end within 50 m (either distance)").asInt()).isZero();
  }

  @Test
  void a_silenced_alert_says_by_what_and_what_it_would_have_been() throws IOException {
    JsonNode told = explain("273000004", "477000004");

    assertThat(told.path("raised").asBoolean()).isFalse();
    assertThat(told.path("silencedBy").path(0).path("code").asText()).isEqualTo("NEAR_PORT");
    assertThat(told.path("gates"))
        .filteredOn(g -> g.path("outcome").asText().equals("FAILED"))
        .singleElement()
        .satisfies(g -> assertThat(g.path("threshold").asInt()).isEqualTo(10_000));
  }

  @Test
  void the_text_begins_with_the_answer_and_has_a_row_for_each_gate() {
    Answer answer = run("273000003,477000003");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("No encounter: median speed of 273000003 is 3, below 2 kn");
    assertThat(answer.out())
        .containsPattern("least distance at a grid time +100 +at most 500 +m +passed")
        .containsPattern("start to end within 500 m +240 +at least 120 +min +passed")
        .containsPattern("median speed of 477000003 +3 +below 2 +kn +failed");
  }

  @Test
  void ships_of_different_pairs_never_came_near() throws IOException {
    JsonNode told = explain("273000001", "477000002");

    assertThat(told.path("answer").asText()).startsWith("No encounter: least distance at a grid");
    assertThat(told.path("meeting").isMissingNode()).isTrue();
  }

  @Test
  void at_another_time_there_is_nothing_to_see() {
    Answer answer = run.run("273000001,477000001", "2018-03-09T00:00:00Z");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("No encounter: fixes of 273000001 is 0");
    assertThat(answer.out()).contains("Another encounter from 2018-03-01T00:00:00Z");
  }

  @Test
  void an_unknown_vessel_is_a_failure() {
    Answer answer = run("273000001,999999999");

    assertThat(answer.exitCode()).isEqualTo(Failure.FAILED);
    assertThat(answer.err()).contains("999999999: no accepted sighting of this vessel");
  }

  @Test
  void one_vessel_alone_is_a_usage_error() {
    assertThat(run("273000001").exitCode()).isEqualTo(Failure.USAGE);
    assertThat(run("273000001,273000001").exitCode()).isEqualTo(Failure.USAGE);
  }

  @Test
  void inputs_that_have_changed_or_are_gone_are_named() throws IOException {
    Path positions = folder.resolve("positions.csv");
    Files.writeString(positions, "mmsi,timestamp,lat,lon\n");
    Answer changed = run("273000001,477000001");
    Files.delete(positions);
    Answer gone = run("273000001,477000001");

    assertThat(changed.exitCode()).isEqualTo(Failure.FAILED);
    assertThat(changed.err()).contains("positions.csv: has changed since the run read it");
    assertThat(gone.exitCode()).isEqualTo(Failure.FAILED);
    assertThat(gone.err()).contains("positions.csv: the run read this file, and it is gone");
  }

  private JsonNode explain(String one, String other) throws IOException {
    return run.explain(one, other, START.toString());
  }

  private Answer run(String vessels) {
    return run.run(vessels, START.toString());
  }

  private static JsonNode gate(JsonNode told, String name) {
    for (JsonNode gate : told.path("gates")) {
      if (gate.path("gate").asText().equals(name)) {
        return gate.path("value");
      }
    }
    throw new AssertionError("no gate " + name);
  }

  /** Two constructed ships beside each other for so many minutes, sailing north. */
  private void pair(
      String one, String other, int minutes, int apartM, double kn, double lat, double lon) {
    for (int minute = 0; minute <= minutes; minute += 5) {
      double north = lat + minute / 60.0 * kn * KNOT_DEGREES_PER_HOUR;
      double east = lon + apartM / DEGREE_M / Math.cos(Math.toRadians(north));
      row(one, minute, north, lon);
      row(other, minute, north, east);
    }
  }

  private void row(String mmsi, int minute, double lat, double lon) {
    Instant at = START.plus(Duration.ofMinutes(minute));
    rows.put(at + mmsi, "%s,%s,%.6f,%.6f%n".formatted(mmsi, at, lat, lon));
  }
}
