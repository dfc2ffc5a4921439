package org.stswatch.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.VoyageState;
import org.stswatch.gap.ReceptionStep;
import org.stswatch.geo.Geodesy;
import org.stswatch.stream.Side;
import org.stswatch.support.OneKey;

/** A coast along 130 E: a port at 42 N, and claimed waters up to 131 E. */
class LandfallsTest {
  private static final String SHIP = "273000001";
  private static final int START_S = (int) Instant.parse("2017-10-15T00:00:00Z").getEpochSecond();
  private static final int E6 = 1_000_000;

  private static final Harbour.Finder COAST =
      new Harbour.Finder() {
        @Override
        public Harbour nearest(double lat, double lon) {
          return new Harbour("PORT", 42 * E6, 130 * E6, true, 1_000_000);
        }

        @Override
        public Harbour.@Nullable Offing offing(int lat6, int lon6) {
          double metres = Geodesy.distanceM(lat6 / 1e6, lon6 / 1e6, 42, 130);
          return lon6 > 131 * E6 ? null : new Harbour.Offing("Port", (int) Math.round(metres));
        }
      };

  private final OneKey<VoyageState> voyage =
      new OneKey<>(
          new VoyageStep(Duration.ofMinutes(70), COAST, ReceptionStep.areas()), SHIP, Side.NONE);
  private final TreeMap<Integer, List<int[]>> hours = new TreeMap<>();

  /** Fixes every ten minutes along a parallel. */
  private LandfallsTest sails(
      double fromHour, double toHour, double lat, double lon, double toLon) {
    for (double h = fromHour; h <= toHour + 1e-9; h += 1 / 6.0) {
      double share = (h - fromHour) / (toHour - fromHour);
      int timeS = START_S + (int) Math.round(h * 3600);
      int lon6 = (int) Math.round((lon + share * (toLon - lon)) * E6);
      hours
          .computeIfAbsent(timeS / 3600, x -> new ArrayList<>())
          .add(new int[] {timeS, (int) Math.round(lat * E6), lon6, START_S});
    }
    return this;
  }

  private List<Landfall> told() {
    hours.forEach(
        (hour, fixes) -> {
          ByteBuffer bytes = ByteBuffer.allocate(16 * fixes.size());
          fixes.forEach(f -> bytes.putInt(f[0]).putInt(f[1]).putInt(f[2]).putInt(f[3]));
          voyage.on(new Passage(SHIP, hour, bytes.flip()));
        });
    voyage.wake(Long.MAX_VALUE);
    return voyage.emits().stream()
        .map(e -> e.value())
        .filter(Landfall.class::isInstance)
        .map(Landfall.class::cast)
        .toList();
  }

  private static Instant hour(double hour) {
    return Instant.ofEpochSecond(START_S + Math.round(hour * 3600));
  }

  @Test
  void twoHoursInClaimedWatersAreToldAndAgainWhenTheyAreOver() {
    sails(0, 6, 41, 131.5, 130.6).sails(6.2, 12, 41, 130.6, 131.5);
    assertThat(told())
        .extracting(Landfall::getRevision, Landfall::getClosed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, false),
            org.assertj.core.groups.Tuple.tuple(2, true));
    Landfall last = told().get(1);
    assertThat(last.getStart()).isBetween(hour(3), hour(3.7));
    assertThat(last.getEnd()).isBetween(hour(8.5), hour(9.2));
    assertThat(last.getDistanceM()).isBetween(118_000, 125_000);
    assertThat(last.getSlowMinutes()).isLessThan(60); // it turned
    assertThat(last.getPort()).isEqualTo("Port");
    assertThat(last.getInputRefs()).hasSize(2);
  }

  @Test
  void whoCutsACornerForAnHourIsNotOffThatCoast() {
    sails(0, 1.4, 41, 131.3, 130.95).sails(1.6, 4, 41, 130.95, 131.6);
    assertThat(told()).isEmpty();
  }

  @Test
  void whoComesNearAPortIsOffItAtOnce() {
    sails(0, 5, 42, 131.5, 130.12).sails(5.2, 9, 42, 130.12, 131.5);
    assertThat(told()).last().satisfies(l -> assertThat(l.getDistanceM()).isLessThan(15_000));
  }

  @Test
  void whoIsSlowThereForAnHourIsToldAgain() {
    sails(0, 5, 41, 131.5, 130.6).sails(5.2, 8, 41, 130.6, 130.6).sails(8.2, 12, 41, 130.6, 131.6);
    assertThat(told()).hasSize(3);
    assertThat(told().get(1).getSlowMinutes()).isBetween(60, 120);
    assertThat(told().get(2).getSlowMinutes()).isBetween(150, 200);
  }

  @Test
  void whoIsNeverSeenElsewhereAgainStaysThere() {
    sails(0, 6, 41, 131.5, 130.6);
    assertThat(told()).singleElement().satisfies(l -> assertThat(l.getClosed()).isFalse());
  }
}
