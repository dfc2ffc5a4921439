package org.stswatch.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;
import org.stswatch.event.Reception;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.stream.Side;
import org.stswatch.support.OneKey;

/** What the neighbours make of a silence of six hours that began at 12:00 at 41 N 133 E. */
class ReceptionStepTest {
  private static final Instant NOON = Instant.parse("2017-10-15T12:00:00Z");
  private static final int NOON_HOUR = (int) (NOON.getEpochSecond() / 3600);

  private final List<Presence> heard = new ArrayList<>();
  private boolean jumping;

  /** So many others, heard in each hour from one to another (hours after noon), so far north. */
  private void others(int ships, int fromHour, int toHour, double latOff) {
    for (int ship = 0; ship < ships; ship++) {
      for (int h = fromHour; h <= toHour; h++) {
        int lat6 = (int) Math.round((41 + latOff) * 1e6);
        String vessel = "53800000" + ship;
        int hour = NOON_HOUR + h; // of a vessel there is one in an hour
        heard.removeIf(p -> p.getVessel().equals(vessel) && p.getHour() == hour);
        heard.add(
            Presence.newBuilder()
                .setVessel(vessel)
                .setHour(hour)
                .setLat6(lat6)
                .setLon6(133_000_000 + ship)
                .setJumped(jumping)
                .setTimeS(3600 * hour + 1800)
                .build());
      }
    }
  }

  private static Gap.Builder gap() {
    return Gap.newBuilder()
        .setGapId("gap")
        .setRevision(1)
        .setStatus(GapStatus.OPEN)
        .setVessel("273000001")
        .setStart(NOON)
        .setStartLat(41.0)
        .setStartLon(133.0)
        .setThresholdMinutes(360)
        .setCadenceMinutes(10)
        .setStartSpeedKn(0.3)
        .setStartCourseDeg(0.0);
  }

  private Reception judged(Gap.Builder gap) {
    OneKey<AreaState> area = area();
    heard.forEach(area::on);
    area.on(gap.build());
    area.wake(Long.MAX_VALUE);
    return gaps(area).get(0).getReception();
  }

  private static OneKey<AreaState> area() {
    return new OneKey<>(new ReceptionStep(Duration.ofMinutes(70)), "area", Side.NONE);
  }

  private static List<Gap> gaps(OneKey<AreaState> area) {
    return told(area, Gap.class);
  }

