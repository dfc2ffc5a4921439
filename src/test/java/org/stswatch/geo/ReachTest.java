package org.stswatch.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;

/** Where a silent ship may have been. */
class ReachTest {
  private static final Instant NOON = Instant.parse("2017-10-15T12:00:00Z");

  private static Gap gap(double hours, double endLat, double endLon) {
    return Gap.newBuilder()
        .setGapId("gap")
        .setRevision(2)
        .setStatus(GapStatus.CLOSED)
        .setVessel("273000001")
        .setStart(NOON)
        .setStartLat(41.0)
        .setStartLon(133.0)
        .setEnd(NOON.plus(Duration.ofMinutes(Math.round(hours * 60))))
        .setEndLat(endLat)
        .setEndLon(endLon)
        .setThresholdMinutes(360)
        .build();
  }

  private static Reach reach(double hours, double endLat, double endLon) {
    return Reach.of(gap(hours, endLat, endLon)).orElseThrow();
  }

  /** The figure of the plan: 12 h with a stay of 2 h at 14 kn. */
  @Test
  void twelveHoursOnTheSpotReach52800SquareKilometres() {
    assertThat(reach(12, 41.0, 133.0).areaKm2()).isEqualTo(52_799);
    assertThat(reach(12, 41.0, 133.0).semiMinorM()).isEqualTo(129_640);
  }

  @Test
  void whoMadeWayAllTheTimeWasNowhereElse() {
    // 8 h, of which 6 h at 14 kn are 155.6 km; the fixes are 150 km apart
    Reach reach = reach(8, 41.0 + Math.toDegrees(150_000 / Geodesy.EARTH_RADIUS_M), 133.0);
    assertThat(reach.semiMinorM()).isBetween(20_000, 21_000);
    assertThat(reach.at(41.67, 133.0).isStay()).isTrue();
    assertThat(reach.at(41.67, 133.4).isStay()).isFalse();
  }

  @Test
  void whoCameOutTooFarOffStoppedNowhere() {
    assertThat(Reach.of(gap(6, 42.0, 133.0))).isEmpty();
    assertThat(Reach.of(gap(97, 41.0, 133.0))).as("96 h at most").isEmpty();
    assertThat(Reach.of(gap(2, 41.0, 133.0))).as("no time for a stay").isEmpty();
    Gap open = Gap.newBuilder(gap(12, 41, 133)).setStatus(GapStatus.OPEN).setEnd(null).build();
    assertThat(Reach.of(open)).as("not over").isEmpty();
  }

  @Test
  void comingAndGoingTakeTime() {
    Reach reach = reach(12, 41.0, 133.0);
    double lat = 41.0 + Math.toDegrees(14 * 1852 / Geodesy.EARTH_RADIUS_M); // one hour at 14 kn
    assertThat(reach.at(lat, 133.0))
        .isEqualTo(
            new Reach.Span(
                NOON.plusSeconds(3600).getEpochSecond(),
                NOON.plusSeconds(11 * 3600).getEpochSecond()));
  }

  /** Else the two would be looked for in different waters. */
  @Property(tries = 300)
  void whereverItMayHaveStayedItsWatersKnow(
      @ForAll @IntRange(min = 3, max = 96) int hours,
      @ForAll @DoubleRange(min = -1, max = 1) double x,
      @ForAll @DoubleRange(min = -1, max = 1) double y,
      @ForAll @DoubleRange(min = -1, max = 1) double along) {
    double mostDeg = Math.toDegrees(14 * 1852 * (hours - 2.0) / Geodesy.EARTH_RADIUS_M);
    Reach.of(gap(hours, 41.0, 133.0 + along * mostDeg))
        .ifPresent(
            reach -> {
              double lat = Math.min(89, 41.0 + y * mostDeg / 2);
              double lon = 133.0 + x * mostDeg;
              if (reach.at(lat, lon).isStay()) {
                assertThat(Waters.of(reach)).contains(Waters.of(lat, lon));
              }
            });
  }
}
