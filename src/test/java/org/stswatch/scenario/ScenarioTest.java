package org.stswatch.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of src/test/scenarios gives what it says. {@code -Dbless=true} writes down what
 * comes out now, and the constructed tracks anew: read the difference before you commit it.
 */
class ScenarioTest {
  private static final boolean BLESS = Boolean.getBoolean("bless");

  private static final String LIST = "README.md";

  @TestFactory
  List<DynamicTest> constructedTracksAreAsDrawn() {
    return drawings().entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> isAsDrawn(e.getKey(), e.getValue())))
        .toList();
  }

  @TestFactory
  List<DynamicTest> scenariosGiveWhatTheySay() {
    return Scenario.all().stream()
        .map(s -> DynamicTest.dynamicTest(s.name(), () -> givesWhatItSays(s)))
        .toList();
  }

  /** The list of all cases says what their stories say. */
  @Test
  void theListIsThatOfTheStories() throws IOException {
    String list = CaseList.markdown(Scenario.all());
    Path file = Scenario.ROOT.resolve(LIST);
    if (BLESS) {
      Files.writeString(file, list, UTF_8);
    }
    assertThat(list).isEqualTo(Files.readString(file, UTF_8));
  }

  private static Map<String, Drawing> drawings() {
    Map<String, Drawing> all = new TreeMap<>(ReportedCases.all());
    all.putAll(PublishedSightings.all());
    all.putAll(OrdinaryCases.all());
    all.putAll(FeedFaults.all());
    all.putAll(TradeCases.all());
    all.putAll(Pretences.all());
    all.putAll(RedTeam.all());
    all.putAll(IdentityCases.all());
    all.putAll(DarkCases.all());
    all.putAll(AloneCases.all());
    all.putAll(SeenCases.all());
    all.putAll(DeclaredElsewhere.all());
    all.putAll(ChainCases.all());
    all.putAll(CarriedCases.all());
    Charts.all().forEach((name, chart) -> all.put(name, Drawing.of(chart)));
    return all;
  }

  private static void isAsDrawn(String name, Drawing drawing) throws IOException {
    Scenario scenario = Scenario.named(name);
    boolean speaks = !drawing.statements().isEmpty();
    boolean sees = !drawing.detections().isEmpty();
    if (BLESS) {
      scenario.bless(Scenario.POSITIONS, drawing.positions());
      if (speaks) {
        scenario.bless(Scenario.STATEMENTS, drawing.statements());
      }
      if (sees) {
        scenario.bless(Scenario.DETECTIONS, drawing.detections());
      }
    }
    assertThat(drawing.positions()).isEqualTo(scenario.text(Scenario.POSITIONS));
    if (speaks) {
      assertThat(drawing.statements()).isEqualTo(scenario.text(Scenario.STATEMENTS));
    }
    if (sees) {
      assertThat(drawing.detections()).isEqualTo(scenario.text(Scenario.DETECTIONS));
    }
    assertThat(scenario.text("story.md")).containsIgnoringCase("constructed");
  }

  private static void givesWhatItSays(Scenario scenario) throws IOException {
    Outcome outcome = scenario.run();
    assertThat(outcome.counts().balanced()).as("counts balance").isTrue();
    assertThat(outcome.counts().of("behindWatermark")).isZero();
    if (BLESS) {
      scenario.bless(Scenario.ENCOUNTERS, outcome.encounterLines());
      scenario.bless(Scenario.ALERTS, outcome.alertLines());
    }
    scenario.story().check(outcome);
    assertThat(outcome.encounterLines()).isEqualTo(scenario.text(Scenario.ENCOUNTERS));
    assertThat(outcome.alertLines()).isEqualTo(scenario.text(Scenario.ALERTS));
  }
}
