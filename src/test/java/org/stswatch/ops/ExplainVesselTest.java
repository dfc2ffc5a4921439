package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.topology.ReferencePack;

/**
 * What {@code explain --vessel} answers about cases of the library, by what the run itself said.
 */
class ExplainVesselTest {
  private static final Path CASES = Path.of("src/test/scenarios");
  private static final ReferencePack PACK = ReferencePack.bundled();

  @TempDir Path folder;

  private JsonNode explain(String scenario, String vessel, String at) throws IOException {
    RunFolder.of(folder, CASES.resolve(scenario), Rules.of("gfw", Map.of("alert.scope", "world")));
    VesselTrace trace = RecordedRun.in(folder).trace(vessel, PACK, new StopSignal());
    return new VesselExplanation(trace, Instant.parse(at)).json();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gap-among-others",
        "gap-on-a-lonely-sea",
        "gap-feed-outage",
        "gap-leaves-coverage",
        "loitering-dprk",
        "loitering-unlinked",
        "loitering-at-anchor",
        "listed-number-at-two-places",
        "chon-myong-1-at-vladivostok",
        "calls-that-say-nothing",
        "reported-while-silent",
        "reported-while-adrift-cleared",
        "eight-ships-declared-elsewhere"
      })
  void each_alert_of_one_ship_is_found_again_and_no_other(String scenario) throws IOException {
    Map<String, JsonNode> expected = new HashMap<>();
    TreeSet<String> ships = new TreeSet<>();
    for (String line : Files.readAllLines(CASES.resolve(scenario).resolve("positions.csv"))) {
      ships.add(line.replaceFirst(",.*", ""));
    }
    ships.remove("mmsi");
    for (String line : Files.readAllLines(CASES.resolve(scenario + "/expected-alerts.jsonl"))) {
      JsonNode alert = RecordJson.MAPPER.readTree(line);
      if (alert.path("parties").size() == 1) {
        expected.put(alert.path("alertId").asText(), alert);
      }
    }
    RunFolder.of(folder, CASES.resolve(scenario), Rules.of("gfw", Map.of("alert.scope", "world")));
    RecordedRun run = RecordedRun.in(folder);
    for (String ship : ships) {
      VesselTrace trace = run.trace(ship, PACK, new StopSignal());
      for (var judged : trace.alone()) {
        String at = judged.fact().start().toString();
        JsonNode told = new VesselExplanation(trace, Instant.parse(at)).json();
        for (JsonNode fact : told.path("facts")) {
          String id = fact.path("alert").path("alertId").asText();
          if (fact.path("start").asText().equals(at) && fact.path("raised").asBoolean()) {
            assertThat(expected).as(fact.toString()).containsKey(id);
            JsonNode alert = Objects.requireNonNull(expected.remove(id));
            assertThat(fact.path("alert").path("type")).isEqualTo(alert.path("type"));
            assertThat(fact.path("alert").path("severity")).isEqualTo(alert.path("severity"));
          }
        }
      }
    }
    assertThat(expected).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gap-on-a-lonely-sea | 445000021 | silence | UNSCORED | others heard within 50 km",
        "gap-feed-outage | 445000021 | silence | VOID | others heard within 50 km",
        "loitering-unlinked | 538000021 | loitering | WEAK | score; needed without a link to the mission"
      })
  void it_says_which_gate_silenced_it(
      String scenario, String vessel, String kind, String code, String gate) throws IOException {
    JsonNode told = explain(scenario, vessel, "2017-10-15T08:00:00Z");
    assertThat(told.path("facts"))
        .filteredOn(f -> f.path("kind").asText().equals(kind))
        .anySatisfy(
            f -> {
              assertThat(f.path("raised").asBoolean()).isFalse();
              assertThat(f.path("silencedBy").path(0).path("code").asText()).isEqualTo(code);
              assertThat(f.path("gates"))
                  .filteredOn(g -> g.path("gate").asText().equals(gate))
                  .singleElement()
                  .satisfies(
                      g -> {
                        assertThat(g.path("outcome").asText()).isEqualTo("FAILED");
                        assertThat(g.path("threshold").isNumber()).isTrue();
                        assertThat(g.path("value").isNumber()).isTrue();
                      });
            });
  }

  /** Four days on one course, heard every half hour. */
  @Test
  void where_nothing_is_told_it_says_how_long_the_ship_was_silent() throws IOException {
    StringBuilder rows = new StringBuilder("mmsi,timestamp,lat,lon\n");
    Instant start = Instant.parse("2018-03-01T00:00:00Z");
    for (int i = 0; i < 192; i++) {
      rows.append(
          "538000021,%s,%.4f,150.0%n".formatted(start.plusSeconds(1800 * i), 20 + i / 15.0));
    }
    Files.writeString(folder.resolve("positions.csv"), rows);
    RunFolder.of(folder, folder, Rules.of("gfw", Map.of()));
    VesselTrace trace = RecordedRun.in(folder).trace("538000021", PACK, new StopSignal());
    assertThat(answer(trace, "2018-03-02T23:00:00Z"))
        .endsWith("longest silence is 30, at least 360 min needed.");
    assertThat(answer(trace, "2018-02-01T00:00:00Z")).endsWith("it was not heard then.");
  }

  private static String answer(VesselTrace trace, String at) {
    JsonNode told = new VesselExplanation(trace, Instant.parse(at)).json();
    assertThat(told.path("facts")).isEmpty();
    return told.path("answers").path(0).asText();
  }

  @Test
  void of_a_chain_it_says_the_links_or_which_is_missing() throws IOException {
    String text = answers("mercury-shundlli-unknown");
    assertThat(text).contains("a chain ends here").contains("an alert, STS_CHAIN");
    assertThat(answers("chain-broken-for-15-days"))
        .contains("no chain ends here: the end is there, and")
        .contains("met nobody in the 14 days before");
    assertThat(answers("declared-tankers")).contains("no chain ends here: no end at the DPRK");
  }

  /** Of the first ship of each encounter. */
  private String answers(String scenario) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line : Files.readAllLines(CASES.resolve(scenario + "/expected-encounters.jsonl"))) {
      JsonNode e = RecordJson.MAPPER.readTree(line);
      all.append(explain(scenario, e.path("vessel1").asText(), e.path("start").asText()));
    }
    return all.toString();
  }

  @Test
  void the_command_takes_one_vessel_or_two() throws IOException {
    RunFolder run =
        RunFolder.of(
            folder,
            CASES.resolve("loitering-dprk"),
            Rules.of("gfw", Map.of("alert.scope", "world")));
    Answer one = run.ask("--vessel", "445000021", "--at", "2017-10-15T05:00:00Z");
    assertThat(one.exitCode()).isZero();
    assertThat(one.out())
        .startsWith("loitering from 2017-10-15T00:00:00Z: an alert, LOITERING")
        .containsPattern("slow +\\d+ +at least 240 +min +passed")
        .contains("DPRK_LINKED");
    assertThat(run.ask("--vessel", "445000099", "--at", "2017-10-15T05:00:00Z").exitCode())
        .isEqualTo(1);
    assertThat(
            run.ask("--vessel", "1", "--vessels", "1,2", "--at", "2017-10-15T05:00:00Z").exitCode())
        .isEqualTo(2);
  }
}
