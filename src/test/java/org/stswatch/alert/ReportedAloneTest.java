package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.CorroborationStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.Reception;
import org.stswatch.event.Severity;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Loitering;
import org.stswatch.report.Told;

/** What reports make of a silence or a loitering; constructed, 41 N 133 E is off any port. */
class ReportedAloneTest {
  private static final String SHIP = "538000001";
  private static final String DPRK = "445000001";

  private static CaseStep step(AlertSettings.Scope scope) {
    return new CaseStep(Meeting.alerts(scope), Duration.ofDays(400));
  }

  /** Somebody photographed a transfer by this ship on 15 October, north of there. */
  private static Told seen(String ship) {
    return Told.by("navy")
        .mmsi(ship)
        .at(41.1, 133.1)
        .during("2017-10-15T06:00:00Z", "2017-10-15T08:00:00Z");
  }

  private static SpecificRecord tanker() {
    return Meeting.stated(DPRK, Instant.parse("2017-10-14T00:00:00Z")).setShipType(80).build();
  }

  private static List<Alert> heard(AlertSettings.Scope scope, SpecificRecord... events) {
    HeardCase heard = new HeardCase(step(scope), key(events));
    List.of(events).forEach(heard::hear);
    return heard.standing();
  }

  private static String key(SpecificRecord[] events) {
    return List.of(events).stream()
        .filter(e -> e instanceof Gap || e instanceof Loitering)
        .findFirst()
        .map(e -> Fact.of(e).vessels().get(0))
        .orElseThrow();
  }

  private static Alert only(SpecificRecord... events) {
    List<Alert> all = heard(AlertSettings.Scope.WORLD, events);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<String> codes(Alert a) {
    return a.getEvidence().stream().map(e -> e.getCode()).toList();
  }

  private static String text(Alert a, String code) {
    return a.getEvidence().stream()
        .filter(e -> e.getCode().equals(code))
        .findFirst()
        .orElseThrow()
        .getText();
  }

  @Test
  void aReportOfTheSilentShipCorroboratesHerSilence() {
    Gap silent = AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9);
    Alert alone = only(silent);
    assertThat(alone.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.SINGLE_SOURCE);
    Alert told = only(silent, seen(DPRK).report());
    assertThat(told.getAlertId()).isEqualTo(alone.getAlertId());
    assertThat(told.getType()).isEqualTo("AIS_GAP");
    assertThat(told.getScore() - alone.getScore()).isEqualTo(1.5);
    assertThat(told.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.CORROBORATED);
    assertThat(told.getCorroboration().getOriginators()).containsExactly("own AIS", "navy");
    assertThat(codes(told)).contains("REPORTED", "CORROBORATED").doesNotContain("SINGLE_SOURCE");
  }

  @Test
  void aReportOfTheLoiteringShipCorroboratesHerLoitering() {
    Loitering adrift = AloneAtSea.adrift(DPRK, "2017-10-15T04:00:00Z", 9);
    Alert told = only(adrift, seen(DPRK).report());
    assertThat(told.getType()).isEqualTo("LOITERING");
    assertThat(codes(told)).contains("REPORTED", "CORROBORATED");
  }

