package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.event.Company;
import org.stswatch.event.CompanyRole;
import org.stswatch.event.SilentParty;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VoyageStatement;

/** What excuses two ships, and what takes the excuse away again. */
class OrdinaryWorkTest {
  private static final String DPRK = "445000001";
  private static final String OTHER = "538000001";
  private static final String THIRD = "636000002";
  private static final Instant BEFORE = Meeting.START.minusSeconds(86_400);

  @Test
  void aTowMakesWayAtOneSpeedATowsLengthApart() {
    assertThat(tow().weighed()).contains("TOW -3.0");
    assertThat(tow().driftingKn(1.19, 1.19).weighed()).noneMatch(e -> e.startsWith("TOW "));
    assertThat(tow().driftingKn(1.5, 1.81).weighed()).contains("TOW 0.0");
    assertThat(tow().driftingKn(1.5, 1.8).weighed()).contains("TOW -3.0");
    assertThat(tow().apartM(150).weighed()).contains("TOW 0.0");
    assertThat(tow().of(DPRK, OTHER).weighed()).contains("TOW 0.0");
    assertThat(tow().silent(SilentParty.ONE, 80).weighed()).contains("TOW 0.0");
    assertThat(new Meeting().driftingKn(1.6, 1.6).types(31, 45, 70, 120).weighed())
        .noneMatch(e -> e.startsWith("TOW "));
  }

