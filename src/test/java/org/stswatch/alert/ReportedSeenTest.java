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
import org.stswatch.event.CorroborationStatus;
import org.stswatch.event.Evidence;
import org.stswatch.event.Gap;
import org.stswatch.event.Independence;
import org.stswatch.event.Severity;
import org.stswatch.event.SourceKind;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.Stop;
import org.stswatch.report.Told;

/**
 * What reports make of something seen beside a ship that waits (decision 0024); constructed, 41 N
 * 133 E is off any port, in winter.
 */
class ReportedSeenTest {
  private static final String SHIP = "538000001";
  private static final String DPRK = "445000001";
  private static final String PASSES = "412000002";
  private static final String SCENE = "2018-01-15T12:00:00Z";

  private static SeenBeside seen(String ship) {
    return seen(ship, "S1A-20180115-7", SCENE);
  }

  /** In the fifth of nine hours that she waits satellite radar sees something 120 m off. */
  private static SeenBeside seen(String ship, String id, String at) {
    Instant when = Instant.parse(at);
    Detection detection =
        Detection.newBuilder()
            .setRef("ref " + id)
            .setDetectionId(id)
            .setObservedAt(when)
            .setPublishedAt(when)
            .setLat(41.0)
            .setLon(133.0)
            .setErrorM(20)
            .setLengthM(85.0)
            .setMadeWith(SourceKind.SAR)
            .setOwn(true)
            .build();
    Instant from = when.minus(Duration.ofHours(5));
    Instant to = when.plus(Duration.ofHours(4));
    Stop stop = new Stop(ship, from, to, 0.6, 41.0, 133.0, 900, List.of("f1", "f2"));
    return new SeenBeside(ship, true, false, detection, 120, stop, false, 0, List.of());
  }

  /** The same, with a ship on AIS that may be what was seen. */
  private static SeenBeside answered(SeenBeside seen, String vessel) {
    String ref = seen.getDetection().getRef();
    return SeenBeside.newBuilder(seen)
        .setAnswers(List.of(new Answer(vessel, ref, 85.0, 40)))
        .build();
  }

  private static SpecificRecord states(String vessel, double lengthM) {
    Instant at = Instant.parse("2018-01-14T00:00:00Z");
    return Meeting.stated(vessel, at).setReceipt(2).setShipType(80).setLengthM(lengthM).build();
  }

  /** Somebody photographed a transfer by this ship at that time, north of there. */
  private static Told told(String ship) {
    return Told.by("navy")
        .mmsi(ship)
        .at(41.1, 133.1)
        .during("2018-01-15T10:00:00Z", "2018-01-15T11:00:00Z")
        .published("2018-02-20T00:00:00Z");
  }

  /** For five hours before the scene, and nine after it. */
  private static Loitering adrift(String ship) {
    return AloneAtSea.adrift(ship, "2018-01-15T07:00:00Z", 14);
  }

  private static List<Alert> heard(AlertSettings.Scope scope, List<SpecificRecord> events) {
    CaseStep step = new CaseStep(Meeting.alerts(scope), Duration.ofDays(400));
    String key =
        events.stream()
            .filter(SeenBeside.class::isInstance)
            .map(e -> ((SeenBeside) e).getVessel())
            .findFirst()
            .orElseThrow();
    HeardCase heard = new HeardCase(step, key);
    events.forEach(heard::hear);
    return heard.standing();
  }

  private static List<Alert> heard(SpecificRecord... events) {
    return heard(AlertSettings.Scope.WORLD, List.of(events));
  }

