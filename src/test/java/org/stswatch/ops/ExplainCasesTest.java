package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stswatch.topology.ReferencePack;
import org.stswatch.vessel.PairKey;

/** {@code explain} says of the case library what the whole topology said of it. */
class ExplainCasesTest {
  private static final ReferencePack PACK = ReferencePack.bundled();

  @TempDir Path folder;

  private final Map<PairKey, PairTrace> traces = new HashMap<>();

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("src/test/scenarios"))) {
      return all.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_encounter_and_its_alert_are_found_again(Path files) throws IOException {
    RunFolder.of(folder, files, rules(files));
    Map<String, JsonNode> alerts = alerts(files);
    for (String line : Files.readAllLines(files.resolve("expected-encounters.jsonl"))) {
      JsonNode encounter = RecordJson.MAPPER.readTree(line);
      String one = encounter.path("vessel1").asText();
      String other = encounter.path("vessel2").asText();
      JsonNode told = explain(one, other, encounter.path("start").asText());

      encounter
          .fields()
          .forEachRemaining(
              f -> assertThat(told.path("meeting").path(f.getKey())).isEqualTo(f.getValue()));
      JsonNode alert = alerts.remove(told.path("alert").path("alertId").asText());
      assertThat(told.path("raised").asBoolean()).isEqualTo(alert != null);
      if (alert != null) {
        assertThat(told.path("alert").path("type")).isEqualTo(alert.path("type"));
        assertThat(told.path("alert").path("severity")).isEqualTo(alert.path("severity"));
      }
    }
    for (JsonNode alert : alerts.values()) {
      assertThat(OUT_OF_SIGHT).contains(alert.path("type").asText());
      assertThat(outOfSight(alert)).contains(alert.path("alertId").asText());
    }
  }

  /** The ids of alerts of meetings out of sight that explain finds for the parties of one. */
  private List<String> outOfSight(JsonNode alert) throws IOException {
    String one = alert.path("parties").path(0).asText();
    String other = alert.path("parties").path(1).asText();
    List<String> ids = new ArrayList<>();
    for (JsonNode way : explain(one, other, alert.path("start").asText()).path("outOfSight")) {
      if (way.path("raised").asBoolean()) {
        ids.add(way.path("alert").path("alertId").asText());
        assertThat(way.path("alert").path("type").asText()).isIn(OUT_OF_SIGHT);
      }
    }
    return ids;
  }

  private JsonNode explain(String one, String other, String at) throws IOException {
    PairKey pair = PairKey.of(one, other);
    PairTrace trace = traces.get(pair);
    if (trace == null) {
      trace = RecordedRun.in(folder).trace(pair, PACK, new StopSignal());
      traces.put(pair, trace);
    }
    return new Explanation(trace, Instant.parse(at)).json();
  }

  /** What is asked of one vessel: what was seen beside it, and chains of meetings. */
  private static final Set<String> OTHERS = Set.of("DARK_RENDEZVOUS_OBSERVED", "STS_CHAIN");

  private static final Set<String> OUT_OF_SIGHT = Set.of("DARK_RENDEZVOUS_GAP", "DOUBLE_DARK");

  /** The standing alerts of pairs that were seen, by id. */
  private static Map<String, JsonNode> alerts(Path files) throws IOException {
    Map<String, JsonNode> alerts = new HashMap<>();
    for (String line : Files.readAllLines(files.resolve("expected-alerts.jsonl"))) {
      JsonNode alert = RecordJson.MAPPER.readTree(line);
      boolean stands = !alert.path("status").asText().equals("RETRACTED");
      boolean seen = !OTHERS.contains(alert.path("type").asText());
      if (stands && seen && alert.path("parties").size() > 1) {
        alerts.put(alert.path("alertId").asText(), alert);
      }
    }
    return alerts;
  }

  private static Rules rules(Path files) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("alert.scope", "world");
    Path file = files.resolve("settings.properties");
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        properties.load(in);
      }
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(k -> settings.put(k, properties.getProperty(k)));
    String profile = settings.remove("profile");
    return Rules.of(profile == null ? "gfw" : profile, settings);
  }
}
