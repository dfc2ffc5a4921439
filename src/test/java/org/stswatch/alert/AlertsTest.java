package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stswatch.alert.AlertSettings.Scope;
import org.stswatch.alert.Verdict.Silence;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.CorroborationStatus;
import org.stswatch.event.Coverage;
import org.stswatch.event.Party;
import org.stswatch.event.Severity;
import org.stswatch.event.SilentParty;

class AlertsTest {
  private static final String DPRK = "445000001";
  private static final String OTHER = "538000001";

  @Test
  void aBareMeetingOfTwoHoursFarFromPortIsLow() {
    assertThat(severityOf(new Meeting())).isEqualTo(Severity.LOW);
  }

  @Test
  void twoTankersAlongsideAreMediumAndAsLongAsATransferHigh() {
    assertThat(severityOf(tankers())).isEqualTo(Severity.MEDIUM);
    assertThat(severityOf(tankers().lasting(Duration.ofHours(6)))).isEqualTo(Severity.HIGH);
  }

  private static Meeting tankers() {
    return new Meeting().alongside().types(84, 90, 80, 90);
  }

  @Test
  void ownAisAloneIsNeverCritical() {
    Meeting linked = tankers().of(DPRK, OTHER).lasting(Duration.ofHours(6));
    assertThat(linked.judged().alert().getScore()).isGreaterThan(Score.CRITICAL);
    assertThat(severityOf(linked)).isEqualTo(Severity.HIGH);
  }

  @Test
  void aContestedMeetingIsAtMostInfo() {
    Meeting contested = tankers().of(DPRK, OTHER).lasting(Duration.ofHours(6)).contested();
    assertThat(severityOf(contested)).isEqualTo(Severity.INFO);
  }

  @Test
  void smallServiceCraftAndFishingPairsStayAtInfo() {
    Duration long6h = Duration.ofHours(6);
    assertThat(severityOf(new Meeting().alongside().lasting(long6h).types(30, 40, 30, 40)))
        .isEqualTo(Severity.INFO);
    Meeting tug = new Meeting().at(42.8, 131.9).alongside().lasting(long6h).types(52, 30, 80, 120);
    assertThat(severityOf(tug)).isEqualTo(Severity.INFO);
  }

  @Test
  void withinThePortRadiusThereIsNoAlertAndTheReasonIsGiven() {
    Verdict verdict = new Meeting().at(42.8667, 131.3833).judged();
    assertThat(verdict.raised()).isEmpty();
    assertThat(verdict.reason()).isEqualTo("NEAR_PORT: 5 m from Slavyanka, nearer than 10000 m.");
  }

  @Test
  void thePortThatTheFactNamesIsTheOneThatCounts() {
    Meeting told = new Meeting().toldOfPort("Offshore terminal", 9_999);
    assertThat(told.judged().reason())
        .isEqualTo("NEAR_PORT: 9999 m from Offshore terminal, nearer than 10000 m.");
    assertThat(new Meeting().toldOfPort("Terminal", 10_000).judged().raised()).isPresent();
  }

  @Test
  void nearTheShoreThereIsNoAlertInAProfileThatAsksForIt() {
    assertThat(silencesOf(new Meeting().at(44.0, 135.6).under(Meeting.starboard())))
        .containsExactly("NEAR_SHORE");
  }

  @Test
  void anchoredNeighboursRaiseNothing() {
    Meeting anchored = new Meeting().driftingKn(0.1, 0.1).crowd(3);
    assertThat(silencesOf(anchored)).containsExactly("ANCHORED_NEIGHBOURS");
  }

  @Test
  void noExclusionSilencesShipsAlongsideOfWhichOneIsLinkedButNearAPortItIsLow() {
    Meeting offSlavyanka =
        tankers().of(DPRK, OTHER).at(42.8667, 131.3833).lasting(Duration.ofHours(6));
    assertThat(offSlavyanka.judged().silencedBy()).isEmpty();
    assertThat(severityOf(offSlavyanka)).isEqualTo(Severity.LOW);
    assertThat(silencesOf(offSlavyanka.apartM(200))).containsExactly("NEAR_PORT");
    assertThat(silencesOf(offSlavyanka.alongside().of(DPRK, "445000002")))
        .containsExactly("NEAR_PORT");
  }

  @Test
  void norAShipAlongsideThatFallsSilentForSixHours() {
    Meeting offSlavyanka = tankers().at(42.8667, 131.3833).lasting(Duration.ofHours(10));
    assertThat(silencesOf(offSlavyanka.silent(SilentParty.ONE, 359))).containsExactly("NEAR_PORT");
    assertThat(silencesOf(offSlavyanka.silent(SilentParty.BOTH, 360))).containsExactly("NEAR_PORT");
    assertThat(silencesOf(offSlavyanka.silent(SilentParty.ONE, 360))).isEmpty();
    assertThat(severityOf(offSlavyanka)).isEqualTo(Severity.LOW);
    assertThat(silencesOf(offSlavyanka.apartM(151))).containsExactly("NEAR_PORT");
  }

  @Test
  void theTheatreAlertsInItsCoreButWithoutALinkAtMostLow() {
    Meeting inTheJapanSea = tankers().under(Meeting.gfw(Scope.THEATRE));
    assertThat(severityOf(inTheJapanSea)).isEqualTo(Severity.LOW);
    assertThat(inTheJapanSea.weighed()).contains("NO_LINK 0.0");
    assertThat(severityOf(inTheJapanSea.of(DPRK, OTHER))).isEqualTo(Severity.HIGH);
  }

