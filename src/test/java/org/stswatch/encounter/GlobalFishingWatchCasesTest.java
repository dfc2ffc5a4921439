package org.stswatch.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stswatch.event.Encounter;
import org.stswatch.support.Sightings;
import org.stswatch.support.StepChain;
import org.stswatch.topology.Settings;
import org.stswatch.vessel.PairKey;

/** The series of Global Fishing Watch's own tests, with their settings, give their encounters. */
class GlobalFishingWatchCasesTest {
  private static final Map<String, String> THEIR_SETTINGS =
      Map.of("encounter.min-duration", "30m", "encounter.port-exclusion-m", "0");

  @TestFactory
  List<DynamicTest> theSeriesGiveTheirEncounters() {
    return List.of("simple", "dateline", "multi", "real").stream()
        .map(series -> DynamicTest.dynamicTest(series, () -> seriesGivesItsEncounters(series)))
        .toList();
  }

  @Test
  void twoPlacesInTurnAreNoEncounterWithoutTheSegmenter() {
    Map<String, String> off = new TreeMap<>(THEIR_SETTINGS);
    off.put("track.split", "off");
    assertThat(encounters("fastsep", off)).isEmpty();
  }

  @Test
  void twoPlacesInTurnAreOneContestedEncounterWithTheSegmenter() {
    assertThat(encounters("fastsep", THEIR_SETTINGS))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.getContested()).isTrue();
              assertThat(e.getStart()).isEqualTo(Instant.parse("2011-01-01T15:40:00Z"));
              assertThat(e.getEnd()).isEqualTo(Instant.parse("2011-01-01T17:40:00Z"));
            });
  }

  private static void seriesGivesItsEncounters(String series) {
    Map<PairKey, Encounter> found =
        new TreeMap<>(java.util.Comparator.comparing(PairKey::toString));
    encounters(series, THEIR_SETTINGS)
        .forEach(
            e -> assertThat(found.put(new PairKey(e.getVessel1(), e.getVessel2()), e)).isNull());
    Map<PairKey, List<NamedCsvRecord>> expected = expected(series);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (pair, rows) -> compare(java.util.Objects.requireNonNull(found.get(pair)), rows));
  }

  private static void compare(Encounter e, List<NamedCsvRecord> rows) {
    assertThat(e.getStart())
        .isEqualTo(rows.stream().map(r -> time(r, "start")).min(Instant::compareTo).orElseThrow());
    assertThat(e.getEnd())
        .isEqualTo(rows.stream().map(r -> time(r, "end")).max(Instant::compareTo).orElseThrow());
    for (NamedCsvRecord row : rows) {
      boolean first = vessel(row.getField("vessel_1")).equals(e.getVessel1());
      double metres = Double.parseDouble(row.getField("median_distance_km")) * 1000;
      if (!row.getField("vessel_1").equals("563418000")) {
        assertThat((double) e.getMedianDistanceM())
            .as("distance")
            .isCloseTo(metres, within(metres, 1));
      }
      double kn = Double.parseDouble(row.getField("median_speed_kn"));
      double ours = first ? e.getMedianSpeedKn1() : e.getMedianSpeedKn2();
      assertThat(ours).as("speed of " + row.getField("vessel_1")).isCloseTo(kn, within(kn, 0.01));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double value, double atLeast) {
    return org.assertj.core.data.Offset.offset(Math.max(value / 100, atLeast));
  }

  private static List<Encounter> encounters(String series, Map<String, String> overrides) {
    StepChain chain = new StepChain(Settings.ofProfile("gfw", overrides));
    Sightings.table("/gfw-cases/inputs.csv").stream()
        .filter(r -> r.getField("series").equals(series))
        .map(
            r ->
                Sightings.at(
                    vessel(r.getField("vessel")),
                    time(r, "time"),
                    Double.parseDouble(r.getField("lat")),
                    Double.parseDouble(r.getField("lon"))))
        .sorted(java.util.Comparator.comparing(org.stswatch.event.VesselSighting::getObservedAt))
        .forEach(chain::sight);
    return chain.end();
  }

  private static Map<PairKey, List<NamedCsvRecord>> expected(String series) {
    Map<PairKey, List<NamedCsvRecord>> rows =
        new TreeMap<>(java.util.Comparator.comparing(PairKey::toString));
    for (NamedCsvRecord row : Sightings.table("/gfw-cases/expected_raw.csv")) {
      if (row.getField("series").equals(series) && row.getField("max_tracked").equals("100")) {
        PairKey pair =
            PairKey.of(vessel(row.getField("vessel_1")), vessel(row.getField("vessel_2")));
        rows.computeIfAbsent(pair, k -> new java.util.ArrayList<>()).add(row);
      }
    }
    return rows;
  }

  private static Instant time(NamedCsvRecord row, String column) {
    return Instant.parse(row.getField(column));
  }

  private static String vessel(String id) {
    return id.length() == 9 ? id : "vessel-" + id;
  }
}
