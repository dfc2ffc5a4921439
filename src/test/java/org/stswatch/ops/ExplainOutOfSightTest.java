package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.topology.ReferencePack;
import org.stswatch.vessel.PairKey;

/** What {@code explain --vessels} answers of cases of the library in which AIS saw no meeting. */
class ExplainOutOfSightTest {
  private static final Path CASES = Path.of("src/test/scenarios");
  private static final ReferencePack PACK = ReferencePack.bundled();

  @TempDir Path folder;

  private RunFolder run(String scenario) throws IOException {
    Rules rules = Rules.of("gfw", Map.of("alert.scope", "world"));
    return RunFolder.of(folder, CASES.resolve(scenario), rules);
  }

  private JsonNode explain(String scenario, String one, String other, String at)
      throws IOException {
    run(scenario);
    PairTrace trace = RecordedRun.in(folder).trace(PairKey.of(one, other), PACK, new StopSignal());
    return new Explanation(trace, Instant.parse(at)).json().path("outOfSight");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vityaz-silent-unreported | 273999991 | 445999992 | 2017-10-16T00:00:00Z | DARK_RENDEZVOUS_GAP | LOW",
        "silent-ship-on-its-way | 538999971 | 445999971 | 2017-10-15T04:00:00Z | DARK_RENDEZVOUS_GAP | HIGH",
        "double-dark | 538999971 | 636999972 | 2017-10-15T04:00:00Z | DOUBLE_DARK | MEDIUM"
      })
  void an_alert_comes_with_each_gate_that_it_passed(
      String scenario, String one, String other, String at, String type, String severity)
      throws IOException {
    JsonNode told = explain(scenario, one, other, at);

    assertThat(told).isNotEmpty();
    assertThat(told)
        .anySatisfy(
            way -> {
              assertThat(way.path("answer").asText())
                  .startsWith(
                      "A meeting out of sight was possible: an alert, " + type + ", " + severity);
              assertThat(way.path("raised").asBoolean()).isTrue();
              assertThat(way.path("alert").path("evidence")).isNotEmpty();
              assertThat(way.path("gates"))
                  .noneMatch(g -> g.path("outcome").asText().equals("FAILED"));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "silent-ship-too-far-off | 538999971 | 445999971 | 2017-10-15T06:00:00Z | No meeting out of"
            + " sight: both could have been there at 14 kn is 0, at least 120 min needed.",
        "silent-among-fishing-boats | 412999950 | 412999951 | 2017-09-20T20:00:00Z | No meeting out"
            + " of sight: silent ships times partners that were possible is 20, at most 12 meetings"
            + " needed.",
        "silent-with-the-feed | 538999960 | 538999961 | 2018-01-15T12:00:00Z | No meeting out of"
            + " sight: receivers that stopped; reception of 538999960 VOID is 1, at most 0 receivers"
            + " needed.",
        "double-dark-far-apart | 538999971 | 636999972 | 2017-10-15T06:00:00Z | A meeting out of"
            + " sight was possible, but no alert: WEAK: It was possible, as much else was. (limits:"
            + " FAR_APART is 1, at most 0 limits needed)",
        "double-dark-lonely | 538999971 | 636999972 | 2017-10-15T06:00:00Z | A meeting out of sight"
            + " was possible, but no alert: WEAK: It was possible, as much else was. (limits:"
            + " UNWITNESSED is 1, at most 0 limits needed)",
        "silent-ship-that-saw-her-on-ais | 538999971 | 445999971 | 2017-10-15T06:00:00Z | A meeting"
            + " out of sight was possible, but no alert: COVERED: another alert or encounter of the"
            + " two is about that time. (stronger, or seen, about that time: alerts is 1, at most 0"
            + " alerts needed)"
      })
  void without_one_it_says_which_gate_was_not_passed(
      String scenario, String one, String other, String at, String answer) throws IOException {
    JsonNode told = explain(scenario, one, other, at);

    assertThat(told).hasSize(1);
    assertThat(told.path(0).path("answer").asText()).isEqualTo(answer);
    assertThat(told.path(0).path("raised").asBoolean()).isFalse();
    assertThat(told.path(0).path("gates"))
        .filteredOn(g -> g.path("outcome").asText().equals("FAILED"))
        .first()
        .satisfies(
            g -> {
              assertThat(g.path("value").isNumber()).isTrue();
              assertThat(g.path("threshold").isNumber()).isTrue();
            });
  }

  /** Four days on one course, each heard every half hour. */
  @Test
  void of_ships_that_were_heard_throughout_it_says_how_long_they_were_silent() throws IOException {
    StringBuilder rows = new StringBuilder("mmsi,timestamp,lat,lon\n");
    Instant start = Instant.parse("2018-03-01T00:00:00Z");
    for (int i = 0; i < 192; i++) {
      String at = start.plusSeconds(1800 * i).toString();
      rows.append("538000021,%s,%.4f,150.0%n".formatted(at, 20 + i / 15.0));
      rows.append("538000022,%s,%.4f,152.0%n".formatted(at, 20 + i / 15.0));
    }
    Files.writeString(folder.resolve("positions.csv"), rows);
    RunFolder run = RunFolder.of(folder, folder, Rules.of("gfw", Map.of()));

    JsonNode told = run.explain("538000021", "538000022", "2018-03-02T23:00:00Z");

    assertThat(told.path("outOfSight").path(0).path("answer").asText())
        .isEqualTo(
            "No meeting out of sight: longest silence of 538000021 is 30, at least 360 min needed.");
  }

  @Test
  void the_text_has_the_answer_below_that_about_encounters_and_a_row_for_each_gate()
      throws IOException {
    Answer answer = run("double-dark").run("538999971,636999972", "2017-10-15T04:00:00Z");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out().lines().skip(1).findFirst().orElseThrow())
        .startsWith("A meeting out of sight was possible: an alert, DOUBLE_DARK");
    assertThat(answer.out())
        .containsPattern("silence of 538999971 +480 +at least 360 +min +passed")
        .containsPattern("last heard apart; or neither went far +\\d+ +below 92600 +m +passed")
        .containsPattern("both could have been there at 14 kn +\\d+ +at least 120 +min +passed")
        .containsPattern("SILENT_TOGETHER +FOR");
  }

  /** Whoever sees a ship and knows her MMSI is no receiver of hers: her track has no such fix. */
  @Test
  void what_a_patrol_saw_is_no_fix_of_a_ship() throws IOException {
    Files.writeString(
        folder.resolve("positions.csv"),
        "mmsi,timestamp,lat,lon\n538000021,2018-03-01T00:00:00Z,40.0,134.0\n"
            + "538000022,2018-03-01T00:00:00Z,40.0,134.0\n");
    Files.writeString(
        folder.resolve("detections.jsonl"),
        "{\"vesselKey\":\"538000021\",\"observedAt\":\"2018-03-01T00:30:00Z\",\"lat\":40.0,"
            + "\"lon\":134.0,\"sourceKind\":\"PATROL\"}\n");
    RunFolder run = RunFolder.of(folder, folder, Rules.of("gfw", Map.of()));

    JsonNode told = run.explain("538000021", "538000022", "2018-03-01T00:00:00Z");

    assertThat(told.path("gates").path(0).path("gate").asText()).isEqualTo("fixes of 538000021");
    assertThat(told.path("gates").path(0).path("value").asInt()).isEqualTo(1);
  }
}
