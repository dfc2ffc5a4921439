package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReplayClockTest {
  private static final long START = Instant.parse("2017-10-05T00:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  @Test
  void receiptIsTheRunningMaximum() {
    ReplayClock clock = ReplayClock.over(LongStream.of(START, START + 5, START + 2, START + 9));
    assertThat(clock.receive(START)).isEqualTo(START);
    assertThat(clock.receive(START + 5)).isEqualTo(START + 5);
    assertThat(clock.receive(START + 2)).isEqualTo(START + 5);
    assertThat(clock.now()).isEqualTo(START + 5);
    assertThat(clock.lateness()).isEqualTo(Duration.ofMillis(3));
  }

  @Test
  void oneBadDateInTwoThousandMovesNothing() {
    long bad = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();
    LongStream.Builder times = LongStream.builder();
    for (int i = 0; i < 2000; i++) {
      times.add(i == 7 ? bad : START + i * MINUTE);
    }
    ReplayClock clock = ReplayClock.over(times.build());
    assertThat(clock.extreme(bad)).isTrue();
    assertThat(clock.lateness()).isZero();
    assertThatThrownBy(() -> clock.receive(bad)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSparseBeginningOfSparseYearsIsNoBadDate() {
    long first = Instant.parse("2016-09-05T03:00:00Z").toEpochMilli();
    long old = Instant.parse("2001-01-01T00:00:00Z").toEpochMilli();
    long bad = Instant.parse("2099-01-01T00:00:00Z").toEpochMilli();
    LongStream.Builder times = LongStream.builder();
    for (int i = 0; i < 40; i++) {
      times.add(first + i * 2 * DAY); // a ship heard every other day, two a thousand of the set
    }
    times.add(old).add(bad);
    for (int i = 0; i < 20_000; i++) {
      times.add(START + i / 5000 * 500 * DAY + i % 5000 * MINUTE); // four cases in six years
    }
    ReplayClock clock = ReplayClock.over(times.build());
    assertThat(clock.extreme(first)).isFalse();
    assertThat(clock.extreme(old)).isTrue();
    assertThat(clock.extreme(bad)).isTrue();
    assertThat(clock.lateness()).isZero();
  }

  @Test
  void aThinTrackThatLeadsToTheRestIsNoBadDateButWhatLiesApartFromItIs() {
    LongStream.Builder times = LongStream.builder();
    for (int i = 1; i <= 15; i++) {
      times.add(START - i * DAY);
    }
    for (int i = 0; i < 20_000; i++) {
      times.add(START + i * MINUTE);
    }
    times.add(START - 15 * DAY - DAY - 1);
    ReplayClock clock = ReplayClock.over(times.build());
    assertThat(clock.extreme(START - 15 * DAY)).isFalse();
    assertThat(clock.extreme(START - 16 * DAY - 1)).isTrue();
  }

  @Test
  void aStationWhoseClockIsDaysOffIsExtremeInADenseRecording() {
    LongStream.Builder times = LongStream.builder();
    for (int i = 0; i < 20_000; i++) {
      times.add(START + i * MINUTE);
    }
    for (int i = 0; i < 15; i++) {
      times.add(START - 3 * DAY + i * MINUTE);
      times.add(START + 20_000 * MINUTE + 3 * DAY + i * MINUTE);
    }
    ReplayClock clock = ReplayClock.over(times.build());
    assertThat(clock.extreme(START - 3 * DAY)).isTrue();
    assertThat(clock.extreme(START + 20_000 * MINUTE + 3 * DAY)).isTrue();
  }

  @Test
  void twentyFourHoursOutsideIsNotYetExtreme() {
    ReplayClock clock = ReplayClock.over(LongStream.of(START, START + MINUTE));
    long day = Duration.ofHours(24).toMillis();
    assertThat(clock.extreme(START - day)).isFalse();
    assertThat(clock.extreme(START - day - 1)).isTrue();
    assertThat(clock.extreme(START + MINUTE + day)).isFalse();
    assertThat(clock.extreme(START + MINUTE + day + 1)).isTrue();
  }

  @Test
  void timesThatNoGateLetsThroughDoNotCountEvenInASmallSet() {
    ReplayClock clock = ReplayClock.over(LongStream.of(0, START, 9_000_000_000_000L, START - 4));
    assertThat(clock.extreme(0)).isTrue();
    assertThat(clock.extreme(9_000_000_000_000L)).isTrue();
    assertThat(clock.now()).isEqualTo(START);
    assertThat(clock.lateness()).isEqualTo(Duration.ofMillis(4));
  }

  @Test
  void withoutSightingsThereIsNoLateness() {
    assertThat(ReplayClock.over(LongStream.empty()).lateness()).isZero();
  }

  @Property
  void noSightingIsLaterThanTheLatenessAndOneIsThatLate(
      @ForAll @Size(min = 1, max = 200) long[] offsets) {
    long[] times = LongStream.of(offsets).map(o -> START + Math.floorMod(o, 86_400_000L)).toArray();
    ReplayClock clock = ReplayClock.over(LongStream.of(times));
    long largest = 0;
    for (long time : times) {
      largest = Math.max(largest, clock.receive(time) - time);
    }
    assertThat(clock.lateness().toMillis()).isEqualTo(largest);
  }

  @Property
  void theOrderOfTheSetDoesNotTellWhatIsExtreme(
      @ForAll @Size(min = 2, max = 50) long[] offsets, @ForAll @LongRange(min = 0) long probe) {
    long[] times =
        LongStream.of(offsets).map(o -> START + Math.floorMod(o, 1_000_000_000L)).toArray();
    long[] sorted = LongStream.of(times).sorted().toArray();
    assertThat(ReplayClock.over(LongStream.of(times)).extreme(probe))
        .isEqualTo(ReplayClock.over(LongStream.of(sorted)).extreme(probe));
  }
}
