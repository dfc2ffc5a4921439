package org.stswatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.report.Testimony.Worth;

class TestimonyTest {
  private static final Authorities KOREA = Authorities.of("republic-of-korea, un-1718-committee");

  private static Told told(String originator) {
    return Told.by(originator)
        .imo(Scenes.IMO)
        .during("2017-10-15T00:00:00Z", "2017-10-31T00:00:00Z");
  }

  private static Testimony of(Told... all) {
    return of(Stream.of(all).map(Told::report).toList());
  }

  private static Testimony of(List<VesselReport> reports) {
    return Testimony.of(Scenes.vityaz(), reports, new Matching(Scenes.PLACES), KOREA);
  }

  private static List<String> ids(Testimony t, Worth worth) {
    return t.of(worth).stream().map(m -> m.report().getReportId()).toList();
  }

  @Test
  void ourOwnFindingIsOneOriginatorAndOneDiscipline() {
    assertThat(Testimony.none().isCorroborated()).isFalse();
    assertThat(Testimony.none().originators()).containsExactly("own AIS");
    assertThat(Testimony.none().disciplines()).containsExactly("ais");
    assertThat(of()).isEqualTo(Testimony.none());
  }

  @Test
  void oneIndependentSourceOfAnotherDisciplineCorroborates() {
    Testimony t = of(told("japan-mofa"));
    assertThat(t.isCorroborated()).isTrue();
    assertThat(t.originators()).containsExactly("own AIS", "japan-mofa");
    assertThat(t.disciplines()).containsExactly("ais", "naval");
  }

  @Test
  void theTwoSourcesOfTheReutersStoryAreTwo() {
    Testimony t =
        of(
            told("reuters-2017-12-29#1").seenBy("naval"),
            told("reuters-2017-12-29#2").seenBy("imagery"));
    assertThat(t.originators())
        .containsExactly("own AIS", "reuters-2017-12-29#1", "reuters-2017-12-29#2");
    assertThat(t.disciplines()).containsExactly("ais", "imagery", "naval");
  }

  @Test
  void aDisciplineIsNotTheMediumAndAnotherAisIsNoOther() {
    assertThat(of(told("x").seenBy("press")).isCorroborated()).isFalse();
    assertThat(of(told("x").seenBy()).isCorroborated()).isFalse();
    assertThat(of(told("x").seenBy("AIS"), told("y").seenBy("satellite AIS")).isCorroborated())
        .isFalse();
    assertThat(of(told("x").seenBy("Port Control")).disciplines())
        .containsExactly("ais", "port-control");
  }

  @Test
  void whatIsDerivedFromOurFindingAddsNothing() {
    Testimony t = of(told("x").seenBy("imagery").derivedFrom("AIS"));
    assertThat(t.isCorroborated()).isFalse();
    assertThat(t.disciplines()).containsExactly("ais");
  }

  @Test
  void whoeverReceivedTheAisItIsOurFindingAndSoIsAnAlertOfOurs() {
    for (String source :
        List.of("satellite AIS", "AIS data", "sts-watch alert 5f2c", "STS Watch")) {
      assertThat(of(told("x").seenBy("imagery").derivedFrom(source)).isCorroborated())
          .as(source)
          .isFalse();
    }
    assertThat(of(told("x").derivedFrom("marais")).isCorroborated()).isTrue();
  }

  @Test
  void fiveCopiesAreOneAndSoAreCopiesOfCopies() {
    List<VesselReport> copies =
        IntStream.range(0, 5).mapToObj(i -> told("agency").id("copy " + i).report()).toList();
    assertThat(of(copies).originators()).containsExactly("own AIS", "agency");
    Testimony chain =
        of(
            told("agency").seenBy("naval"),
            told("paper").seenBy("imagery").derivedFrom("agency"),
            told("blog").seenBy("customs").derivedFrom("report of paper"),
            told("echo").seenBy("radar").derivedFrom("blog"));
    assertThat(chain.originators()).containsExactly("own AIS", "agency");
    assertThat(chain.disciplines()).containsExactly("ais", "naval");
  }

  @Test
  void copiesOfAStoryThatNobodySentInAreOneBetweenThem() {
    Testimony t =
        of(
            told("paper").derivedFrom("agency"),
            told("blog").derivedFrom("Agency "),
            told("echo").derivedFrom("blog"));
    assertThat(t.originators()).hasSize(2);
  }