  private static <T> List<T> told(OneKey<AreaState> area, Class<T> type) {
    return area.emits().stream()
        .map(e -> e.value())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Of the ship's number, found at noon at the same place. */
  private static TwinLocation twins(boolean closed) {
    return TwinLocation.newBuilder()
        .setVessel("273000001")
        .setClosed(closed)
        .setStart(NOON.minus(Duration.ofMinutes(50)))
        .setEnd(closed ? NOON.plus(Duration.ofHours(5)) : NOON)
        .setFound(NOON)
        .setLat1(41)
        .setLon1(133)
        .setLat2(31)
        .setLon2(124)
        .setFixes(8)
        .setApartM(1_300_000)
        .setNeededKn(900)
        .setInputRefs(List.of("a"))
        .build();
  }

  private void othersThatJump(int ships, int hour, double latOff) {
    jumping = true;
    others(ships, hour, hour, latOff);
    jumping = false;
  }

  private int jumpersAtGap() {
    OneKey<AreaState> area = area();
    heard.forEach(area::on);
    area.on(gap().build());
    area.wake(Long.MAX_VALUE);
    return gaps(area).get(0).getJumpers();
  }

  private List<TwinLocation> twinsTold() {
    OneKey<AreaState> area = area();
    heard.forEach(area::on);
    area.on(twins(false));
    area.wake(NOON.plus(Duration.ofHours(8)).toEpochMilli());
    area.on(twins(true));
    area.wake(Long.MAX_VALUE);
    assertThat(area.state()).isNull();
    return told(area, TwinLocation.class);
  }

  @Test
  void othersThatJumpAroundTheStartOfASilenceAreCounted() {
    others(3, -2, 6, 0.2);
    othersThatJump(5, -1, 0.2);
    othersThatJump(6, 1, 0.2);
    assertThat(jumpersAtGap()).isEqualTo(6);
  }

  @Test
  void whoJumpsEarlierOrFartherOffIsNotCounted() {
    othersThatJump(5, -2, 0.2);
    othersThatJump(5, 2, 0.2);
    assertThat(jumpersAtGap()).isZero();
    heard.clear();
    othersThatJump(5, 0, 0.46);
    assertThat(jumpersAtGap()).isZero();
  }

  @Test
  void twoPlacesAtOnceAreToldWithThoseThatJumpedAndOnceMoreWhenOver() {
    othersThatJump(3, -2, 0.2);
    othersThatJump(5, 0, 0.2);
    List<TwinLocation> told = twinsTold();
    assertThat(told).extracting(TwinLocation::getClosed).containsExactly(false, true);
    assertThat(told).extracting(TwinLocation::getJumpers).containsOnly(5);
  }

  @Test
  void whoJumpsAfterTwoPlacesWereFoundIsNotCounted() {
    othersThatJump(5, 1, 0.2);
    othersThatJump(5, -3, 0.2);
    assertThat(twinsTold()).extracting(TwinLocation::getJumpers).containsOnly(0);
  }

  @Test
  void threeOthersHeardMeanwhileMakeItStandOut() {
    others(3, -2, 6, 0.2);
    assertThat(judged(gap())).isEqualTo(Reception.HEARD);
  }

  @Test
  void ofAVesselKnownForLessThanTwoWeeksThereIsNoBaseline() {
    others(3, -2, 6, 0.2);
    assertThat(judged(gap().setCadenceMinutes(null))).isEqualTo(Reception.NO_BASELINE);
  }

  @Test
  void whereAllFallSilentAReceiverHasStopped() {
    others(5, -2, 0, 0.2);
    assertThat(judged(gap())).isEqualTo(Reception.VOID);
  }

  @Test
  void whatEndsAnHourLaterForAllIsAReceiverToo() {
    others(5, -2, 1, 0.2);
    assertThat(judged(gap())).isEqualTo(Reception.VOID);
  }

  @Test
  void twoWitnessesAreTooFew() {
    others(2, -2, 6, 0.2);
    assertThat(judged(gap())).isEqualTo(Reception.UNSCORED);
  }

  @Test
  void whoIsHeardFartherThanFiftyKilometresIsNoWitness() {
    others(5, -2, 6, 0.46);
    assertThat(judged(gap())).isEqualTo(Reception.UNSCORED);
  }

  @Test
  void whoSailsToWhereNobodyIsHeardLeavesTheCoverage() {
    others(4, -2, 6, -0.3);
    assertThat(judged(gap().setStartSpeedKn(11.0))).isEqualTo(Reception.OUT_OF_COVERAGE);
    assertThat(judged(gap().setStartSpeedKn(11.0).setStartCourseDeg(180.0)))
        .isEqualTo(Reception.HEARD);
  }

  @Test
  void whatWasJudgedAtTheOpeningHoldsAtTheEnd() {
    others(3, -2, 6, 0.2);
    OneKey<AreaState> area = area();
    heard.forEach(area::on);
    area.on(gap().build());
    area.wake(NOON.plus(Duration.ofHours(9)).toEpochMilli());
    area.on(
        gap().setRevision(2).setStatus(GapStatus.CLOSED).setEnd(NOON.plusSeconds(90_000)).build());
    assertThat(gaps(area))
        .extracting(Gap::getStatus)
        .containsExactly(GapStatus.OPEN, GapStatus.CLOSED);
    assertThat(gaps(area)).extracting(Gap::getReception).containsOnly(Reception.HEARD);
    area.wake(Long.MAX_VALUE);
    assertThat(area.state()).isNull();
  }

  /** Signs of life come from all partitions; each vessel's own in order. */
  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void anyOrderGivesTheSameVerdict(@ForAll long seed) {
    Random random = new Random(seed);
    others(1 + random.nextInt(4), -2 + random.nextInt(3), random.nextInt(7), 0.1);
    othersThatJump(random.nextInt(7), random.nextInt(4) - 3, 0.1);
    List<SpecificRecord> events = new ArrayList<>(heard);
    events.add(gap().build());
    events.add(twins(random.nextBoolean()));
    OneKey<AreaState> one = area();
    events.forEach(one::on);
    Collections.shuffle(events, random);
    OneKey<AreaState> other = area();
    for (SpecificRecord event : events) {
      other.on(event);
      if (random.nextInt(4) == 0) {
        other.wake(NOON.minus(Duration.ofHours(3)).toEpochMilli());
      }
    }
    assertThat(other.stored()).isEqualTo(one.stored());
    one.wake(Long.MAX_VALUE);
    other.wake(Long.MAX_VALUE);
    assertThat(gaps(other)).isEqualTo(gaps(one));
    assertThat(told(other, TwinLocation.class)).isEqualTo(told(one, TwinLocation.class));
  }
}
