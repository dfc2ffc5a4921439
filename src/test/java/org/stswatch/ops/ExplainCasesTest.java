package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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
    assertThat(alerts).isEmpty();
  }

  private JsonNode explain(String one, String other, String at) throws IOException {
    PairTrace trace = RecordedRun.in(folder).trace(PairKey.of(one, other), PACK, new StopSignal());
    return new Explanation(trace, Instant.parse(at)).json();
  }

  /** What explain does not know: what was possible or seen beside AIS, and chains of meetings. */
  private static final Set<String> OTHERS =
      Set.of("DARK_RENDEZVOUS_GAP", "DARK_RENDEZVOUS_OBSERVED", "DOUBLE_DARK", "STS_CHAIN");

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
