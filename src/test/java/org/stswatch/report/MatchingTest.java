package org.stswatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Stance;
import org.stswatch.vessel.ShipType;

class MatchingTest {
  private static final Matching MATCHING = new Matching(Scenes.PLACES);
  private static final String VITYAZ = "273999991";
  private static final String SAM_MA = "445999992";

  private static Optional<Match> match(Told told) {
    return MATCHING.of(told.report(), Scenes.vityaz());
  }

  private static Optional<Match> match(Told told, Scene scene) {
    return MATCHING.of(told.report(), scene);
  }

  private static Told thatDay() {
    return Told.by("x").during("2017-10-16T00:00:00Z", "2017-10-17T00:00:00Z");
  }

  private static void assertJoins(Optional<Match> match, Fit by) {
    assertThat(match).get().extracting(Match::by).isEqualTo(by);
    assertThat(match.orElseThrow().doubt()).isEmpty();
  }

  private static void assertDoubtful(Optional<Match> match, String why) {
    assertThat(match).isPresent();
    assertThat(match.orElseThrow().doubt().orElse("none")).contains(why);
  }

  @Test
  void anImoNumberOrAnMmsiIsEnoughWithTheTime() {
    assertJoins(match(thatDay().imo(Scenes.IMO)), Fit.IMO);
    assertJoins(match(thatDay().imo("IMO " + Scenes.OTHER_IMO)), Fit.IMO);
    assertJoins(match(thatDay().mmsi(SAM_MA)), Fit.MMSI);
  }

  @Test
  void theImoNumberOutweighsMmsiAndName() {
    assertThat(match(thatDay().subject("7408873", VITYAZ, "VITYAZ", null, null))).isEmpty();
    assertJoins(match(thatDay().subject(Scenes.IMO, "111222333", "OTHER", null, null)), Fit.IMO);
  }

  @Test
  void aMistypedImoNumberComparesWithNothing() {
    assertJoins(match(thatDay().subject("8125704", VITYAZ, null, null, null)), Fit.MMSI);
    assertThat(match(thatDay().imo("8125704"))).isEmpty();
  }

  @Test
  void aNameAloneAsksForThePlaceAsWell() {
    assertThat(match(thatDay().name("Vityaz"))).isEmpty();
    assertThat(match(thatDay().name("Vityaz").in("high seas"))).isEmpty();
    assertJoins(match(thatDay().name("Vityaz").at(41.0, 132.0)), Fit.NAME);
    assertJoins(match(thatDay().name("Sam-Ma 2").in("JAPAN SEA")), Fit.NAME);
  }

  @Test
  void timesLieWithin48Hours() {
    assertJoins(match(Told.by("x").imo(Scenes.IMO).during("2017-10-18T10:00:00Z", null)), Fit.IMO);
    assertThat(match(Told.by("x").imo(Scenes.IMO).during("2017-10-18T10:00:01Z", null))).isEmpty();
    assertJoins(
        match(Told.by("x").imo(Scenes.IMO).during("2017-10-01T00:00:00Z", "2017-10-14T06:00:00Z")),
        Fit.IMO);
    assertThat(match(Told.by("x").imo(Scenes.IMO).during(null, "2017-10-14T05:59:59Z"))).isEmpty();
  }

