package org.stswatch.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.VesselSighting;
import org.stswatch.support.Sightings;
import org.stswatch.support.StepChain;
import org.stswatch.topology.Settings;

/**
 * The measure itself: a real day of New York harbour, whose encounters are known from Global
 * Fishing Watch's program.
 */
class OracleTest {
  private static final Map<String, String> RAW =
      Map.of(
          "encounter.port-exclusion-m", "0",
          "encounter.merge-gap", "0",
          "encounter.bridge-max", "0",
          "alert.scope", "world");

  private static final List<VesselSighting> HARBOUR =
      Sightings.table("/nyharbor-2020-12-08/positions.csv").stream()
          .map(
              r ->
                  Sightings.at(
                      r.getField("mmsi"),
                      Instant.parse(r.getField("timestamp")),
                      Double.parseDouble(r.getField("lat")),
                      Double.parseDouble(r.getField("lon"))))
          .toList();

  @Test
  void itFindsTheTwoEncountersOfTheHarbour() {
    assertThat(oracle(Map.of()).encounters(HARBOUR))
        .extracting(
            e -> e.getVessel1() + " " + e.getVessel2() + " " + e.getStart() + " " + e.getEnd())
        .containsExactly(
            "338203434 338361433 2020-12-08T12:20:00Z 2020-12-08T15:30:00Z",
            "338203434 338361433 2020-12-08T19:50:00Z 2020-12-08T22:40:00Z");
    assertThat(oracle(Map.of("encounter.min-duration", "60m")).encounters(HARBOUR)).hasSize(4);
  }

  @Test
  void theStepsFindTheSameInEveryField() {
    for (Map<String, String> settings :
        List.of(RAW, with(Map.of("encounter.merge-gap", "4h", "encounter.bridge-max", "12h")))) {
      StepChain chain = new StepChain(Settings.ofProfile("gfw", settings));
      HARBOUR.forEach(chain::sight);
      assertThat(chain.end().stream().map(OracleTest::withoutPort).toList())
          .isEqualTo(
              Oracle.of(Settings.ofProfile("gfw", settings)).encounters(HARBOUR).stream()
                  .map(OracleTest::withoutPort)
                  .toList());
    }
  }

  @Test
  void itKnowsNoOrderAndNoDuplicates() {
    List<VesselSighting> twice = new ArrayList<>(HARBOUR);
    twice.addAll(HARBOUR.subList(0, 2000));
    Collections.shuffle(twice, new Random(7));
    assertThat(oracle(Map.of()).encounters(twice)).isEqualTo(oracle(Map.of()).encounters(HARBOUR));
    assertThat(Oracle.accepted(twice)).isEqualTo(Oracle.accepted(HARBOUR));
  }

  @Test
  void anAlertStandsClosedForEachEncounterThatNothingSilences() {
    List<Alert> alerts =
        oracle(Map.of("encounter.anchored-neighbours", "off")).alerts(HARBOUR, List.of());
    assertThat(alerts).hasSize(2);
    assertThat(alerts).allMatch(a -> a.getStatus() == AlertStatus.CLOSED);
    assertThat(Oracle.resultSha256(alerts)).isNotEqualTo(Oracle.resultSha256(alerts.subList(0, 1)));
    assertThat(oracle(Map.of("encounter.port-exclusion-m", "10000")).alerts(HARBOUR, List.of()))
        .isEmpty();
  }

  private static Oracle oracle(Map<String, String> overrides) {
    return Oracle.of(Settings.ofProfile("gfw", with(overrides)));
  }

  private static Map<String, String> with(Map<String, String> overrides) {
    Map<String, String> all = new TreeMap<>(RAW);
    all.putAll(overrides);
    return all;
  }

  private static Encounter withoutPort(Encounter e) {
    return Encounter.newBuilder(e)
        .setRevision(0)
        .setPortDistanceM(null)
        .setNearestPort(null)
        .build();
  }
}