  private static Alert only(SpecificRecord... events) {
    List<Alert> all = heard(events);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<String> codes(Alert a) {
    return a.getEvidence().stream().map(Evidence::getCode).toList();
  }

  private static Evidence evidence(Alert a, String code) {
    return a.getEvidence().stream().filter(e -> e.getCode().equals(code)).findFirst().orElseThrow();
  }

  /** Of all these alerts the one that has the report. */
  private static Instant whoseItIs(List<Alert> all) {
    List<Alert> have = all.stream().filter(a -> codes(a).contains("REPORTED")).toList();
    assertThat(have).hasSize(1);
    return have.get(0).getStart();
  }

  private static void assertNoSecondSource(VesselReport report) {
    Alert a = only(seen(DPRK), report);
    assertThat(codes(a)).contains("SINGLE_SOURCE", "REPORTED").doesNotContain("CORROBORATED");
    assertThat(a.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.SINGLE_SOURCE);
  }

  /** What a sensor sees is no transfer: else every such alert would corroborate itself. */
  @Test
  void ourFindingIsOneOriginatorAndOneDisciplineThoughASensorIsPartOfIt() {
    Alert alone = only(seen(DPRK));
    assertThat(alone.getType()).isEqualTo("DARK_RENDEZVOUS_OBSERVED");
    assertThat(alone.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.SINGLE_SOURCE);
    assertThat(alone.getCorroboration().getOriginators()).containsExactly("own AIS");
    assertThat(alone.getCorroboration().getDisciplines()).containsExactly("ais");
    assertThat(evidence(alone, "SINGLE_SOURCE").getText()).contains("satellite radar");
  }

  @Test
  void aReportOfTheShipCorroboratesWhatWasSeenBesideHer() {
    Alert alone = only(seen(DPRK));
    Alert told = only(seen(DPRK), told(DPRK).report());
    assertThat(told.getAlertId()).isEqualTo(alone.getAlertId());
    assertThat(told.getType()).isEqualTo("DARK_RENDEZVOUS_OBSERVED");
    assertThat(told.getScore() - alone.getScore()).isEqualTo(1.5);
    assertThat(told.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.CORROBORATED);
    assertThat(told.getCorroboration().getOriginators()).containsExactly("own AIS", "navy");
    assertThat(told.getCorroboration().getDisciplines()).containsExactly("ais", "naval");
    assertThat(codes(told)).doesNotContain("SINGLE_SOURCE");
  }

  @Test
  void aReportOfAnotherPlaceTimeOrShipIsOfNothingThatWasSeen() {
    for (Told other :
        List.of(
            told(DPRK).at(43.5, 136.0),
            told(DPRK).during("2018-01-18T00:00:00Z", "2018-01-18T09:00:00Z"),
            told("445000009"))) {
      assertThat(codes(only(seen(DPRK), other.report())))
          .contains("SINGLE_SOURCE")
          .doesNotContain("REPORTED", "AMBIGUOUS_REPORT");
    }
  }

  @Test
  void whoRepeatsWhatTheSensorSawIsNoSecondSource() {
    assertNoSecondSource(told(DPRK).derivedFrom("S1A-20180115-7").report());
    assertNoSecondSource(told(DPRK).derivedFrom("s1a-20180115").report());
    assertNoSecondSource(Told.by("S1A").mmsi(DPRK).during(SCENE, null).report());
    assertThat(codes(only(seen(DPRK), told(DPRK).derivedFrom("S1B-20180115-7").report())))
        .contains("CORROBORATED");
  }

  @Test
  void whoIsOnlyAssumedIndependentMayHaveLookedAtTheSamePicture() {
    Told imagery = told(DPRK).seenBy("Imagery").independence(Independence.ASSUMED);
    assertNoSecondSource(imagery.report());
    assertThat(codes(only(seen(DPRK), imagery.independence(Independence.STATED).report())))
        .contains("CORROBORATED");
    assertThat(
            codes(
                only(
                    seen(DPRK),
                    told(DPRK).seenBy("naval").independence(Independence.ASSUMED).report())))
        .contains("CORROBORATED");
  }

  @Test
  void whoSawItOnAisOrDoesNotSayHowIsNoSecondDiscipline() {
    assertNoSecondSource(told(DPRK).seenBy("satellite AIS").report());
    assertNoSecondSource(told(DPRK).seenBy("press").report());
    assertNoSecondSource(told(DPRK).seenBy().report());
  }

  @Test
  void aDenialIsShownAndAClearanceClears() {
    Told owner = Told.by("owner").mmsi(DPRK).stance(Stance.DENY).published("2018-02-20T00:00:00Z");
    Alert denied = only(seen(DPRK), owner.report());
    assertThat(codes(denied)).contains("DENIED");
    assertThat(denied.getSeverity()).isEqualTo(only(seen(DPRK)).getSeverity());
    VesselReport clear = told(DPRK).stance(Stance.CLEAR).report();
    assertThat(codes(only(seen(DPRK), clear))).contains("CLEARANCE_NOT_COUNTED");
    Alert cleared = only(seen(DPRK), told(DPRK).report(), byAuthority(DPRK));
    assertThat(cleared.getStatus()).isEqualTo(AlertStatus.CLEARED);
    assertThat(cleared.getSeverity()).isEqualTo(Severity.INFO);
    assertThat(codes(cleared)).contains("CLEARED", "CORROBORATED");
  }

  private static VesselReport byAuthority(String ship) {
    return Told.by("republic-of-korea")
        .mmsi(ship)
        .stance(Stance.CLEAR)
        .during("2018-01-15T00:00:00Z", "2018-01-16T00:00:00Z")
        .published("2018-02-20T00:00:00Z")
        .report();
  }

  @Test
  void withoutALinkUnderScopeTheatreItStaysLow() {
    List<SpecificRecord> both = List.of(seen(SHIP), told(SHIP).report());
    assertThat(heard(AlertSettings.Scope.WORLD, both))
        .singleElement()
        .extracting(Alert::getSeverity)
        .isEqualTo(Severity.HIGH);
    assertThat(heard(AlertSettings.Scope.THEATRE, both))
        .singleElement()
        .extracting(Alert::getSeverity)
        .isEqualTo(Severity.LOW);
  }

  @Test
  void aMeetingInSightHasTheReport() {
    ClosedMeeting met = AloneAtSea.met(DPRK, "2018-01-16T20:00:00Z");
    Alert a = only(seen(DPRK), told(DPRK).report(), met);
    assertThat(codes(a)).contains("AMBIGUOUS_REPORT").doesNotContain("REPORTED");
    assertThat(evidence(a, "AMBIGUOUS_REPORT").getText())
        .contains("it speaks of the encounter of 2018-01-16T20:00:00Z");
  }

  @Test
  void theWaitInWhichSomethingWasSeenHasTheReportAsThatAndNotAsLoitering() {
    List<Alert> all = heard(adrift(DPRK), told(DPRK).report(), seen(DPRK));
    assertThat(all).hasSize(2);
    assertThat(whoseItIs(all)).isEqualTo(SCENE);
    assertThat(evidence(all.get(0), "AMBIGUOUS_REPORT").getText())
        .contains("nearer in time to the detection of " + SCENE);
  }

  @Test
  void aSilenceNearerInTimeHasTheReport() {
    Gap before = AloneAtSea.silent(DPRK, "2018-01-14T10:00:00Z", 9);
    Told then = told(DPRK).during("2018-01-14T12:00:00Z", "2018-01-14T13:00:00Z");
    assertThat(whoseItIs(heard(seen(DPRK), before, then.report()))).isEqualTo(before.getStart());
    assertThat(whoseItIs(heard(seen(DPRK), before, told(DPRK).report()))).isEqualTo(SCENE);
  }

  @Test
  void whatIsAShipOnAisTakesNoReportFromAnything() {
    SeenBeside herself = answered(seen(DPRK), DPRK);
    Loitering adrift = adrift(DPRK);
    assertThat(whoseItIs(heard(herself, adrift, told(DPRK).report()))).isEqualTo(adrift.getStart());
    SeenBeside passer = answered(seen(DPRK), PASSES);
    assertThat(whoseItIs(heard(passer, adrift, told(DPRK).report()))).isEqualTo(adrift.getStart());
  }

  /** A ship was there and only her length speaks against her: what was told is rather the wait. */
  @Test
  void whatMayBeAShipOnAisComesLast() {
    SeenBeside perhaps = answered(seen(DPRK), PASSES);
    SpecificRecord shorter = states(PASSES, 40);
    List<Alert> all = heard(shorter, perhaps, adrift(DPRK), told(DPRK).report());
    assertThat(all).hasSize(2);
    assertThat(whoseItIs(all)).isEqualTo(adrift(DPRK).getStart());
    assertThat(whoseItIs(heard(shorter, perhaps, told(DPRK).report()))).isEqualTo(SCENE);
  }

  @Test
  void ofSeveralScenesOfOneWaitTheNearestHasTheReport() {
    SeenBeside before = seen(DPRK, "S1A-20180115-3", "2018-01-15T09:00:00Z");
    SeenBeside after = seen(DPRK, "S1B-20180115-4", "2018-01-15T11:30:00Z");
    assertThat(whoseItIs(heard(before, after, told(DPRK).report())))
        .isEqualTo(after.getDetection().getObservedAt());
  }

  /** They are one alert: it must not hang on which of the two is the stronger one. */
  @Test
  void twoThingsOfOneSceneShareTheReport() {
    SeenBeside one = seen(DPRK);
    SeenBeside other =
        SeenBeside.newBuilder(seen(DPRK, "S1A-20180115-8", SCENE)).setApartM(400).build();
    assertThat(codes(only(one, other, told(DPRK).report()))).contains("CORROBORATED");
    assertThat(
            codes(
                only(one, SeenBeside.newBuilder(other).setApartM(30).build(), told(DPRK).report())))
        .contains("CORROBORATED");
  }

  @Test
  void aDescriptionJoinsAsItJoinsAnEncounter() {
    SpecificRecord tanker = states(DPRK, 90);
    Told described =
        Told.by("navy").ship("tanker", "KP").during("2018-01-15T10:00:00Z", "2018-01-15T11:00:00Z");
    assertThat(codes(only(tanker, seen(DPRK), described.at(41.1, 133.1).report())))
        .contains("CORROBORATED");
    Told sea =
        Told.by("navy").ship("tanker", "KP").during("2018-01-15T10:00:00Z", "2018-01-15T11:00:00Z");
    assertThat(codes(only(tanker, seen(DPRK), sea.in("Japan Sea").report())))
        .contains("CORROBORATED");
    Told bulk =
        Told.by("navy").ship("bulker", "KP").during("2018-01-15T10:00:00Z", "2018-01-15T11:00:00Z");
    assertThat(codes(only(tanker, seen(DPRK), bulk.at(41.1, 133.1).report())))
        .doesNotContain("REPORTED");
  }

  /** Revised, taken back and explained in between. */
  @Test
  void anyOrderGivesTheSameAlerts() {
    List<SpecificRecord> events = new ArrayList<>();
    SeenBeside gone = seen(DPRK, "S1A-20180115-9", "2018-01-15T10:30:00Z");
    SeenBeside perhaps = answered(seen(DPRK, "S1B-20180116-1", "2018-01-16T02:00:00Z"), PASSES);
    events.add(seen(DPRK));
    events.add(perhaps);
    events.add(adrift(DPRK));
    events.add(AloneAtSea.silent(DPRK, "2018-01-16T16:00:00Z", 9));
    events.add(states(PASSES, 40));
    events.add(states(DPRK, 90));
    events.add(told(DPRK).report());
    events.add(told(DPRK).id("night").during("2018-01-16T16:00:00Z", null).report());
    events.add(byAuthority(DPRK));
    events.add(AloneAtSea.met(DPRK, "2018-01-18T20:00:00Z"));
    List<Alert> expected = heard(AlertSettings.Scope.WORLD, events);
    assertThat(expected).hasSize(4);
    assertThat(expected).filteredOn(a -> codes(a).contains("REPORTED")).hasSize(2);
    Random random = new Random(11);
    for (int i = 0; i < 80; i++) {
      Collections.shuffle(events, random);
      List<SpecificRecord> all = new ArrayList<>(events);
      all.add(random.nextInt(all.size() + 1), gone);
      all.add(SeenBeside.newBuilder(gone).setRetracted(true).build());
      all.add(0, SeenBeside.newBuilder(seen(DPRK)).setClosed(false).build());
      assertThat(heard(AlertSettings.Scope.WORLD, all)).isEqualTo(expected);
    }
  }
}
