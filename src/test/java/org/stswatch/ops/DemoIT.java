package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The demo replays the case library: what each folder gives alone, all of them give in one stream.
 */
class DemoIT {
  private static final Path LIBRARY = Path.of("src/test/scenarios");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The Vityaz, and two tugs in New York harbour: a fact each, one alert. */
  private static final int OWN_FACTS = 2;

  private static final String OWN_ALERT = "HIGH RENDEZVOUS_ZONE 2017-10-15 17:30Z";

  /** A row of the table about two ships or more. */
  private static final Pattern ROW =
      Pattern.compile("^(\\S+) +(\\S+) .* x .*?(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\dZ)");

  @Test
  void the_demo_gives_what_its_cases_give_alone() throws IOException {
    int facts = OWN_FACTS;
    List<String> alerts = new ArrayList<>(List.of(OWN_ALERT));
    try (DemoLibrary library = DemoLibrary.unpack()) {
      assertThat(library.cases()).hasSizeGreaterThan(40);
      for (DemoLibrary.Listed one : library.cases()) {
        Path folder = LIBRARY.resolve(String.valueOf(Path.of(one.folder()).getFileName()));
        facts += Files.readAllLines(folder.resolve("expected-encounters.jsonl")).size();
        for (String line : Files.readAllLines(folder.resolve("expected-alerts.jsonl"))) {
          JsonNode alert = JSON.readTree(line);
          if (isOfShipsTogether(alert)) {
            alerts.add(row(alert));
          }
        }
      }
    }
    CommandLineTest.Answer answer = CommandLineTest.run("demo", "--exit");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("Lighthouse Winmore and four partners")
        .contains(String.format(Locale.ROOT, "%d encounters, ", facts))
        .contains("0 duplicate, 0 late, 0 rejected");
    assertThat(answer.out().lines().dropWhile(line -> !line.startsWith("SEVERITY")))
        .flatMap(line -> ROW.matcher(line).results().map(DemoIT::row).toList())
        .containsExactlyInAnyOrderElementsOf(alerts);
  }

  /**
   * About two ships or more. One ship alone may be silent between two cases, which neither knows,
   * and the traffic of a port is that of all cases.
   */
  private static boolean isOfShipsTogether(JsonNode alert) {
    return alert.path("parties").size() > 1 && !alert.path("status").asText().equals("RETRACTED");
  }

  private static String row(JsonNode alert) {
    String minute = alert.path("start").asText().substring(0, 16).replace('T', ' ');
    return String.join(
        " ", alert.path("severity").asText(), alert.path("type").asText(), minute + "Z");
  }

  private static String row(MatchResult row) {
    return String.join(" ", row.group(1), row.group(2), row.group(3));
  }
}