  @Test
  void whatIsToldOfAPlaceThatSheCannotHaveReachedIsOfNoSilence() {
    Gap silent = AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9);
    assertThat(codes(only(silent, seen(DPRK).at(41.6, 133.9).report()))).contains("REPORTED");
    assertThat(codes(only(silent, seen(DPRK).at(43.5, 136.0).report())))
        .doesNotContain("REPORTED", "AMBIGUOUS_REPORT");
    assertThat(codes(only(silent, seen(DPRK).in("Yellow Sea").at(36.0, 124.0).report())))
        .doesNotContain("REPORTED");
  }

  @Test
  void aTransferIsNoPortCallOffThePortWhereSheFellSilent() {
    Gap off =
        Gap.newBuilder(AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9))
            .setStartLat(42.6)
            .setReception(Reception.UNSCORED)
            .build();
    assertThat(
            only(tanker(), off, seen(DPRK).claims(ClaimKind.LOADING).at(42.6, 133.0).report())
                .getSignals())
        .extracting(s -> s.getType())
        .contains("DPRK_TANKER_AT_RFE");
    assertThat(heard(AlertSettings.Scope.WORLD, tanker(), off, seen(DPRK).report())).isEmpty();
  }

  @Test
  void aDenialIsShownAndAClearanceClears() {
    Gap silent = AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9);
    Alert denied = only(silent, Told.by("owner").mmsi(DPRK).stance(Stance.DENY).report());
    assertThat(codes(denied)).contains("DENIED");
    assertThat(denied.getSeverity()).isEqualTo(only(silent).getSeverity());
    VesselReport clear = seen(DPRK).stance(Stance.CLEAR).report();
    assertThat(codes(only(silent, clear))).contains("CLEARANCE_NOT_COUNTED");
    VesselReport byAuthority =
        Told.by("republic-of-korea")
            .mmsi(DPRK)
            .stance(Stance.CLEAR)
            .during("2017-10-15T00:00:00Z", "2017-10-16T00:00:00Z")
            .report();
    Alert cleared = only(silent, byAuthority);
    assertThat(cleared.getStatus()).isEqualTo(AlertStatus.CLEARED);
    assertThat(cleared.getSeverity()).isEqualTo(Severity.INFO);
  }

  @Test
  void withoutALinkOnlyWhatOthersSayAsWellIsTold() {
    Gap silent = AloneAtSea.silent(SHIP, "2017-10-15T04:00:00Z", 9);
    assertThat(heard(AlertSettings.Scope.WORLD, silent)).isEmpty();
    assertThat(heard(AlertSettings.Scope.WORLD, silent, seen(SHIP).graded("E", 5).report()))
        .isEmpty();
    assertThat(heard(AlertSettings.Scope.WORLD, silent, seen(SHIP).derivedFrom("own AIS").report()))
        .isEmpty();
    assertThat(only(silent, seen(SHIP).report()).getSeverity()).isEqualTo(Severity.MEDIUM);
    assertThat(heard(AlertSettings.Scope.THEATRE, silent, seen(SHIP).report()))
        .singleElement()
        .extracting(Alert::getSeverity)
        .isEqualTo(Severity.LOW);
  }

  /** Else an owner's word, or an authority's, would make the alert vanish. */
  @Test
  void neitherDenialNorClearanceHidesWhatWasTold() {
    Gap silent =
        Gap.newBuilder(AloneAtSea.silent(SHIP, "2017-10-15T04:00:00Z", 9))
            .setEnd(Instant.parse("2017-10-15T11:00:00Z"))
            .build();
    VesselReport told = seen(SHIP).report();
    assertThat(only(silent, told).getSeverity()).isEqualTo(Severity.MEDIUM);
    Told owner = Told.by("owner").mmsi(SHIP).stance(Stance.DENY);
    assertThat(only(silent, told, owner.report()).getSeverity()).isEqualTo(Severity.LOW);
    VesselReport clear =
        Told.by("republic-of-korea")
            .mmsi(SHIP)
            .stance(Stance.CLEAR)
            .during("2017-10-15T00:00:00Z", "2017-10-16T00:00:00Z")
            .report();
    assertThat(only(silent, told, clear).getStatus()).isEqualTo(AlertStatus.CLEARED);
    assertThat(heard(AlertSettings.Scope.WORLD, silent, clear)).isEmpty();
  }

  @Test
  void aMeetingInSightHasTheReportWhereverTheSilenceIsNearer() {
    Gap silent = AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9);
    ClosedMeeting met = AloneAtSea.met(SHIP, "2017-10-16T20:00:00Z");
    ClosedMeeting hers =
        ClosedMeeting.newBuilder(met).setVessel2(DPRK).setVessel1("412000009").build();
    Alert told = only(silent, seen(DPRK).report(), hers);
    assertThat(codes(told)).contains("AMBIGUOUS_REPORT").doesNotContain("REPORTED");
    assertThat(text(told, "AMBIGUOUS_REPORT"))
        .contains("it speaks of the encounter of 2017-10-16T20:00:00Z");
    ClosedMeeting far =
        ClosedMeeting.newBuilder(hers).setStart(Instant.parse("2017-10-19T00:00:00Z")).build();
    ClosedMeeting later =
        ClosedMeeting.newBuilder(far).setEnd(Instant.parse("2017-10-19T03:00:00Z")).build();
    assertThat(codes(only(silent, seen(DPRK).report(), later))).contains("REPORTED");
  }

  @Test
  void ofSeveralSilencesAndLoiteringsTheNearestHasTheReport() {
    Gap nearest = AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9);
    Gap before = AloneAtSea.silent(DPRK, "2017-10-14T04:00:00Z", 9);
    Loitering after = AloneAtSea.adrift(DPRK, "2017-10-15T20:00:00Z", 9);
    List<Alert> all = heard(AlertSettings.Scope.WORLD, before, nearest, after, seen(DPRK).report());
    assertThat(all).hasSize(3);
    assertThat(all)
        .filteredOn(a -> codes(a).contains("REPORTED"))
        .extracting(Alert::getStart)
        .containsExactly(nearest.getStart());
    assertThat(all).filteredOn(a -> codes(a).contains("AMBIGUOUS_REPORT")).hasSize(2);
  }

  @Test
  void aDescriptionJoinsAShipSeenThereAndNoneThatWasSilent() {
    Told told =
        Told.by("navy")
            .ship("tanker", "KP")
            .at(41.1, 133.1)
            .during("2017-10-15T06:00:00Z", "2017-10-15T08:00:00Z");
    SpecificRecord says = tanker();
    Loitering adrift = AloneAtSea.adrift(DPRK, "2017-10-15T04:00:00Z", 9);
    Gap silent = AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9);
    assertThat(codes(only(says, adrift, told.report()))).contains("REPORTED");
    Alert told2 = only(says, silent, told.report());
    assertThat(text(told2, "AMBIGUOUS_REPORT")).contains("no place where she was seen");
    Told sea =
        Told.by("navy")
            .ship("tanker", "KP")
            .in("Japan Sea")
            .during("2017-10-15T06:00:00Z", "2017-10-15T08:00:00Z");
    assertThat(codes(only(says, adrift, sea.report())))
        .contains("AMBIGUOUS_REPORT")
        .doesNotContain("REPORTED");
  }

  /** It does not count for the silence, which is nearer to what it tells all the same. */
  @Test
  void aReportTooLateForTheNearerOneIsOfNoOther() {
    Gap near =
        Gap.newBuilder(AloneAtSea.silent(DPRK, "2017-10-15T00:00:00Z", 9))
            .setEnd(Instant.parse("2017-10-15T08:00:00Z"))
            .build();
    Loitering far = AloneAtSea.adrift(DPRK, "2017-10-15T04:00:00Z", 9);
    VesselReport told = seen(DPRK).during("2017-10-15T00:00:00Z", "2017-10-15T01:00:00Z").report();
    List<SpecificRecord> events = new ArrayList<>(List.of(near, far, told));
    for (int first = 0; first < 3; first++) {
      HeardCase heard =
          new HeardCase(
              new CaseStep(Meeting.alerts(AlertSettings.Scope.WORLD), Duration.ofHours(6)), DPRK);
      long receivedMs = Instant.parse("2017-10-15T15:00:00Z").toEpochMilli();
      events.forEach(e -> heard.hear(e, receivedMs));
      assertThat(heard.standing())
          .filteredOn(a -> a.getStart().equals(far.getStart()))
          .singleElement()
          .satisfies(a -> assertThat(codes(a)).contains("AMBIGUOUS_REPORT"));
      Collections.rotate(events, 1);
    }
  }

  @Test
  void anyOrderGivesTheSameAlerts() {
    List<SpecificRecord> events = new ArrayList<>();
    events.add(AloneAtSea.silent(DPRK, "2017-10-14T04:00:00Z", 9));
    events.add(AloneAtSea.silent(DPRK, "2017-10-15T04:00:00Z", 9));
    events.add(AloneAtSea.adrift(DPRK, "2017-10-15T20:00:00Z", 9));
    events.add(AloneAtSea.adrift(DPRK, "2017-10-16T20:00:00Z", 9));
    events.add(seen(DPRK).report());
    events.add(seen(DPRK).id("later").during("2017-10-16T20:00:00Z", null).report());
    events.add(
        ClosedMeeting.newBuilder(AloneAtSea.met(SHIP, "2017-10-18T12:00:00Z"))
            .setVessel2(DPRK)
            .build());
    SpecificRecord[] all = events.toArray(SpecificRecord[]::new);
    List<Alert> expected = heard(AlertSettings.Scope.WORLD, all);
    assertThat(expected).hasSize(4);
    assertThat(expected).filteredOn(a -> codes(a).contains("REPORTED")).hasSize(1);
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      Collections.shuffle(events, random);
      assertThat(heard(AlertSettings.Scope.WORLD, events.toArray(SpecificRecord[]::new)))
          .isEqualTo(expected);
    }
  }
}