  @Test
  void inTheOuterBoxTheTheatreAsksForALink() {
    Meeting offShanghai = new Meeting().under(Meeting.gfw(Scope.THEATRE)).at(31.2, 124.1);
    assertThat(silencesOf(offShanghai)).containsExactly("OUT_OF_SCOPE");
    assertThat(offShanghai.of(DPRK, OTHER).judged().raised()).isPresent();
  }

  @Test
  void outsideItsBoxTheTheatreAlertsNobody() {
    Meeting offNewYork = new Meeting().of(DPRK, OTHER).at(39.0, -70.0);
    assertThat(silencesOf(offNewYork.under(Meeting.gfw(Scope.THEATRE))))
        .containsExactly("OUT_OF_SCOPE");
    assertThat(offNewYork.under(Meeting.gfw(Scope.WORLD)).judged().raised()).isPresent();
  }

  @Test
  void aLinkedMeetingInReportedWatersIsARendezvousInAZone() {
    Alert alert = new Meeting().of(DPRK, OTHER).judged().alert();
    assertThat(alert.getType()).isEqualTo("RENDEZVOUS_ZONE");
    assertThat(alert.getSignals())
        .extracting(s -> s.getDetector() + " " + s.getScore())
        .containsExactly("rendezvous-zone 4.25", "encounters 3.75");
    assertThat(new Meeting().judged().alert().getType()).isEqualTo("ENCOUNTER");
  }

  @Test
  void anAlertSaysWhereAndUnderWhichLaw() {
    Alert alert = new Meeting().at(41.0, 132.2).judged().alert();
    assertThat(alert.getContext().getZones())
        .containsExactly("Waters claimed by the DPRK and Russia", "Japan Sea");
    assertThat(alert.getContext().getNearestPort()).isNotBlank();
    assertThat(alert.getContext().getDistanceToPortM()).isBetween(150_000, 250_000);
    assertThat(alert.getContext().getDistanceToShoreM()).isBetween(100_000, 250_000);
    assertThat(alert.getContext().getRegulationsInForce())
        .extracting(r -> r.substring(0, r.indexOf(':')))
        .containsExactly("UNSCR-2371-COAL", "UNSCR-2375-STS", "UNSCR-2375-REFINED");
  }

  @Test
  void anAlertIsOneSourceUntilOthersSpeak() {
    Alert alert = new Meeting().silent(SilentParty.ONE, 80).judged().alert();
    assertThat(alert.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.SINGLE_SOURCE);
    assertThat(alert.getCoverage()).isEqualTo(Coverage.INTERRUPTED);
    assertThat(new Meeting().judged().alert().getCoverage()).isEqualTo(Coverage.CONTINUOUS);
    assertThat(alert.getStatus()).isEqualTo(AlertStatus.OPEN);
    assertThat(alert.getRevision()).isZero();
  }

  @Test
  void theRuleNamesTheSettingsThatDecidedAndNoOthers() {
    assertThat(new Meeting().judged().alert().getRule().getParameters())
        .containsOnlyKeys("encounter.max-distance-m");
  }

  @Test
  void thePartiesAreWhatTheyHadStatedByThen() {
    Party party =
        new Meeting()
            .stated1(
                Meeting.stated(OTHER, Meeting.START).setName("VITYAZ").setImo("8125703").build())
            .judged()
            .alert()
            .getParties()
            .get(0);
    assertThat(party.getName()).isEqualTo("VITYAZ");
    assertThat(party.getImoValid()).isTrue();
    assertThat(party.getFlag()).isEqualTo("MH");
    assertThat(party.getMmsi()).isEqualTo(OTHER);
  }

  @Test
  void anOpaqueIdHasNoMmsiAndNoFlag() {
    Party party = new Meeting().of("1", "2").judged().alert().getParties().get(0);
    assertThat(party.getVesselKey()).isEqualTo("1");
    assertThat(party.getMmsi()).isNull();
    assertThat(party.getFlag()).isNull();
  }

  @Test
  void theUncertaintyHoldsTheDriftTheDistanceAndTheErrorOfAPosition() {
    // 1 kn for 2 h is 3,704 m; half of it and of 300 m, and 100 m.
    assertThat(new Meeting().judged().alert().getUncertaintyM()).isEqualTo(2_102);
  }

  @Test
  void judgingTwiceGivesTheSameAlert() {
    Meeting meeting = tankers().of(DPRK, OTHER);
    assertThat(meeting.judged()).isEqualTo(meeting.judged());
  }

  @Test
  void theLawIsThatOfTheDay() {
    Regulations law = Regulations.bundled();
    assertThat(law.inForceAt(Instant.parse("2017-08-04T23:59:59Z")))
        .singleElement()
        .asString()
        .contains("limited, not banned");
    assertThat(law.inForceAt(Instant.parse("2017-08-05T00:00:00Z")))
        .singleElement()
        .asString()
        .contains("Rajin");
    assertThat(law.isStsBanInForce(Instant.parse("2017-09-10T23:59:59Z"))).isFalse();
    assertThat(law.isStsBanInForce(Instant.parse("2017-09-11T00:00:00Z"))).isTrue();
    assertThat(law.inForceAt(Instant.parse("2018-01-01T00:00:00Z")))
        .anyMatch(r -> r.contains("a year; whether this cargo counted is not known"))
        .noneMatch(r -> r.startsWith("UNSCR-2375-REFINED"));
  }

  private static Severity severityOf(Meeting meeting) {
    return meeting.judged().alert().getSeverity();
  }

  private static List<String> silencesOf(Meeting meeting) {
    return meeting.judged().silencedBy().stream().map(Silence::code).toList();
  }
}