  @Test
  void withoutATimeOrWithOneTurnedAroundItJoinsNothing() {
    assertThat(match(Told.by("x").imo(Scenes.IMO))).isEmpty();
    assertThat(
            match(
                Told.by("x")
                    .imo(Scenes.IMO)
                    .during("2017-10-17T00:00:00Z", "2017-10-16T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void placesLieWithin50KmAndAWiderPointCanOnlySpeakAgainst() {
    assertJoins(match(thatDay().imo(Scenes.IMO).at(41.5, 132.1)), Fit.IMO);
    assertThat(match(thatDay().imo(Scenes.IMO).at(41.6, 132.1))).isEmpty();
    assertJoins(match(thatDay().imo(Scenes.IMO).at(41.6, 132.1).radiusM(200_000)), Fit.IMO);
    assertThat(match(thatDay().imo(Scenes.IMO).at(39.0, 132.1).radiusM(200_000))).isEmpty();
    assertThat(match(thatDay().name("Vityaz").at(41.1, 132.1).radiusM(200_000))).isEmpty();
    assertThat(match(thatDay().imo(Scenes.IMO).in("Slavyanka"))).isEmpty();
    assertJoins(match(thatDay().imo(Scenes.IMO).in("off the coast of nowhere")), Fit.IMO);
  }

  @Test
  void aReportOfTwoShipsSpeaksOfNoOtherPair() {
    assertJoins(match(thatDay().imo(Scenes.IMO).imo(Scenes.OTHER_IMO)), Fit.IMO);
    assertThat(match(thatDay().imo(Scenes.IMO).imo("7408873"))).isEmpty();
    assertJoins(match(thatDay().imo(Scenes.IMO).imo("7408873").imo(Scenes.OTHER_IMO)), Fit.IMO);
  }

  @Test
  void anotherNameClassOrFlagOfThePartnerIsADoubt() {
    String why = "differently";
    assertDoubtful(match(thatDay().imo(Scenes.IMO).name("MIN NING DE YOU 078")), why);
    assertDoubtful(match(thatDay().imo(Scenes.IMO).ship("fishing vessel", null)), why);
    assertDoubtful(match(thatDay().imo(Scenes.IMO).ship("tanker", "CN")), why);
    assertJoins(match(thatDay().imo(Scenes.IMO).ship("oil tanker", "kp")), Fit.IMO);
  }

  @Test
  void classPlaceAndTimeAreEnoughWhereNoShipIsNamed() {
    assertJoins(match(thatDay().ship("tanker", null).at(41.1, 132.1)), Fit.CLASS);
    assertJoins(match(thatDay().ship("tanker", "RU").in("Japan Sea")), Fit.CLASS);
    assertThat(match(thatDay().ship("tanker", "RU").in("Slavyanka"))).isEmpty();
    assertThat(match(thatDay().ship("tanker", "CN").in("Japan Sea"))).isEmpty();
    assertThat(match(thatDay().ship("bulk carrier", null).in("Japan Sea"))).isEmpty();
    assertThat(match(thatDay().ship("tanker", null))).isEmpty();
  }

  @Test
  void whereShipsAreNamedTheClassOfAnotherOneIsNotEnough() {
    Scene nameless =
        Scenes.of(
            Scenes.hull("2", null, null, ShipType.TANKER, "RU"),
            Scenes.hull("3", null, null, ShipType.TANKER, "KP"));
    Told told = thatDay().ship("tanker", null).at(41.1, 132.1);
    assertJoins(match(told, nameless), Fit.CLASS);
    assertThat(match(told.name("VITYAZ"), nameless)).isEmpty();
    Told mistyped = thatDay().subject("8125704", null, null, "tanker", null).at(41.1, 132.1);
    assertThat(match(mistyped, nameless)).isEmpty();
  }

  @Test
  void withoutShipOrPlaceItJoinsNothing() {
    assertThat(match(thatDay())).isEmpty();
    assertThat(match(thatDay().in("Japan Sea"))).isEmpty();
    assertThat(match(thatDay().ship("vessel flying a flag", "RU").in("Japan Sea"))).isEmpty();
  }

  @Test
  void whatSpeaksOfMoreThanAMonthSpeaksOfNoEncounterInParticular() {
    Told told = Told.by("x").imo(Scenes.IMO).during("2017-10-01T00:00:00Z", "2017-11-30T00:00:00Z");
    assertDoubtful(match(told), "31 days");
    assertThat(match(told.stance(Stance.CLEAR)).orElseThrow().doubt()).isEmpty();
  }

  @Test
  void ofSeveralEncountersOfItsShipItSpeaksOfTheNearestInTime() {
    Told told = Told.by("x").imo(Scenes.IMO).during("2017-10-16T04:00:00Z", "2017-10-16T05:00:00Z");
    Scene here = Scenes.vityaz();
    Scene.Rival nearer =
        Scenes.rival(VITYAZ, "412000001", "2017-10-16T02:00:00Z", "2017-10-16T04:30:00Z");
    Scene.Rival farther =
        Scenes.rival(VITYAZ, "412000001", "2017-10-16T20:00:00Z", "2017-10-16T23:00:00Z");
    assertDoubtful(match(told, Scenes.with(here, nearer)), "nearer in time");
    assertJoins(match(told, Scenes.with(here, farther)), Fit.IMO);
  }

  @Test
  void encountersOfAnotherShipOrAnotherPlaceAreNoRivals() {
    Told told = Told.by("x").imo(Scenes.IMO).during("2017-10-16T04:00:00Z", "2017-10-16T05:00:00Z");
    Scene.Rival ofTheOther =
        Scenes.rival("412000001", SAM_MA, "2017-10-16T02:00:00Z", "2017-10-16T04:30:00Z");
    assertJoins(match(told, Scenes.with(Scenes.vityaz(), ofTheOther)), Fit.IMO);
    Scene.Rival nearer =
        Scenes.rival(VITYAZ, "412000001", "2017-10-16T02:00:00Z", "2017-10-16T04:30:00Z");
    assertJoins(match(told.imo(Scenes.OTHER_IMO), Scenes.with(Scenes.vityaz(), nearer)), Fit.IMO);
    Told elsewhere =
        Told.by("x")
            .imo(Scenes.IMO)
            .during("2017-10-16T04:00:00Z", "2017-10-16T05:00:00Z")
            .at(41.5, 132.1);
    Scene.Rival far =
        new Scene.Rival(
            Scene.Kind.MEETING, "r", VITYAZ, "4", nearer.start(), nearer.end(), 40.9, 132.1);
    assertJoins(match(elsewhere, Scenes.with(Scenes.vityaz(), far)), Fit.IMO);
  }

  @Test
  void ofTwoEncountersBothAsNearOneHasItAndTheOtherHasNot() {
    Told told = thatDay().imo(Scenes.IMO);
    Scene one = Scenes.vityaz();
    Scene.Rival twin = Scenes.rival(VITYAZ, "412000001", Scenes.START, Scenes.END);
    Scene other =
        new Scene(
            Scene.Kind.MEETING,
            "rival",
            one.start(),
            one.end(),
            one.lat(),
            one.lon(),
            one.one(),
            one.other(),
            java.util.List.of(
                new Scene.Rival(
                    Scene.Kind.MEETING,
                    "e",
                    VITYAZ,
                    SAM_MA,
                    one.start(),
                    one.end(),
                    one.lat(),
                    one.lon())));
    assertJoins(match(told, Scenes.with(one, twin)), Fit.IMO);
    assertDoubtful(match(told, other), "nearer in time");
  }

  @Test
  void anOwnersDenialNeedsNoTimeButNobodyDeniesWhatIsStillToCome() {
    Told denial = Told.by("owner").stance(Stance.DENY).imo(Scenes.IMO);
    assertJoins(match(denial), Fit.IMO);
    assertThat(match(denial.published("2017-10-15T00:00:00Z"))).isEmpty();
    assertThat(match(Told.by("owner").stance(Stance.DENY).name("VITYAZ").in("Japan Sea")))
        .isEmpty();
  }
}
