package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The demo replays the case library: what each folder gives alone, all of them give in one stream.
 */
class DemoIT {
  private static final Path LIBRARY = Path.of("src/test/scenarios");

  /** The Vityaz, and two tugs in New York harbour: a fact each, one alert. */
  private static final int OWN_FACTS = 2;

  private static final int OWN_ALERTS = 1;

  /**
   * An alert about two ships. One ship alone may be silent between two cases, which neither knows.
   */
  private static final Pattern PAIR = Pattern.compile("\"parties\":\\[[^],]+,[^],]+]");

  @Test
  void the_demo_gives_what_its_cases_give_alone() throws IOException {
    int facts = OWN_FACTS;
    int alerts = OWN_ALERTS;
    try (DemoLibrary library = DemoLibrary.unpack()) {
      assertThat(library.cases()).hasSizeGreaterThan(40);
      for (DemoLibrary.Listed one : library.cases()) {
        Path folder = LIBRARY.resolve(String.valueOf(Path.of(one.folder()).getFileName()));
        facts += Files.readAllLines(folder.resolve("expected-encounters.jsonl")).size();
        alerts +=
            (int)
                Files.readAllLines(folder.resolve("expected-alerts.jsonl")).stream()
                    .filter(line -> !line.contains("RETRACTED") && PAIR.matcher(line).find())
                    .count();
      }
    }
    CommandLineTest.Answer answer = CommandLineTest.run("demo", "--exit");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("Lighthouse Winmore and four partners")
        .contains(String.format(Locale.ROOT, "%d encounters, ", facts))
        .contains("0 duplicate, 0 late, 0 rejected");
    assertThat(answer.out().lines().dropWhile(line -> !line.startsWith("SEVERITY")))
        .filteredOn(line -> line.contains(" x "))
        .hasSize(alerts);
  }
}