  @Test
  void whoCitesTwoSourcesDoesNotMakeThemOne() {
    Testimony t =
        of(told("a"), told("b").seenBy("imagery"), told("round-up").derivedFrom("a", "b"));
    assertThat(t.originators()).containsExactly("own AIS", "a", "b");
  }

  @Test
  void aCircleOfCopiesIsOneOrigin() {
    Testimony t = of(told("a").derivedFrom("b"), told("b").derivedFrom("a"));
    assertThat(t.originators()).hasSize(2);
  }

  @Test
  void aCopyOfAWeakReportIsNoStrongerThanItsSource() {
    Testimony t = of(told("rumour").graded("E", 5), told("paper").derivedFrom("rumour"));
    assertThat(t.isCorroborated()).isFalse();
    assertThat(ids(t, Worth.UNRELIABLE)).containsExactly("report of rumour");
  }

  @Test
  void belowC3ItIsContextAndWithoutAGradeItCounts() {
    assertThat(of(told("x").graded("C", 3)).isCorroborated()).isTrue();
    assertThat(of(told("x").graded("D", 2)).isCorroborated()).isFalse();
    assertThat(of(told("x").graded("B", 4)).isCorroborated()).isFalse();
    assertThat(of(told("x").graded("F", 6), told("y").graded("d", 1)).isCorroborated()).isFalse();
    assertThat(of(told("x").graded("excellent", 1)).isCorroborated()).isFalse();
    assertThat(of(told("x").graded(null, null)).isCorroborated()).isTrue();
  }

  @Test
  void whoIsNotIndependentAndWhoSaysSomethingElseIsContext() {
    Testimony t =
        of(
            told("a").independence(Independence.NONE),
            told("b").claims(ClaimKind.PORT_CALL),
            told("c").stance(Stance.NO_COMMENT));
    assertThat(t.isCorroborated()).isFalse();
    assertThat(ids(t, Worth.CONTEXT)).containsExactly("report of a", "report of b", "report of c");
    assertThat(t.of(Worth.DENIAL)).isEmpty();
  }

  @Test
  void aDenialStandsBesideTheCorroboration() {
    Testimony t = of(told("a"), told("owner").stance(Stance.DENY));
    assertThat(t.isCorroborated()).isTrue();
    assertThat(ids(t, Worth.DENIAL)).containsExactly("report of owner");
  }

  @Test
  void onlyAnAuthorityClears() {
    Told korea = told("Republic-of-Korea").stance(Stance.CLEAR);
    assertThat(of(korea).isCleared()).isTrue();
    Testimony fake = of(told("owner").stance(Stance.CLEAR));
    assertThat(fake.isCleared()).isFalse();
    assertThat(ids(fake, Worth.POWERLESS)).containsExactly("report of owner");
  }

  @Test
  void nobodyIsClearedOfWhatIsStillToComeNorByHearsayOrByDescription() {
    assertThat(
            of(told("republic-of-korea").stance(Stance.CLEAR).published("2017-10-16T09:00:00Z"))
                .isCleared())
        .isFalse();
    assertThat(of(told("republic-of-korea").stance(Stance.CLEAR).graded("E", 5)).isCleared())
        .isFalse();
    assertThat(
            of(Told.by("republic-of-korea")
                    .ship("tanker", null)
                    .in("Japan Sea")
                    .during(Scenes.START, Scenes.END)
                    .stance(Stance.CLEAR))
                .isCleared())
        .isFalse();
  }

  @Test
  void theOrderOfTheReportsDoesNotMatter() {
    List<VesselReport> reports = new ArrayList<>();
    String[] names = {"a", "b", "c", "d", "report of a", "own AIS", "e"};
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      reports.clear();
      for (int n = 0; n < 6; n++) {
        Told told = told(names[random.nextInt(4)]).id("r" + n);
        if (random.nextInt(2) == 0) {
          told.derivedFrom(names[random.nextInt(names.length)], names[random.nextInt(4)]);
        }
        reports.add(told.report());
      }
      Testimony before = of(reports);
      Collections.shuffle(reports, random);
      assertThat(of(reports)).isEqualTo(before);
    }
  }
}
