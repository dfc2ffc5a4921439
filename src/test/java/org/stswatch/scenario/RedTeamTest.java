package org.stswatch.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stswatch.event.VesselReport;
import org.stswatch.event.WatchlistEntry;

/** Ways to hide and to accuse: docs/RED_TEAM.md has them all, and lies weigh what it says. */
class RedTeamTest {
  private static final Path PAGE = Path.of("docs/RED_TEAM.md");
  private static final Pattern FOLDER =
      Pattern.compile("\\(\\.\\./src/test/scenarios/([a-z0-9-]+)/story\\.md\\)");

  /** A line of a story: what changes no severity. */
  private static final String WEIGHTLESS = "- same severity without: ";

  private static final Map<String, Class<?>> KINDS =
      Map.of("reports", VesselReport.class, "lists", WatchlistEntry.class);

  /** What the issue asks for. */
  private static final int AT_LEAST = 10;

  @Test
  void everyFolderOfThePageExistsAndEveryWayIsOnThePage() throws IOException {
    Set<String> listed = new TreeSet<>();
    FOLDER.matcher(Files.readString(PAGE, UTF_8)).results().forEach(m -> listed.add(m.group(1)));
    assertThat(listed)
        .allSatisfy(name -> assertThat(Scenario.named(name).has("story.md")).as(name).isTrue())
        .containsAll(ways("red team"))
        .containsAll(ways("pretence"));
    assertThat(ways("red team")).hasSizeGreaterThanOrEqualTo(AT_LEAST);
  }

  @TestFactory
  List<DynamicTest> whatMustNotWeighLeavesTypeSeverityAndStatus() {
    return Scenario.all().stream()
        .filter(s -> weightless(s).findAny().isPresent())
        .map(s -> DynamicTest.dynamicTest(s.name(), () -> isWeightless(s)))
        .toList();
  }

  private static void isWeightless(Scenario scenario) throws IOException {
    Set<Class<?>> unsaid =
        weightless(scenario)
            .flatMap(kinds -> Pattern.compile(",\\s*").splitAsStream(kinds))
            .map(KINDS::get)
            .collect(Collectors.toSet());
    assertThat(unsaid).doesNotContainNull();
    assertThat(alerts(scenario.run(Set.of()))).isEqualTo(alerts(scenario.run(unsaid)));
  }

  private static List<String> alerts(Outcome outcome) {
    return outcome.alerts().stream()
        .map(a -> a.getAlertId() + " " + a.getType() + " " + a.getSeverity() + " " + a.getStatus())
        .toList();
  }

  private static Set<String> ways(String row) {
    return Scenario.all().stream()
        .filter(s -> story(s).value("row").equals(row))
        .map(Scenario::name)
        .collect(Collectors.toSet());
  }

  private static Stream<String> weightless(Scenario scenario) {
    return story(scenario)
        .text()
        .lines()
        .filter(line -> line.startsWith(WEIGHTLESS))
        .map(line -> line.substring(WEIGHTLESS.length()).strip());
  }

  private static Story story(Scenario scenario) {
    try {
      return scenario.story();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
