package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.CorroborationStatus;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;
import org.stswatch.event.Severity;
import org.stswatch.event.Stance;
import org.stswatch.report.Told;

/** What reports make of an alert. The meetings are constructed. */
class ReportedTest {
  private static final String VITYAZ = "8125703";
  private static final String SEVASTOPOL = "9235127";

  /** A strong case by AIS alone: two tankers alongside for six hours, one of them DPRK-flagged. */
  private static Meeting meeting(String imo) {
    return new Meeting()
        .of("273999991", "445999992")
        .alongside()
        .types(80, 90, 80, 70)
        .lasting(Duration.ofHours(6))
        .stated1(Meeting.stated("273999991", Meeting.START).setImo(imo).setName("SHIP").build());
  }

  private static Told told(String originator) {
    return Told.by(originator).imo(VITYAZ).during("2017-10-15T00:00:00Z", "2017-10-31T00:00:00Z");
  }

  private static Alert alert(Told... reports) {
    return meeting(VITYAZ).reported(reports).judged().alert();
  }

  private static Evidence evidence(Alert alert, String code) {
    return alert.getEvidence().stream()
        .filter(e -> e.getCode().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " is missing in " + alert));
  }

  private static List<String> codes(Alert alert) {
    return alert.getEvidence().stream().map(Evidence::getCode).toList();
  }

  private static final Told DENIAL =
      told("owner").stance(Stance.DENY).text("The owner denies any contact.");

  @Test
  void theTwoSourcesOnVityazCorroborateAndTheDenialStandsBesideThem() {
    Alert vityaz =
        alert(
            told("reuters-2017-12-29#1").seenBy("naval").graded("B", 3),
            told("reuters-2017-12-29#2").seenBy("imagery", "naval").graded("B", 3),
            DENIAL);
    assertThat(vityaz.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.CORROBORATED);
    assertThat(vityaz.getCorroboration().getDisciplines())
        .containsExactly("ais", "imagery", "naval");
    assertThat(evidence(vityaz, "CORROBORATED").getValue()).isEqualTo(3.0);
    assertThat(evidence(vityaz, "DENIED").getDirection()).isEqualTo(Direction.AGAINST);
    assertThat(evidence(vityaz, "DENIED").getWeight()).isEqualTo(-0.25);
    assertThat(evidence(vityaz, "DENIED").getText()).contains("owner (B2").contains("denies any");
    assertThat(codes(vityaz)).doesNotContain("SINGLE_SOURCE");
    assertThat(vityaz.getSeverity()).isEqualTo(Severity.HIGH);
    assertThat(codes(vityaz)).contains("UNVERIFIED");
  }

  @Test
  void onlyACorroborationThatSomebodyVerifiedIsCritical() {
    assertThat(alert().getSeverity()).isEqualTo(Severity.HIGH);
    assertThat(alert(told("navy").graded("B", 2)).getSeverity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert(told("navy").graded("B", 3)).getSeverity()).isEqualTo(Severity.HIGH);
    assertThat(alert(told("navy").graded(null, null)).getSeverity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void theTypeRemainsThatOfTheFinding() {
    assertThat(alert(told("navy")).getType()).isEqualTo("RENDEZVOUS_ZONE");
    assertThat(alert(told("navy")).getSignals())
        .extracting(s -> s.getType())
        .containsExactlyInAnyOrder("RENDEZVOUS_ZONE", "ENCOUNTER", "CORROBORATION");
  }

  @Test
  void aDenialAloneIsShownAndChangesNoBand() {
    Alert denied = alert(DENIAL);
    assertThat(denied.getSeverity()).isEqualTo(alert().getSeverity());
    assertThat(codes(denied)).contains("DENIED", "SINGLE_SOURCE");
  }

  @Test
  void aStatesDenialByClassAndWaterIsShown() {
    Told denial =
        Told.by("ministry")
            .stance(Stance.DENY)
            .ship("tanker", "RU")
            .in("the Japan Sea")
            .during("2017-10-01T00:00:00Z", "2017-11-30T00:00:00Z");
    assertThat(evidence(alert(denial), "DENIED").getText()).contains("ministry");
    assertThat(
            codes(
                alert(
                    Told.by("x")
                        .stance(Stance.NO_COMMENT)
                        .imo(VITYAZ)
                        .during("2017-10-15T00:00:00Z", null))))
        .contains("RELATED_REPORT")
        .doesNotContain("DENIED");
  }

  @Test
  void aSingleReportOfGradeDIsContextAndNeverSeverity() {
    Alert graded = alert(told("x").graded("D", 2));
    assertThat(evidence(graded, "UNRELIABLE_REPORT").getWeight()).isZero();
    assertThat(evidence(graded, "UNRELIABLE_REPORT").getText()).contains("x (D2");
    assertThat(graded.getSeverity()).isEqualTo(alert().getSeverity());
    assertThat(graded.getScore()).isEqualTo(alert().getScore());
    assertThat(graded.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.SINGLE_SOURCE);
  }

  @Test
  void aReportCopiedFiveTimesWeighsAsOne() {
    Told[] copies =
        IntStream.range(0, 5)
            .mapToObj(i -> told("paper " + i).seenBy("imagery").derivedFrom("agency"))
            .toArray(Told[]::new);
    Alert one = alert(told("agency"));
    Told[] all = new Told[6];
    System.arraycopy(copies, 0, all, 0, 5);
    all[5] = told("agency");
    assertThat(alert(all).getScore()).isEqualTo(one.getScore());
    assertThat(alert(all).getCorroboration()).isEqualTo(one.getCorroboration());
    assertThat(alert(copies).getCorroboration().getOriginators()).hasSize(2);
  }

  @Test
  void anotherReportThatRestsOnAisIsNoSecondDiscipline() {
    Alert ais = alert(told("tracker").seenBy("ais"));
    assertThat(ais.getCorroboration().getStatus()).isEqualTo(CorroborationStatus.SINGLE_SOURCE);
    assertThat(evidence(ais, "SINGLE_SOURCE").getText())
        .isEqualTo("2 originators and one discipline (AIS).");
    Alert ours = alert(told("paper").seenBy("imagery").derivedFrom("own AIS"));
    assertThat(evidence(ours, "REPORTED").getWeight()).isZero();
    assertThat(ours.getCorroboration().getOriginators()).containsExactly("own AIS");
  }

  @Test
  void sevastopolIsClearedByKoreaWithTheReasonAndAtMostInfo() {
    Told hold = held(Stance.ASSERT).id("hold");
    Told release =
        held(Stance.CLEAR).id("release").published("2018-10-02T00:00:00Z").text("Released.");
    Alert open = sevastopol(hold);
    assertThat(open.getStatus()).isEqualTo(AlertStatus.OPEN);
    assertThat(open.getSeverity()).isEqualTo(Severity.CRITICAL);
    Alert cleared = sevastopol(hold, release);
    assertThat(cleared.getStatus()).isEqualTo(AlertStatus.CLEARED);
    assertThat(cleared.getSeverity()).isEqualTo(Severity.INFO);
    assertThat(cleared.getReason())
        .startsWith("Cleared by republic-of-korea (B2, naval, report release of 2018-10-02");
    assertThat(evidence(cleared, "CLEARED").getDirection()).isEqualTo(Direction.AGAINST);
    assertThat(codes(cleared)).contains("REPORTED");
  }

  private static Told held(Stance stance) {
    return Told.by("republic-of-korea")
        .imo(SEVASTOPOL)
        .during("2018-09-18T00:00:00Z", "2018-09-28T00:00:00Z")
        .stance(stance)
        .published("2018-09-29T00:00:00Z");
  }

  private static Alert sevastopol(Told... reports) {
    return meeting(SEVASTOPOL).on("2018-09-20T06:00:00Z").reported(reports).judged().alert();
  }

  @Test
  void aFakeClearanceIsShownAndChangesNothing() {
    Alert fake = alert(told("owner").stance(Stance.CLEAR).text("A court has cleared her."));
    assertThat(fake.getStatus()).isEqualTo(AlertStatus.OPEN);
    assertThat(fake.getReason()).isNull();
    assertThat(fake.getSeverity()).isEqualTo(alert().getSeverity());
    assertThat(fake.getScore()).isEqualTo(alert().getScore());
    assertThat(evidence(fake, "CLEARANCE_NOT_COUNTED").getDirection()).isEqualTo(Direction.AGAINST);
  }

  @Test
  void whatReportsAddIsCappedAndEvidencePointsAtThem() {
    Alert many =
        alert(IntStream.range(0, 20).mapToObj(i -> told("source " + i)).toArray(Told[]::new));
    assertThat(many.getScore()).isEqualTo(alert(told("navy")).getScore());
    assertThat(evidence(many, "REPORTED").getInputRefs()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void textsOfReportsAreCleanedAndShortened() {
    String text = evidence(alert(told("a\nb").text("x\ty".repeat(500))), "REPORTED").getText();
    assertThat(text).startsWith("Asserted by a b (B2").doesNotContain("\n", "\t");
    assertThat(text.length()).isLessThan(400);
  }
}