  private static Meeting tow() {
    return new Meeting().driftingKn(1.6, 1.6).types(31, 38, 70, 120);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2.3, 300, 70, true",
    "1.99, 2.2, 300, 70, false",
    "3.9, 4.01, 300, 70, false",
    "2, 2.31, 300, 70, false",
    "3, 3, 150, 70, false",
    "3, 3, 300, 80, false"
  })
  void aPairTrawlGoesAtOneSpeedOfTwoToFourKnots(
      double kn1, double kn2, int apartM, int type, boolean trawl) {
    Meeting meeting = new Meeting().under(Meeting.skylight()).driftingKn(kn1, kn2).apartM(apartM);
    assertThat(meeting.types(type, 40, 0, 40).weighed().contains("PAIR_TRAWL -1.5"))
        .isEqualTo(trawl);
  }

  @Test
  void bunkersAreTakenAtAnchorNearAPortByALongerShip() {
    assertThat(bunkers(72, 190).weighed()).contains("BUNKERING -3.0");
    assertThat(bunkers(72, 86).weighed()).contains("BUNKERING 0.0");
    assertThat(bunkers(19, 190).weighed()).contains("BUNKERING 0.0");
    assertThat(bunkers(110, 190).weighed()).noneMatch(e -> e.startsWith("BUNKERING"));
    assertThat(bunkers(72, 190).at(40, 135).weighed()).contains("BUNKERING 0.0");
    assertThat(bunkers(72, 190).at(38.6, 124.998).weighed()).contains("BUNKERING 0.0"); // Nampo
    assertThat(bunkers(72, 190).driftingKn(0.1, 0.5).weighed()).contains("BUNKERING 0.0");
    assertThat(bunkers(72, 190).lasting(Duration.ofHours(17)).weighed()).contains("BUNKERING 0.0");
    assertThat(bunkers(72, 190).silent(SilentParty.ONE, 80).weighed()).contains("BUNKERING 0.0");
    assertThat(bunkers(72, 190).of(DPRK, OTHER).weighed()).contains("BUNKERING 0.0");
  }

  @Test
  void aTankerTakesNoBunkersFromATanker() {
    assertThat(roads().types(80, 72, 80, 190).weighed()).noneMatch(e -> e.startsWith("BUNKERING"));
    assertThat(roads().types(80, 72, 0, 190).weighed()).noneMatch(e -> e.startsWith("BUNKERING"));
  }

  private static Meeting bunkers(double bargeM, double customerM) {
    return roads().types(80, bargeM, 70, customerM);
  }

  private static Meeting roads() {
    return new Meeting().at(42.62, 133.06).alongside().driftingKn(0.1, 0.1);
  }

  @Test
  void oneOwnerExplainsCompanyButNoContact() {
    assertThat(owned("1", "1").weighed()).contains("OWN_FLEET -2.5");
    assertThat(owned("1", "2").weighed()).noneMatch(e -> e.startsWith("OWN_FLEET"));
    assertThat(owned("1", "1").alongside().weighed()).contains("OWN_FLEET 0.0");
    assertThat(owned("1", "1").silent(SilentParty.BOTH, 80).weighed()).contains("OWN_FLEET 0.0");
    assertThat(
            new Meeting()
                .of(DPRK, OTHER)
                .stated1(owner(DPRK, "1"))
                .stated2(owner(OTHER, "1"))
                .weighed())
        .contains("OWN_FLEET 0.0");
  }

  @Test
  void onlyARegisterNamesAnOwnerAndOnlyForHisTime() {
    VoyageStatement claimed =
        VoyageStatement.newBuilder(owner(OTHER, "1")).setSourceKind(StatementKind.AIS).build();
    assertThat(new Meeting().stated1(claimed).stated2(owner(THIRD, "1")).weighed())
        .noneMatch(e -> e.startsWith("OWN_FLEET"));
    VoyageStatement sold = owner(OTHER, "1", Meeting.START.minusSeconds(1));
    assertThat(new Meeting().stated1(sold).stated2(owner(THIRD, "1")).weighed())
        .noneMatch(e -> e.startsWith("OWN_FLEET"));
  }

  private static Meeting owned(String owner1, String owner2) {
    return new Meeting().stated1(owner(OTHER, owner1)).stated2(owner(THIRD, owner2));
  }

  private static VoyageStatement owner(String vessel, String id) {
    return owner(vessel, id, null);
  }

  private static VoyageStatement owner(String vessel, String id, @Nullable Instant until) {
    Company company =
        Company.newBuilder()
            .setRole(CompanyRole.OWNER)
            .setName("N" + id)
            .setCompanyId(id)
            .setTo(until)
            .build();
    return Meeting.stated(vessel, BEFORE)
        .setCompanies(List.of(company))
        .setSourceKind(StatementKind.REGISTER)
        .build();
  }

  @Test
  void twoTranspondersOnOneHullStayWithinIt() {
    assertThat(hull("1000007").apartM(120).weighed()).contains("ONE_HULL -3.5");
    assertThat(hull("1000007").apartM(121).weighed()).contains("ONE_HULL 0.0");
    assertThat(hull("1000008").apartM(30).weighed()).noneMatch(e -> e.startsWith("ONE_HULL"));
    assertThat(hull("1000007").of(DPRK, OTHER).apartM(30).weighed()).contains("ONE_HULL 0.0");
    assertThat(hull("1000007").silent(SilentParty.ONE, 80).apartM(30).weighed())
        .contains("ONE_HULL 0.0");
  }

  private static Meeting hull(String imo) {
    return new Meeting()
        .types(70, 120, 70, 140)
        .stated1(Meeting.stated(OTHER, BEFORE).setImo(imo).build())
        .stated2(Meeting.stated(THIRD, BEFORE).setImo(imo).build());
  }

  @Test
  void aRegisterOutweighsWhatIsTypedOnBoard() {
    VoyageStatement register =
        Meeting.stated(OTHER, BEFORE)
            .setShipType(80)
            .setLengthM(95.0)
            .setSourceKind(StatementKind.REGISTER)
            .build();
    Meeting tug = new Meeting().at(42.62, 133.06).types(52, 40, 80, 85);
    assertThat(tug.weighed()).contains("SERVICE_VESSEL -3.0", "TANKERS +0.5");
    assertThat(tug.stated1(register).weighed())
        .contains("TANKERS +1.0")
        .noneMatch(e -> e.startsWith("SERVICE_VESSEL"));
  }

  @Test
  void noTypeExcusesAPairAlongsideAcrossTheLinkOrOneThatFallsSilent() {
    assertThat(tug().weighed()).contains("SERVICE_VESSEL -3.0");
    assertThat(tug().alongside().weighed()).contains("SERVICE_VESSEL -3.0");
    assertThat(tug().of(OTHER, DPRK).alongside().weighed()).contains("SERVICE_VESSEL 0.0");
    assertThat(tug().of(OTHER, DPRK).apartM(151).weighed()).contains("SERVICE_VESSEL -3.0");
    assertThat(tug().alongside().silent(SilentParty.ONE, 360).weighed())
        .contains("SERVICE_VESSEL 0.0");
  }

  private static Meeting tug() {
    return new Meeting().at(42.62, 133.06).types(52, 40, 80, 85);
  }
}
