package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Evidence;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VoyageStatement;

/** What the statements of two ships that met say against their identity. */
class IdentityTest {
  private static final Instant BEFORE = Meeting.START.minus(Duration.ofHours(5));
  private static final Instant AFTER = Meeting.START.plus(Duration.ofHours(5));

  private final Meeting meeting = new Meeting();
  private final String ship1 = meeting.fact().getVessel1();
  private final String ship2 = meeting.fact().getVessel2();

  private static VoyageStatement.Builder heard(String vessel, Instant when) {
    return Meeting.stated(vessel, when).setReceipt(2).setSourceKind(StatementKind.AIS);
  }

  private Optional<Evidence> evidence(String code) {
    return meeting.judged().alert().getEvidence().stream()
        .filter(e -> e.getCode().equals(code))
        .findFirst();
  }

  private Optional<Double> weight(String code) {
    return evidence(code).map(Evidence::getWeight);
  }

  @Test
  void anImoNumberWithAWrongCheckDigitSpeaksFor() {
    meeting.stated1(heard(ship1, BEFORE).setImo("8916294").build());
    assertThat(weight("IMO_INVALID")).contains(0.5);
  }

  @Test
  void aRightOneSaysNothing() {
    meeting.stated1(heard(ship1, BEFORE).setImo("8916293").build());
    assertThat(evidence("IMO_INVALID")).isEmpty();
    assertThat(meeting.judged().alert().getSignals())
        .noneMatch(s -> s.getType().equals("IDENTITY"));
  }

  @Test
  void aNameThatChangesInTheMonthBeforeIsShownFromTheSecondReceiptOn() {
    meeting.stated1(heard(ship1, BEFORE.minus(Duration.ofDays(3))).setName("YUK TUNG").build());
    meeting.stated1(heard(ship1, BEFORE).setName("SONG HAE").setReceipt(1).build());
    assertThat(evidence("IDENTITY_CHANGED")).isEmpty();
    meeting.stated1(heard(ship1, BEFORE.plusSeconds(60)).setName("SONG HAE").build());
    assertThat(evidence("IDENTITY_CHANGED").map(Evidence::getText).orElse(""))
        .contains("name (YUKTUNG to SONGHAE)");
  }

  @Test
  void theSameNameInOtherLettersIsNoChange() {
    meeting.stated1(heard(ship1, BEFORE.minus(Duration.ofDays(3))).setName("SAM MA 2").build());
    meeting.stated1(heard(ship1, BEFORE).setName("SAMMA-2").build());
    assertThat(evidence("IDENTITY_CHANGED")).isEmpty();
  }

  @Test
  void aChangeLongAgoIsForgotten() {
    meeting.stated1(heard(ship1, BEFORE.minus(Duration.ofDays(40))).setName("YUK TUNG").build());
    meeting.stated1(heard(ship1, BEFORE).setName("SONG HAE").build());
    assertThat(evidence("IDENTITY_CHANGED")).isEmpty();
  }

  @Test
  void whoLeavesUnderTheOthersNumberHasSwapped() {
    meeting.stated1(heard(ship1, BEFORE).setImo("8916293").build());
    meeting.stated2(heard(ship2, BEFORE).setImo("9066978").build());
    assertThat(evidence("IDENTITY_SWAPPED")).isEmpty();
    Instant end = meeting.fact().getEnd();
    meeting.stated1(heard(ship1, end.plusSeconds(600)).setImo("9066978").build());
    assertThat(evidence("IDENTITY_SWAPPED")).isEmpty();
    meeting.stated2(heard(ship2, end.plusSeconds(900)).setImo("8916293").build());
    assertThat(weight("IDENTITY_SWAPPED")).contains(1.5);
  }

  private static VoyageStatement elsewhere(int mmsi, Instant when, int receipt) {
    return heard("35100000" + mmsi, when).setImo("8916293").setReceipt(receipt).build();
  }

  @Test
  void aNumberThatAnotherMmsiStatesMeanwhileSpeaksFor() {
    meeting.stated1(heard(ship1, BEFORE).setImo("8916293").build());
    Instant then = Meeting.START.plusSeconds(600);
    meeting.statedElsewhere(elsewhere(1, then, 1));
    assertThat(evidence("IMO_SHARED")).isEmpty();
    meeting.statedElsewhere(elsewhere(1, then, 2));
    assertThat(weight("IMO_SHARED")).contains(0.5);
    meeting.statedElsewhere(elsewhere(2, then, 2)).statedElsewhere(elsewhere(3, then, 2));
    assertThat(weight("IMO_SHARED")).contains(0.0);
  }

  @Test
  void whoChangesHerMmsiIsNoOtherShip() {
    meeting.stated1(heard(ship1, BEFORE).setImo("8916293").build());
    meeting.statedElsewhere(elsewhere(1, BEFORE.minusSeconds(60), 2));
    meeting.statedElsewhere(elsewhere(2, meeting.fact().getEnd().plusSeconds(60), 2));
    assertThat(evidence("IMO_SHARED")).isEmpty();
    meeting.stated1(
        heard(ship1, meeting.fact().getEnd().plusSeconds(90)).setImo("8916293").build());
    assertThat(evidence("IMO_SHARED").map(Evidence::getText).orElse("")).contains("351000002");
  }

  @Test
  void theNumberOfThePartnerIsForOneHullToJudge() {
    meeting.stated1(heard(ship1, BEFORE).setImo("8916293").build());
    meeting.stated2(heard(ship2, BEFORE).setImo("8916293").build());
    assertThat(evidence("IMO_SHARED")).isEmpty();
  }

  @Test
  void anotherRegisterThanTheMmsiSpeaksForUnlessItIsNew() {
    VoyageStatement.Builder register =
        heard(ship1, BEFORE.minus(Duration.ofDays(60))).setSourceKind(StatementKind.REGISTER);
    meeting.stated1(register.setFlag("KP").build());
    assertThat(weight("FLAG_DIFFERS")).contains(0.5);
    meeting.stated1(register.setFlag("SL").setObservedAt(BEFORE).setStatementId("b").build());
    meeting.stated1(
        register
            .setFlag("KP")
            .setObservedAt(BEFORE.minus(Duration.ofDays(10)))
            .setStatementId("c")
            .build());
    assertThat(weight("FLAG_DIFFERS")).contains(0.0);
  }

  @Test
  void aLongTankerWithoutANumberIsShownAndAShortOneIsNot() {
    meeting.stated1(heard(ship1, BEFORE).setShipType(80).setLengthM(96.0).build());
    assertThat(evidence("NO_IMO").map(Evidence::getValue)).contains(96.0);
    meeting.stated1(heard(ship1, AFTER).setImo("8916293").build());
    assertThat(evidence("NO_IMO")).isEmpty();
  }
}
