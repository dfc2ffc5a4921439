package org.stswatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of src/test/scenarios gives what it says. {@code -Dbless=true} writes down what
 * comes out now, and the constructed tracks anew: read the difference before you commit it.
 */
class ScenarioTest {
  private static final boolean BLESS = Boolean.getBoolean("bless");

  @TestFactory
  List<DynamicTest> constructedTracksAreAsDrawn() {
    return Charts.all().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> isAsDrawn(e.getKey(), e.getValue())))
        .toList();
  }

  @TestFactory
  List<DynamicTest> scenariosGiveWhatTheySay() {
    return Scenario.all().stream()
        .map(s -> DynamicTest.dynamicTest(s.name(), () -> givesWhatItSays(s)))
        .toList();
  }

  private static void isAsDrawn(String name, Chart chart) throws IOException {
    Scenario scenario = Scenario.named(name);
    if (BLESS) {
      scenario.bless(Scenario.POSITIONS, chart.csv());
    }
    assertThat(chart.csv()).isEqualTo(scenario.text(Scenario.POSITIONS));
    assertThat(scenario.text("story.md")).containsIgnoringCase("constructed");
  }

  private static void givesWhatItSays(Scenario scenario) throws IOException {
    Scenario.Outcome outcome = scenario.run();
    assertThat(outcome.counts().balanced()).as("counts balance").isTrue();
    assertThat(outcome.counts().of("behindWatermark")).isZero();
    if (BLESS) {
      scenario.bless(Scenario.ENCOUNTERS, outcome.encounters());
      scenario.bless(Scenario.ALERTS, outcome.alerts());
    }
    assertThat(outcome.encounters()).isEqualTo(scenario.text(Scenario.ENCOUNTERS));
    assertThat(outcome.alerts()).isEqualTo(scenario.text(Scenario.ALERTS));
  }
}
