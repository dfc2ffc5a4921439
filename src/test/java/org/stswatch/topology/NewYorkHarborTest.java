package org.stswatch.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Encounter;
import org.stswatch.event.VesselSighting;
import org.stswatch.support.Lab;
import org.stswatch.support.Sightings;
import org.stswatch.support.StepChain;

/** A real day of New York harbour: two tugs lie side by side in the Kill Van Kull. */
class NewYorkHarborTest {
  private static final Map<String, String> RAW =
      Map.of(
          "encounter.port-exclusion-m", "0",
          "encounter.merge-gap", "0",
          "encounter.bridge-max", "0",
          "alert.scope", "world");

  @Test
  void ofTwoHoursThereAreTwo() {
    assertThat(encounters(RAW))
        .extracting(NewYorkHarborTest::line)
        .containsExactly("338203434 x 338361433 12:20-15:30", "338203434 x 338361433 19:50-22:40");
  }

  @Test
  void ofOneHourThereAreFour() {
    assertThat(encounters(with(RAW, "encounter.min-duration", "60m"))).hasSize(4);
  }

  @Test
  void mergedThereIsOne() {
    assertThat(encounters(with(RAW, "encounter.merge-gap", "4h")))
        .extracting(NewYorkHarborTest::line)
        .containsExactly("338203434 x 338361433 12:20-22:40");
  }

  @Test
  void theProfileAlertsNoneOfThemAndKeepsTheFacts() {
    try (Lab lab = replay(Map.of("alert.scope", "world"))) {
      assertThat(lab.alerts()).isEmpty();
      assertThat(lab.encounters()).isNotEmpty();
    }
  }

  @Test
  void theCountsBalance() {
    try (Lab lab = replay(RAW)) {
      Lab.Counts counts = lab.counts(lab.topics().rejects());
      assertThat(counts.of("in")).isEqualTo(9091);
      assertThat(counts.balanced()).isTrue();
      assertThat(counts.of("behindWatermark")).isZero();
    }
  }

  private static String line(Encounter e) {
    return e.getVessel1()
        + " x "
        + e.getVessel2()
        + " "
        + time(e.getStart())
        + "-"
        + time(e.getEnd());
  }

  private static String time(Instant t) {
    return t.toString().substring(11, 16);
  }

  private static List<Encounter> encounters(Map<String, String> overrides) {
    StepChain chain = new StepChain(Settings.ofProfile("gfw", overrides));
    sightings().forEach(chain::sight);
    return chain.end();
  }

  private static Lab replay(Map<String, String> overrides) {
    Lab lab = new Lab(Settings.ofProfile("gfw", overrides), Duration.ZERO);
    sightings().forEach(lab::sight);
    lab.end();
    return lab;
  }

  private static Stream<VesselSighting> sightings() {
    return Sightings.table("/nyharbor-2020-12-08/positions.csv").stream()
        .map(
            r ->
                Sightings.at(
                    r.getField("mmsi"),
                    Instant.parse(r.getField("timestamp")),
                    Double.parseDouble(r.getField("lat")),
                    Double.parseDouble(r.getField("lon"))));
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new java.util.TreeMap<>(map);
    more.put(key, value);
    return more;
  }
}
