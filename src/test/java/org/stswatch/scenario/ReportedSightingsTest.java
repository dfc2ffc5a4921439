package org.stswatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.CorroborationStatus;
import org.stswatch.event.Evidence;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.oracle.Oracle;
import org.stswatch.support.Lab;
import org.stswatch.topology.Settings;

/**
 * The sightings that Japan reported in 2018 and 2019, with constructed tracks of the same ships,
 * through the whole topology in the default scope.
 */
class ReportedSightingsTest {
  private static final Settings SETTINGS = Settings.ofProfile("gfw", Map.of());
  private static final List<Reported> ROWS = Reported.all();

  private record Event(Instant at, SpecificRecord input) {}

  /** All of it, reports received at the time that this makes of their publication. */
  private static List<Alert> alerts(UnaryOperator<Instant> publication) {
    return alerts(publication, Reported::namesShip);
  }

  private static List<Alert> alerts(
      UnaryOperator<Instant> publication, Predicate<Reported> isSeenOnAis) {
    List<Event> events = new ArrayList<>();
    for (Reported row : ROWS) {
      for (VesselSighting s : isSeenOnAis.test(row) ? row.tracks() : List.<VesselSighting>of()) {
        events.add(new Event(s.getObservedAt(), s));
      }
      for (VoyageStatement s : row.statements()) {
        events.add(new Event(s.getObservedAt(), s));
      }
      VesselReport report = row.report();
      events.add(new Event(publication.apply(report.getPublishedAt()), report));
    }
    events.sort(Comparator.comparing(Event::at));
    return run(events);
  }

  private static List<Alert> run(List<Event> events) {
    try (Lab lab = new Lab(SETTINGS, Duration.ZERO)) {
      for (Event e : events) {
        if (e.input() instanceof VesselSighting s) {
          lab.sight(s);
        } else {
          lab.claim(e.input(), e.at());
        }
      }
      lab.end();
      return Lab.standing(lab.alerts());
    }
  }

  private static List<Alert> asPublished() {
    return alerts(published -> published);
  }

  private static List<String> reports(Alert alert, String code) {
    return alert.getEvidence().stream()
        .filter(e -> e.getCode().equals(code))
        .map(Evidence::getText)
        .toList();
  }

  private static String nameOf(Alert alert) {
    return String.valueOf(
        alert.getParties().stream()
            .filter(p -> "KP".equals(p.getFlag()))
            .findFirst()
            .orElseThrow()
            .getName());
  }

  @Test
  void eachOfTheSixRowsThatNameAShipIsOneCorroboratedAlert() {
    List<Alert> alerts = asPublished();
    assertThat(ROWS).hasSize(7);
    assertThat(alerts)
        .extracting(ReportedSightingsTest::nameOf)
        .containsExactly(
            "RYE SONG GANG 1", "JI SONG 6", "SAM JONG 2", "NAM SAN 8", "YU SON", "YU SON");
    for (Alert a : alerts) {
      assertThat(a.getStatus()).isEqualTo(AlertStatus.CLOSED);
      assertThat(a.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.CORROBORATED);
      assertThat(a.getCorroboration().getOriginators()).containsExactly("own AIS", "japan-mofa");
      assertThat(a.getCorroboration().getDisciplines()).containsExactly("ais", "naval");
      assertThat(reports(a, "REPORTED")).hasSize(1);
    }
  }

  @Test
  void theTwoRowsOfYuSonAreTwoEncountersAndEachReportIsAmbiguousOnTheOther() {
    List<Alert> yuSon = asPublished().stream().filter(a -> nameOf(a).equals("YU SON")).toList();
    assertThat(yuSon).hasSize(2);
    String midnight = "japan-mofa:6";
    String morning = "japan-mofa:5";
    assertThat(reports(yuSon.get(0), "REPORTED").get(0)).contains(midnight).doesNotContain(morning);
    assertThat(reports(yuSon.get(0), "AMBIGUOUS_REPORT").get(0)).contains(morning);
    assertThat(reports(yuSon.get(1), "REPORTED").get(0)).contains(morning).doesNotContain(midnight);
    assertThat(reports(yuSon.get(1), "AMBIGUOUS_REPORT").get(0)).contains(midnight);
  }

  @Test
  void theRowThatNamesNoShipAndNoPlaceRaisesNothingAndJoinsNothing() {
    assertThat(ROWS).filteredOn(r -> !r.namesShip()).hasSize(1);
    List<Alert> thatNight =
        alerts(published -> published, r -> !r.namesShip()).stream()
            .filter(a -> a.getStart().toString().startsWith("2018-02-2"))
            .toList();
    assertThat(thatNight).hasSize(1); // by its constructed tracks, which are of a DPRK ship
    Alert alert = thatNight.get(0);
    assertThat(alert.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.SINGLE_SOURCE);
    assertThat(alert.getEvidence()).noneMatch(e -> e.getText().contains("japan-mofa"));
  }

  @Test
  void reportsWithoutSightingsRaiseNothing() {
    assertThat(
            run(
                ROWS.stream()
                    .map(Reported::report)
                    .map(r -> new Event(r.getPublishedAt(), r))
                    .toList()))
        .isEmpty();
  }

  @Test
  void whetherAReportComesBeforeWithOrWeeksAfterTheAlertIsTheSame() {
    String sha256 = hash(asPublished());
    Duration year = Duration.ofDays(365);
    assertThat(hash(alerts(published -> published.minus(year)))).isEqualTo(sha256);
    assertThat(hash(alerts(published -> published.minus(Duration.ofDays(10))))).isEqualTo(sha256);
    assertThat(hash(alerts(published -> published.plus(Duration.ofDays(42))))).isEqualTo(sha256);
    assertThat(hash(alerts(published -> published.plus(year)))).isEqualTo(sha256);
    assertThat(hash(alerts(published -> published.plus(Duration.ofDays(500)))))
        .isNotEqualTo(sha256);
  }

  @Test
  void theOracleFindsTheSame() {
    List<VesselSighting> sightings =
        ROWS.stream().filter(Reported::namesShip).flatMap(r -> r.tracks().stream()).toList();
    List<SpecificRecord> claims = new ArrayList<>();
    ROWS.forEach(r -> claims.addAll(r.statements()));
    ROWS.forEach(r -> claims.add(r.report()));
    assertThat(hash(Oracle.of(SETTINGS).withVersion("test").alerts(sightings, claims)))
        .isEqualTo(hash(asPublished()));
    Collections.shuffle(claims, new Random(3));
    assertThat(hash(Oracle.of(SETTINGS).withVersion("test").alerts(sightings, claims)))
        .isEqualTo(hash(asPublished()));
  }

  private static String hash(List<Alert> alerts) {
    return Oracle.resultSha256(
        alerts.stream().map(a -> Alert.newBuilder(a).setRevision(0).build()).toList());
  }
}
