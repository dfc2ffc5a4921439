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
        "eight-ships-declared-elsewhere",
        "seen-beside-a-tanker",
        "seen-beside-a-tanker-by-patrol",
        "seen-beside-in-squid-season",
        "seen-in-a-roadstead",
        "seen-with-another-length"
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
      if (alert.path("parties").valueStream().filter(JsonNode::isTextual).count() == 1) {
        expected.put(alert.path("alertId").asText(), alert);
      }
    }
    RunFolder.of(folder, CASES.resolve(scenario), Rules.of("gfw", Map.of("alert.scope", "world")));
    RecordedRun run = RecordedRun.in(folder);
    Map<String, JsonNode> found = new HashMap<>();
    for (String ship : ships) {
      VesselTrace trace = run.trace(ship, PACK, new StopSignal());
      for (var judged : trace.alone()) {
        String at = judged.fact().start().toString();
        JsonNode told = new VesselExplanation(trace, Instant.parse(at)).json();
        for (JsonNode fact : told.path("facts")) {
          if (fact.path("start").asText().equals(at) && fact.path("raised").asBoolean()) {
            found.put(fact.path("alert").path("alertId").asText(), fact.path("alert"));
          }
        }
      }
    }
    assertThat(found).containsOnlyKeys(expected.keySet());
    found.forEach(
        (id, alert) -> {
          JsonNode same = Objects.requireNonNull(expected.get(id));
          assertThat(alert.path("type")).isEqualTo(same.path("type"));
          assertThat(alert.path("severity")).isEqualTo(same.path("severity"));
        });
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seen-beside-a-tanker | 273999800 | 2018-12-01 | something seen beside it"
            + " (CONSTRUCTED-SAR-2) from 2018-12-01T06:06:00Z: an alert, DARK_RENDEZVOUS_OBSERVED,"
            + " MEDIUM, score 3.5.",
        "seen-beside-a-tanker | 273999800 | 2018-12-01 | something seen beside it"
            + " (CONSTRUCTED-SAR-1) from 2018-12-01T06:06:00Z: no alert: ON_AIS: What was seen was"
            + " the ship itself.",
        "seen-is-a-ship-that-passes | 273999806 | 2018-12-31 | something seen beside it"
            + " (CONSTRUCTED-SAR-2) from 2018-12-31T06:06:00Z: no alert: ON_AIS: What was seen was"
            + " 538999986, which was heard there.",
        "seen-is-a-small-craft | 273999801 | 2018-12-06 | CONSTRUCTED-SAR-2, seen by SAR at"
            + " 2018-12-06T06:06:00Z: nothing beside it, length of it is 18, at least 30 m needed.",
        "seen-an-hour-after-she-left | 273999807 | 2019-01-05 | CONSTRUCTED-SAR-1, seen by SAR at"
            + " 2019-01-05T12:18:00Z: nothing beside it, before or after she lay slow so long is 56,"
            + " at most 30 min needed.",
        "seen-too-far-off | 273999802 | 2018-12-11 | CONSTRUCTED-SAR-2, seen by SAR at"
            + " 2018-12-11T06:06:00Z: nothing beside it, from where she lay, its error allowed for"
            + " is 900, at most 530 m needed.",
        "seen-four-days-ago | 273999808 | 2019-01-10 | CONSTRUCTED-SAR-2, seen by SAR at"
            + " 2019-01-10T06:06:00Z: nothing beside it, received after it was seen is 4800, at most"
            + " 4320 min needed.",
        "seen-in-a-roadstead | 273999799 | 2018-12-01 | CONSTRUCTED-SAR-2, seen by SAR at"
            + " 2018-12-01T06:06:00Z: nothing beside it, slow at sea around that time, below 2 kn is"
            + " 0, at least 120 min needed."
      })
  void of_what_was_seen_near_it_it_says_what_became_of_it(
      String scenario, String vessel, String day, String answer) throws IOException {
    JsonNode told = explain(scenario, vessel, day + "T08:00:00Z");

    assertThat(told.path("answers")).anySatisfy(a -> assertThat(a.asText()).startsWith(answer));
  }

  @Test
  void of_what_was_seen_beside_it_each_gate_has_its_value_and_threshold() throws IOException {
    explain("seen-is-a-ship-that-passes", "273999806", "2018-12-31T08:00:00Z");
    Answer told =
        new RunFolder(folder).ask("--vessel", "273999806", "--at", "2018-12-31T08:00:00Z");

    assertThat(told.out())
        .containsPattern("received after it was seen +540 +at most 4320 +min +passed")
        .containsPattern("length of it +126 +at least 30 +m +passed")
        .containsPattern("slow at sea around that time, below 2 kn +580 +at least 120 +min +passed")
        .containsPattern("from where she lay, its error allowed for +326 +at most 530 +m +passed")
        .containsPattern("538999986 may be it: off its way, or in its reach +26 +at most 1530 +m")
        .containsPattern("273999806 may be it: length that it states, off by +40 +at most 25 +%")
        .containsPattern("that are it, the nearest first: 538999986 +1 +at most 0 +ships +failed");
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
