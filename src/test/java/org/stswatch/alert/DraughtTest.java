package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Evidence;
import org.stswatch.event.VoyageStatement;

/** Two tankers of 90 m and what they state of their draughts around a meeting. */
class DraughtTest {
  private final Meeting meeting = new Meeting();
  private final Instant start = meeting.fact().getStart();
  private final Instant end = meeting.fact().getEnd();

  private VoyageStatement stated(String vessel, Instant when, double draughtM, int receipt) {
    return Meeting.stated(vessel, when)
        .setDraughtM(draughtM)
        .setLengthM(90.0)
        .setBeamM(14.5)
        .setReceipt(receipt)
        .build();
  }

  private DraughtTest donor(double beforeM, double afterM) {
    String vessel = meeting.fact().getVessel1();
    meeting.stated1(stated(vessel, start.minus(Duration.ofHours(6)), beforeM, 2));
    meeting.stated1(stated(vessel, end.plus(Duration.ofHours(6)), afterM, 2));
    return this;
  }

  private DraughtTest receiver(double beforeM, double afterM) {
    String vessel = meeting.fact().getVessel2();
    meeting.stated2(stated(vessel, start.minus(Duration.ofHours(6)), beforeM, 2));
    meeting.stated2(stated(vessel, end.plus(Duration.ofHours(6)), afterM, 2));
    return this;
  }

  private Optional<Evidence> evidence() {
    return meeting.judged().alert().getEvidence().stream()
        .filter(e -> e.getCode().equals("DRAUGHT_CHANGED"))
        .findFirst();
  }

  private Optional<Double> weight() {
    return evidence().map(Evidence::getWeight);
  }

  @Test
  void oneHigherAndOneDeeperByAsManyTonnesSaysMost() {
    donor(5.6, 5.0).receiver(3.2, 3.9);
    assertThat(weight()).contains(1.5);
    assertThat(evidence().map(Evidence::getText).orElse("")).contains("0.6 m higher", "642 t");
  }

  @Test
  void tonnesThatDoNotAgreeSayAsMuchAsOneShip() {
    assertThat(donor(6.0, 4.0).receiver(3.2, 3.5).weight()).contains(0.5);
  }

  @Test
  void oneShipAloneSaysLittle() {
    assertThat(donor(5.6, 5.0).weight()).contains(0.5);
  }

  @Test
  void twoTenthsOfAMetreAreNotThreeHundredTonnesHere() {
    assertThat(donor(5.6, 5.4).evidence()).isEmpty();
    assertThat(receiver(3.2, 3.5).evidence().map(Evidence::getThreshold)).contains(0.28);
  }

  @Test
  void aDraughtStatedOnceIsNoDraught() {
    String vessel = meeting.fact().getVessel1();
    meeting.stated1(stated(vessel, start.minus(Duration.ofHours(6)), 5.6, 2));
    meeting.stated1(stated(vessel, end.plus(Duration.ofHours(6)), 5.0, 1));
    assertThat(evidence()).isEmpty();
    meeting.stated1(stated(vessel, end.plus(Duration.ofHours(7)), 5.0, 1));
    assertThat(evidence()).isPresent();
  }

  @Test
  void afterTwoWeeksItCountsNoMore() {
    String vessel = meeting.fact().getVessel1();
    meeting.stated1(stated(vessel, start.minus(Duration.ofDays(15)), 5.6, 2));
    meeting.stated1(stated(vessel, end.plus(Duration.ofHours(6)), 5.0, 2));
    assertThat(evidence()).isEmpty();
  }

  @Test
  void nearAPortCargoIsWorkedThere() {
    meeting.toldOfPort("Nakhodka", 15_000);
    assertThat(donor(5.6, 5.0).evidence()).isEmpty();
  }
}
