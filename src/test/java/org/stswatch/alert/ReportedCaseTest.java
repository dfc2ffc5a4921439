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
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Severity;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.report.Told;

/** What reports and their later versions make of the revisions of an alert, in any order. */
class ReportedCaseTest {
  private static final String SHIP = "273000001";
  private static final String KEY = SHIP + "\t445000002";

  private static final CaseStep STEP =
      new CaseStep(Meeting.alerts(AlertSettings.Scope.WORLD), Duration.ofDays(400));

  private static Encounter fact(FactStatus status) {
    return Encounter.newBuilder(new Meeting().alongside().fact())
        .setVessel1(SHIP)
        .setVessel2("445000002")
        .setStatus(status)
        .build();
  }

  private static VesselReport told(String id, Stance stance, String published) {
    return Told.by("republic-of-korea")
        .id(id)
        .mmsi(SHIP)
        .during("2017-10-15T00:00:00Z", "2017-10-16T00:00:00Z")
        .stance(stance)
        .published(published)
        .report();
  }

  private static HeardCase heard(SpecificRecord... events) {
    HeardCase heard = new HeardCase(STEP, KEY);
    List.of(events).forEach(heard::hear);
    return heard;
  }

  private static Alert withoutRevision(Alert a) {
    return Alert.newBuilder(a).setRevision(0).build();
  }

  @Test
  void aClearanceClearsAClosedAlertAndItsWithdrawalBringsItBack() {
    VesselReport hold = told("hold", Stance.ASSERT, "2017-10-16T00:00:00Z");
    VesselReport release = told("release", Stance.CLEAR, "2017-10-20T00:00:00Z");
    VesselReport withdrawn = told("release", Stance.NO_COMMENT, "2017-11-20T00:00:00Z");
    HeardCase heard = heard(fact(FactStatus.CLOSED), hold, release, withdrawn);
    assertThat(heard.alerts())
        .extracting(a -> a.getRevision() + " " + a.getStatus())
        .containsExactly("1 CLOSED", "2 CLOSED", "3 CLEARED", "4 CLOSED");
    Alert cleared = heard.alerts().get(2);
    assertThat(cleared.getSeverity()).isEqualTo(Severity.INFO);
    assertThat(cleared.getReason()).contains("report release of 2017-10-20");
    assertThat(heard.last().getReason()).isNull();
    assertThat(heard.last().getSeverity()).isEqualTo(heard.alerts().get(1).getSeverity());
  }

  @Test
  void anOpenAlertIsClearedAndUpdatedWhenTheClearanceGoes() {
    Told early = Told.by("republic-of-korea").id("release").mmsi(SHIP);
    HeardCase heard =
        heard(
            fact(FactStatus.OPEN),
            told("release", Stance.CLEAR, "2017-10-15T12:00:00Z"),
            fact(FactStatus.CLOSED),
            early.stance(Stance.NO_COMMENT).published("2017-10-15T13:00:00Z").report());
    assertThat(heard.alerts())
        .extracting(Alert::getStatus)
        .containsExactly(AlertStatus.OPEN, AlertStatus.CLEARED, AlertStatus.CLOSED);
  }

  @Test
  void aLaterVersionThatNamesAnotherShipCountsEverywhere() {
    VesselReport first = told("r", Stance.ASSERT, "2017-10-16T00:00:00Z");
    VesselReport corrected =
        Told.by("republic-of-korea")
            .id("r")
            .mmsi("412000009")
            .published("2017-10-18T00:00:00Z")
            .report();
    Alert without = heard(fact(FactStatus.CLOSED)).last();
    assertThat(withoutRevision(heard(fact(FactStatus.CLOSED), first, corrected).last()))
        .isEqualTo(without.getRevision() == 0 ? without : withoutRevision(without));
    assertThat(withoutRevision(heard(corrected, first, fact(FactStatus.CLOSED)).last()))
        .isEqualTo(withoutRevision(without));
  }

  @Test
  void anEncounterNearerInTimeTakesTheReportAwayWheneverItIsKnown() {
    VesselReport report =
        Told.by("navy").mmsi(SHIP).during("2017-10-15T20:00:00Z", "2017-10-15T22:00:00Z").report();
    Instant start = Instant.parse("2017-10-15T19:00:00Z");
    ClosedMeeting nearer =
        new ClosedMeeting(
            "nearer",
            SHIP,
            "412000009",
            start,
            start.plusSeconds(7_200),
            40.0,
            135.0,
            fact(FactStatus.CLOSED));
    Alert last = heard(fact(FactStatus.CLOSED), report, nearer).last();
    assertThat(last.getEvidence())
        .filteredOn(e -> e.getCode().equals("AMBIGUOUS_REPORT"))
        .singleElement()
        .extracting(e -> e.getText())
        .asString()
        .contains("nearer in time to the encounter of 2017-10-15T19:00:00Z");
    assertThat(withoutRevision(heard(nearer, fact(FactStatus.CLOSED), report).last()))
        .isEqualTo(withoutRevision(last));
    assertThat(withoutRevision(heard(report, nearer, fact(FactStatus.CLOSED)).last()))
        .isEqualTo(withoutRevision(last));
  }

  @Test
  void anyOrderGivesTheSameAlertEvenOfVersionsPublishedAtOneTime() {
    List<SpecificRecord> events = new ArrayList<>();
    events.add(fact(FactStatus.CLOSED));
    for (Stance stance : List.of(Stance.ASSERT, Stance.CLEAR, Stance.DENY)) {
      events.add(told("r", stance, "2017-10-20T00:00:00Z"));
      events.add(told("s" + stance, stance, "2017-10-19T00:00:00Z"));
    }
    Alert last = heard(events.toArray(SpecificRecord[]::new)).last();
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      Collections.shuffle(events, random);
      assertThat(withoutRevision(heard(events.toArray(SpecificRecord[]::new)).last()))
          .isEqualTo(withoutRevision(last));
    }
  }
}
