package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;
import org.stswatch.event.Severity;
import org.stswatch.event.SilentParty;

/** Each code once where it holds and once where it does not. */
class EvidenceTest {
  private static final String DPRK = "445000001";
  private static final String OTHER = "538000001";

  @Test
  void aBareMeetingHasItsDistanceDurationSpeedAndTogethernessAndNothingElse() {
    assertThat(new Meeting().weighed())
        .containsExactly(
            "DISTANCE +0.5", "DURATION +0.5", "SPEED +0.5", "TOGETHER +0.25", "SINGLE_SOURCE 0.0");
  }

  @Test
  void everyContactEvidenceNamesTheFixesThatItWasComputedFrom() {
    assertThat(new Meeting().judged().alert().getEvidence())
        .filteredOn(e -> e.getCode().equals("DISTANCE"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.getDirection()).isEqualTo(Direction.FOR);
              assertThat(e.getValue()).isEqualTo(300);
              assertThat(e.getThreshold()).isEqualTo(500);
              assertThat(e.getUnit()).isEqualTo("m");
              assertThat(e.getInputRefs()).containsExactly("f1", "f2");
            });
  }

  @Test
  void aMedianBeyondTheProfilesDistanceSpeaksAgainst() {
    assertThat(new Meeting().under(Meeting.starboard()).weighed()).contains("DISTANCE -0.5");
  }

  @Test
  void alongsideEndsAt150M() {
    assertThat(new Meeting().apartM(150).weighed()).contains("ALONGSIDE +1.0");
    assertThat(new Meeting().apartM(151).weighed()).doesNotContain("ALONGSIDE +1.0");
  }

  @Test
  void fourToSixteenHoursIsAsLongAsATransferTakes() {
    assertThat(durationOf(Duration.ofMinutes(239))).contains("DURATION +0.5");
    assertThat(durationOf(Duration.ofHours(4))).contains("DURATION +1.0");
    assertThat(durationOf(Duration.ofHours(16))).contains("DURATION +1.0");
    assertThat(durationOf(Duration.ofHours(17))).contains("DURATION +0.5");
    assertThat(durationOf(Duration.ofMinutes(110))).contains("DURATION -0.5");
  }

  private static java.util.List<String> durationOf(Duration length) {
    return new Meeting().lasting(length).weighed();
  }

  @Test
  void oneShipUnderWaySpeaksAgainst() {
    assertThat(new Meeting().driftingKn(0.5, 1.99).weighed()).contains("SPEED +0.5");
    assertThat(new Meeting().driftingKn(0.5, 2.0).weighed()).contains("SPEED -1.0");
    assertThat(new Meeting().under(Meeting.skylight()).driftingKn(3, 3).weighed())
        .contains("SPEED -1.0");
  }

  @Test
  void shortContactsInALongEncounterSpeakAgainst() {
    assertThat(new Meeting().together(96).weighed()).contains("TOGETHER +0.25");
    assertThat(new Meeting().together(90).weighed()).noneMatch(e -> e.startsWith("TOGETHER"));
    assertThat(new Meeting().together(50).weighed()).contains("TOGETHER -0.25");
  }

  @Test
  void oneSilentPartySpeaksForAndTwoAgainst() {
    assertThat(new Meeting().silent(SilentParty.ONE, 80).weighed()).contains("HOLE_ONE +0.25");
    assertThat(new Meeting().silent(SilentParty.BOTH, 80).weighed()).contains("HOLE_BOTH -0.5");
    assertThat(new Meeting().weighed()).noneMatch(e -> e.startsWith("HOLE"));
  }

  @Test
  void aContestedIdentitySpeaksAgainst() {
    assertThat(new Meeting().contested().weighed()).contains("CONTESTED -1.0");
    assertThat(new Meeting().weighed()).noneMatch(e -> e.startsWith("CONTESTED"));
  }

  @Test
  void aPortWithinTheRadiusSpeaksAgainstWithItsDistance() {
    assertThat(new Meeting().at(42.8667, 131.3833).judged().alert().getEvidence())
        .filteredOn(e -> e.getCode().equals("NEAR_PORT"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.getText()).isEqualTo("0.0 km from Slavyanka.");
              assertThat(e.getThreshold()).isEqualTo(10_000);
              assertThat(e.getWeight()).isEqualTo(-1.5);
            });
    assertThat(new Meeting().weighed()).noneMatch(e -> e.startsWith("NEAR_PORT"));
  }

  @Test
  void aProfileWithoutPortRuleStillCountsAPortWithinTenKilometres() {
    Meeting skylight = new Meeting().under(Meeting.skylight()).at(42.8667, 131.3833);
    assertThat(skylight.weighed()).contains("NEAR_PORT -1.5");
    assertThat(skylight.judged().raised()).isPresent();
  }

  @Test
  void theShoreSpeaksAgainstOnlyInAProfileThatAsksForIt() {
    Meeting offPrimorye = new Meeting().at(44.0, 135.6);
    assertThat(offPrimorye.under(Meeting.starboard()).weighed()).contains("NEAR_SHORE -0.5");
    assertThat(offPrimorye.under(Meeting.gfw(AlertSettings.Scope.WORLD)).weighed())
        .noneMatch(e -> e.startsWith("NEAR_SHORE"));
  }

  @Test
  void anchoredNeighboursAreStillApartAndNotAlone() {
    assertThat(anchored().weighed()).contains("ANCHORED_NEIGHBOURS -2.0");
    assertThat(anchored().crowd(1).weighed()).doesNotContain("ANCHORED_NEIGHBOURS -2.0");
    assertThat(anchored().apartM(200).weighed()).noneMatch(e -> e.startsWith("ANCHORED"));
    assertThat(anchored().driftingKn(0.1, 0.2).weighed()).noneMatch(e -> e.startsWith("ANCHORED"));
  }

  @Test
  void twoAloneAtAnchorThatDidNotLieAlongsideAreNoMeeting() {
    assertThat(aloneAtAnchor().alongsideMinutes(50).weighed()).contains("ANCHORED_APART -5.5");
    assertThat(severityOf(aloneAtAnchor().types(80, 90, 89, 90))).isEqualTo(Severity.INFO);
    assertThat(aloneAtAnchor().alongsideMinutes(60).weighed())
        .noneMatch(e -> e.startsWith("ANCHORED"));
    assertThat(aloneAtAnchor().alongsideMinutes(null).weighed())
        .noneMatch(e -> e.startsWith("ANCHORED"));
    assertThat(aloneAtAnchor().apartM(200).weighed()).noneMatch(e -> e.startsWith("ANCHORED"));
    assertThat(aloneAtAnchor().driftingKn(0.1, 0.2).weighed())
        .noneMatch(e -> e.startsWith("ANCHORED"));
    assertThat(anchored().weighed()).noneMatch(e -> e.startsWith("ANCHORED_APART"));
  }

  @Test
  void whoFallsSilentAtAnchorForSixHoursMayHaveGoneAlongsideMeanwhile() {
    assertThat(aloneAtAnchor().silent(SilentParty.ONE, 359).weighed())
        .contains("ANCHORED_APART -5.5");
    assertThat(aloneAtAnchor().silent(SilentParty.ONE, 360).weighed())
        .contains("ANCHORED_APART 0.0");
    assertThat(aloneAtAnchor().silent(SilentParty.BOTH, 360).weighed())
        .contains("ANCHORED_APART -5.5");
  }

  @Test
  void aLinkToTheDprkBringsNoTwoTogetherThatLayApartAtAnchor() {
    Meeting apart = aloneAtAnchor().of(DPRK, OTHER).types(80, 90, 89, 90);
    assertThat(severityOf(apart)).isEqualTo(Severity.INFO);
    assertThat(severityOf(apart.alongsideMinutes(60))).isEqualTo(Severity.HIGH);
  }

  private static Severity severityOf(Meeting meeting) {
    return meeting.judged().alert().getSeverity();
  }

  private static Meeting aloneAtAnchor() {
    return anchored().crowd(1).lasting(Duration.ofHours(8));
  }

  private static Meeting anchored() {
    return new Meeting().apartM(201).driftingKn(0.1, 0.19).crowd(2);
  }

  @Test
  void tankersCountByTheirDeclaredType() {
    assertThat(new Meeting().types(80, 90, 89, 90).weighed()).contains("TANKERS +1.0");
    assertThat(new Meeting().types(84, 90, 70, 90).weighed()).contains("TANKERS +0.5");
    assertThat(new Meeting().types(70, 90, 79, 90).weighed()).noneMatch(e -> e.startsWith("TAN"));
  }

  @Test
  void oneDprkFlagWeighsMoreThanTwo() {
    assertThat(new Meeting().of(DPRK, OTHER).weighed()).contains("DPRK_LINKED +2.0");
    assertThat(new Meeting().of(DPRK, "445000002").weighed()).contains("DPRK_LINKED +1.0");
    assertThat(new Meeting().of("273000001", OTHER).weighed()).noneMatch(e -> e.startsWith("DPRK"));
  }

  @Test
  void aRegistersFlagLinksAsWell() {
    Meeting flagged =
        new Meeting().stated1(Meeting.stated(OTHER, Meeting.START).setFlag("KP").build());
    assertThat(flagged.weighed()).contains("DPRK_LINKED +2.0");
  }

  @Test
  void beforeTheBanTheAlertSaysThatThereWasNone() {
    Meeting linked = new Meeting().of(DPRK, OTHER);
    assertThat(linked.on("2017-09-10T12:00:00Z").weighed()).contains("NO_STS_BAN 0.0");
    assertThat(linked.on("2017-09-11T00:00:00Z").weighed()).doesNotContain("NO_STS_BAN 0.0");
  }

  @Test
  void aSmallTugNearAPortServesAndALargeOneOrOneFarOffIsOnlySaidTo() {
    Meeting offVladivostok = new Meeting().at(42.8, 131.9);
    assertThat(offVladivostok.types(52, 30, 80, 120).weighed()).contains("SERVICE_VESSEL -3.0");
    assertThat(new Meeting().at(42.8, 131.9).types(52, 50, 80, 120).weighed())
        .contains("SERVICE_VESSEL 0.0");
    assertThat(new Meeting().types(50, 15, 80, 120).weighed()).contains("SERVICE_VESSEL 0.0");
    assertThat(new Meeting().types(80, 30, 80, 120).weighed())
        .noneMatch(e -> e.startsWith("SERVICE"));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 50, 51, 52, 53, 54})
  void allServiceTypesCount(int type) {
    assertThat(new Meeting().at(42.8, 131.9).types(type, 20, 80, 120).weighed())
        .contains("SERVICE_VESSEL -3.0");
  }

  @Test
  void aFishingPairMustBeShortHeardThroughoutAndUnlinked() {
    assertThat(new Meeting().types(30, 40, 30, 59).weighed()).contains("FISHING_PAIR -3.0");
    assertThat(new Meeting().types(30, 40, 30, 60).weighed()).contains("FISHING_PAIR 0.0");
    assertThat(new Meeting().types(30, 40, 30, 40).silent(SilentParty.ONE, 80).weighed())
        .contains("FISHING_PAIR 0.0");
    assertThat(new Meeting().of(DPRK, OTHER).types(30, 40, 30, 40).weighed())
        .contains("FISHING_PAIR 0.0");
    assertThat(new Meeting().types(30, 40, 80, 40).weighed())
        .noneMatch(e -> e.startsWith("FISHING"));
  }

  @Test
  void aZoneCountsOnlyWhereExactlyOnePartyIsLinked() {
    assertThat(new Meeting().of(DPRK, OTHER).weighed()).contains("ZONE +0.5");
    assertThat(new Meeting().of(DPRK, OTHER).at(10, 150).weighed()).doesNotContain("ZONE +0.5");
    assertThat(new Meeting().of(DPRK, "445000002").weighed()).doesNotContain("ZONE +0.5");
    assertThat(new Meeting().weighed()).doesNotContain("ZONE +0.5");
  }

  @Test
  void whatAFamilyAddsBeyondItsCapIsTakenOffVisibly() {
    Meeting strong = new Meeting().alongside().lasting(Duration.ofHours(6));
    assertThat(strong.weighed()).contains("FAMILY_CAP -0.25");
    double sum =
        strong.judged().alert().getEvidence().stream().mapToDouble(Evidence::getWeight).sum();
    assertThat(strong.judged().alert().getScore()).isEqualTo(sum).isEqualTo(3.0);
    assertThat(new Meeting().weighed()).noneMatch(e -> e.startsWith("FAMILY_CAP"));
  }

  @Test
  void noTextAccusesAnybody() {
    Meeting all =
        new Meeting().of(DPRK, OTHER).alongside().contested().types(84, 90, 52, 20).at(42.8, 131.9);
    assertThat(all.judged().alert().getTitle()).contains("pattern consistent with");
    assertThat(all.judged().alert().getEvidence())
        .extracting(Evidence::getText)
        .noneMatch(t -> t.matches("(?i).*(violat|illegal|smuggl|evad|guilt).*"));
  }
}
