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
import org.stswatch.event.StatementKind;
import org.stswatch.event.SubjectKind;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.ClosedMeeting;

/** A feeder meets a DPRK tanker; whom she met before is told in any order. */
class ChainTest {
  private static final String MOTHER = "538000001";
  private static final String FEEDER = "636000002";
  private static final String FEEDER_LATER = "671000002";
  private static final String DPRK = "445000003";

  private static final CaseStep STEP =
      new CaseStep(Meeting.alerts(AlertSettings.Scope.WORLD), Duration.ofDays(400));

  private static Encounter met(String one, String other, double daysBefore) {
    Instant start = Meeting.START.minus(Duration.ofMinutes(Math.round(daysBefore * 1440)));
    boolean inOrder = one.compareTo(other) < 0;
    return Encounter.newBuilder(new Meeting().alongside().fact())
        .setEncounterId(one + other + start)
        .setVessel1(inOrder ? one : other)
        .setVessel2(inOrder ? other : one)
        .setStart(start)
        .setEnd(start.plus(Duration.ofHours(6)))
        .setStatus(FactStatus.CLOSED)
        .setRevision(0)
        .build();
  }

  private static ClosedMeeting before(String one, String other, double days) {
    return Meeting.closed(met(one, other, days));
  }

  private static VoyageStatement states(String mmsi, String imo) {
    return VoyageStatement.newBuilder()
        .setStatementId(mmsi + imo)
        .setMmsi(mmsi)
        .setImo(imo)
        .setObservedAt(Meeting.START.minus(Duration.ofDays(20)))
        .setSourceKind(StatementKind.AIS)
        .build();
  }

  /** The chain that stands after the last meeting of this ship with the DPRK tanker, and these. */
  private static List<Alert> chains(String last, SpecificRecord... others) {
    List<SpecificRecord> events = new ArrayList<>(List.of(others));
    events.add(0, met(last, DPRK, 0));
    return chains(last, events);
  }

  private static List<Alert> chains(String last, List<SpecificRecord> events) {
    HeardCase heard = new HeardCase(STEP, DPRK + "\t" + last);
    events.forEach(heard::hear);
    return heard.alerts().stream()
        .filter(a -> a.getSubjectKind() == SubjectKind.CHAIN)
        .reduce((a, b) -> b)
        .filter(a -> a.getStatus() != AlertStatus.RETRACTED)
        .map(a -> Alert.newBuilder(a).setRevision(0).build())
        .stream()
        .toList();
  }

  @Test
  void twoMeetingsThatShareAHullAreAChainAndThreeAStrongOne() {
    Alert two = chains(FEEDER, before(MOTHER, FEEDER, 6)).get(0);
    assertThat(two.getType()).isEqualTo("STS_CHAIN");
    assertThat(two.getSeverity()).isEqualTo(Severity.MEDIUM);
    assertThat(two.getParties())
        .extracting(p -> p.getVesselKey())
        .containsExactly(MOTHER, FEEDER, DPRK);
    Alert three = chains(FEEDER, before(MOTHER, FEEDER, 6), before("538000009", MOTHER, 15)).get(0);
    assertThat(three.getSeverity()).isEqualTo(Severity.HIGH);
    assertThat(three.getAlertId()).as("it grows").isEqualTo(two.getAlertId());
  }

  @Test
  void aWaitOfMoreThanFourteenDaysBreaksIt() {
    assertThat(chains(FEEDER, before(MOTHER, FEEDER, 14.2))).hasSize(1);
    assertThat(chains(FEEDER, before(MOTHER, FEEDER, 14.3))).isEmpty();
  }

  @Test
  void thirtyDaysInAllAreTheMost() {
    ClosedMeeting second = before(MOTHER, FEEDER, 13.5);
    ClosedMeeting third = before("538000009", MOTHER, 26.5);
    assertThat(parties(second, third, before("538000008", "538000009", 29))).isEqualTo(5);
    assertThat(parties(second, third, before("538000008", "538000009", 30))).isEqualTo(4);
  }

  private static int parties(SpecificRecord... others) {
    return chains(FEEDER, others).get(0).getParties().size();
  }

  @Test
  void noHullSharedOrALaterMeetingIsNoChain() {
    assertThat(chains(FEEDER, before(MOTHER, "636000009", 6))).isEmpty();
    assertThat(chains(FEEDER, before(MOTHER, FEEDER, -6))).isEmpty();
  }

  @Test
  void aChainEndsAtTheFirstShipThatIsLinked() {
    assertThat(chains("445000009", before(MOTHER, "445000009", 6))).isEmpty();
    assertThat(chains(FEEDER, before("445000009", FEEDER, 6), before(MOTHER, "445000009", 9)))
        .singleElement()
        .satisfies(a -> assertThat(a.getParties()).hasSize(3));
  }

  @Test
  void whatWouldBeNoAlertIsNoHop() {
    Encounter anchored =
        Encounter.newBuilder(met(MOTHER, FEEDER, 6))
            .setMedianDistanceM(350)
            .setMedianSpeedKn1(0.05)
            .setMedianSpeedKn2(0.05)
            .setCrowd(3)
            .build();
    assertThat(chains(FEEDER, Meeting.closed(anchored))).isEmpty();
    Encounter contested = Encounter.newBuilder(met(MOTHER, FEEDER, 6)).setContested(true).build();
    assertThat(chains(FEEDER, Meeting.closed(contested))).isEmpty();
  }

  @Test
  void theHullIsFollowedUnderAnotherMmsi() {
    ClosedMeeting earlier = before(MOTHER, FEEDER, 6);
    assertThat(chains(FEEDER_LATER, earlier)).isEmpty();
    assertThat(
            chains(
                FEEDER_LATER, earlier, states(FEEDER, "9074729"), states(FEEDER_LATER, "9074729")))
        .hasSize(1);
    assertThat(
            chains(
                FEEDER_LATER, earlier, states(FEEDER, "9074728"), states(FEEDER_LATER, "9074728")))
        .as("a number whose check digit is wrong is nobody's")
        .isEmpty();
  }

  @Test
  void whoMetManyServesMany() {
    List<SpecificRecord> events = new ArrayList<>(List.of(met(FEEDER, DPRK, 0)));
    for (int i = 0; i < 6; i++) {
      events.add(before("53800001" + i, FEEDER, 2 + i));
    }
    assertThat(chains(FEEDER, events))
        .singleElement()
        .satisfies(a -> assertThat(a.getSeverity()).isEqualTo(Severity.LOW));
  }

  @Test
  void anyOrderGivesTheSameChain() {
    List<SpecificRecord> events =
        new ArrayList<>(
            List.of(
                met(FEEDER_LATER, DPRK, 0),
                before(MOTHER, FEEDER, 6),
                before("538000008", MOTHER, 9),
                before("538000009", MOTHER, 9.5),
                before("538000007", "538000009", 12),
                states(FEEDER, "9074729"),
                states(FEEDER_LATER, "9074729")));
    List<Alert> expected = chains(FEEDER_LATER, events);
    assertThat(expected).singleElement().satisfies(a -> assertThat(a.getParties()).hasSize(5));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(events, new Random(seed));
      assertThat(chains(FEEDER_LATER, events)).isEqualTo(expected);
    }
  }
}
