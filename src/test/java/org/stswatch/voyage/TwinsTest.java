package org.stswatch.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.geo.Geodesy;

/** When one number is at two places at once. */
class TwinsTest {
  private static final String SHIP = "273000001";
  private static final int START_S = (int) Instant.parse("2017-10-15T00:00:00Z").getEpochSecond();

  /** Some 400 km east of the first. */
  private static final int FAR_LON6 = 137_000_000;

  private final List<Fix> fixes = new ArrayList<>();

  /** Fixes of a segment every so many minutes from one minute to another, at this longitude. */
  private TwinsTest track(int segment, int fromMin, int toMin, int everyMin, int lon6) {
    for (int min = fromMin; min <= toMin; min += everyMin) {
      fixes.add(new Fix(START_S + min * 60, 40_000_000, lon6, segment));
    }
    return this;
  }

  private TwinsTest here(int fromMin, int toMin, int everyMin) {
    return track(1, fromMin, toMin, everyMin, 132_000_000);
  }

  private TwinsTest there(int fromMin, int toMin, int everyMin) {
    return track(2, fromMin, toMin, everyMin, FAR_LON6);
  }

  private Map<Integer, List<Fix>> hours() {
    fixes.sort(
        Comparator.comparingInt(Fix::timeS)
            .thenComparingInt(Fix::lat6)
            .thenComparingInt(Fix::lon6));
    return fixes.stream()
        .collect(Collectors.groupingBy(f -> f.timeS() / 3600, TreeMap::new, Collectors.toList()));
  }

  private List<TwinLocation> told() {
    Twins twins = new Twins(SHIP, null);
    List<TwinLocation> told = new ArrayList<>();
    hours().forEach((hour, ofHour) -> told.addAll(twins.hour(hour, ofHour)));
    told.addAll(twins.end());
    return told;
  }

  @Test
  void twoShipsThatSendInTurnAreToldWhenFoundAndWhenOver() {
    here(0, 180, 10).there(65, 125, 10);
    List<TwinLocation> told = told();
    assertThat(told).extracting(TwinLocation::getClosed).containsExactly(false, true);
    TwinLocation last = told.get(1);
    assertThat(last.getStart()).isEqualTo(Instant.ofEpochSecond(START_S + 62 * 60 + 30));
    assertThat(last.getStart()).isEqualTo(told.get(0).getStart());
    assertThat(last.getEnd()).isEqualTo(Instant.ofEpochSecond(START_S + 130 * 60));
    assertThat(last.getFixes()).isEqualTo(7 + 8);
    assertThat(last.getApartM()).isBetween(420_000, 430_000);
    assertThat(last.getLon1()).isEqualTo(132.0);
    assertThat(last.getLon2()).isEqualTo(137.0);
    assertThat(last.getInputRefs()).hasSize(3);
  }

  @Test
  void twoFixesOffTheTrackAreAJump() {
    here(0, 180, 10).there(65, 75, 10);
    assertThat(told()).isEmpty();
  }

  @Test
  void lessThanHalfAnHourIsTooShort() {
    here(0, 180, 2).there(65, 85, 4);
    assertThat(told()).isEmpty();
  }

  @Test
  void whoFollowsTheOtherInTimeHandsANumberOn() {
    here(0, 180, 10).there(190, 300, 10);
    assertThat(told()).isEmpty();
  }

  @Test
  void whatAShipOfFiftyKnotsReachesContradictsNothing() {
    // 85 km in 60 min are 45 kn
    here(0, 600, 120).track(2, 60, 660, 120, 133_000_000);
    assertThat(told()).isEmpty();
  }

  @Test
  void aMinuteApartItTakesMoreThanAKilometre() {
    here(0, 180, 2).track(2, 1, 181, 2, 132_010_000);
    assertThat(told()).isEmpty();
  }

  @Test
  void fixesOfOneSecondAreJudgedByThoseNextToThem() {
    here(0, 180, 20).there(0, 180, 20);
    assertThat(told()).hasSize(2);
    assertThat(told().get(0).getStart()).isEqualTo(Instant.ofEpochSecond(START_S + 600));
  }

  @Test
  void afterMoreThanEightHoursWithoutAContradictionItIsAnotherFact() {
    here(0, 1400, 10).there(5, 95, 10).track(3, 785, 905, 10, FAR_LON6);
    assertThat(told())
        .extracting(TwinLocation::getClosed)
        .containsExactly(false, true, false, true);
    assertThat(told().get(2).getStart()).isEqualTo(Instant.ofEpochSecond(START_S + 782 * 60 + 30));
  }

  @Test
  void aThirdShipDoesNotMoveTheFact() {
    here(0, 600, 10).there(65, 500, 10).track(3, 123, 590, 3, 129_000_000);
    List<TwinLocation> told = told();
    assertThat(told).hasSize(2);
    assertThat(told.get(1).getStart()).isEqualTo(told.get(0).getStart());
    assertThat(told.get(1).getLon2()).isEqualTo(137.0);
  }

  /** Counted over all fixes at once. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void twoTracksAreToldWhereCountingByHandFindsThem(@ForAll long seed) {
    Random random = new Random(seed);
    TwinsTest drawn = new TwinsTest();
    int from = random.nextInt(200);
    drawn.here(random.nextInt(20), 240 + random.nextInt(60), 1 + random.nextInt(40));
    drawn.track(2, from, from + random.nextInt(200), 1 + random.nextInt(40), lon6(random));
    List<TwinLocation> told = drawn.told();
    Set<Fix> contradicted = new HashSet<>();
    long fromMs = Long.MAX_VALUE;
    for (int i = 1; i < drawn.fixes.size(); i++) {
      Fix a = drawn.fixes.get(i - 1);
      Fix b = drawn.fixes.get(i);
      double metres = Geodesy.distanceM(a.lat(), a.lon(), b.lat(), b.lon());
      int seconds = b.timeS() - a.timeS();
      double kn = Math.round(Geodesy.knots(metres, seconds + 60) * 100) / 100.0;
      if (a.segmentS() != b.segmentS() && seconds > 0 && Math.round(metres) > 1000 && kn > 50) {
        contradicted.addAll(List.of(a, b));
        fromMs = Math.min(fromMs, (a.timeS() + (long) b.timeS()) * 500);
      }
    }
    boolean enough = count(contradicted, 1) >= 3 && count(contradicted, 2) >= 3;
    long bothToMs = Math.min(lastMs(contradicted, 1), lastMs(contradicted, 2));
    assertThat(told.isEmpty()).isNotEqualTo(enough && bothToMs - fromMs >= 30 * 60_000);
    if (!told.isEmpty()) {
      TwinLocation last = told.get(told.size() - 1);
      assertThat(last.getFixes()).isEqualTo(contradicted.size());
      assertThat(last.getStart()).isEqualTo(Instant.ofEpochMilli(fromMs));
    }
  }

  private static int lon6(Random random) {
    return 132_000_000 + new int[] {10_000, 200_000, 1_000_000, 5_000_000}[random.nextInt(4)];
  }

  private static long count(Set<Fix> fixes, int segment) {
    return fixes.stream().filter(f -> f.segmentS() == segment).count();
  }

  private static long lastMs(Set<Fix> fixes, int segment) {
    return fixes.stream()
        .filter(f -> f.segmentS() == segment)
        .mapToLong(f -> f.timeS() * 1000L)
        .max()
        .orElse(0);
  }
}
