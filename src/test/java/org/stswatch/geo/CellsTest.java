package org.stswatch.geo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** No pair within the search radius is lost at a border of cells. */
class CellsTest {
  private static final int RADIUS_M = 500;
  private static final int PAIRS = 1_000_000;
  private static final int BLOCKS = 100;

  /** The smallest cap that may do: half the radius. */
  private final Cells cells = new Cells(RADIUS_M / 2.0);

  @Test
  void theCellOfTheMiddleOfAnyPairIsAmongTheCellsOfBoth() {
    int lost =
        IntStream.range(0, BLOCKS)
            .parallel()
            .map(block -> lostOf(new SplittableRandom(block)))
            .sum();
    assertThat(lost).isZero();
  }

  private int lostOf(SplittableRandom random) {
    int lost = 0;
    for (int i = 0; i < PAIRS / BLOCKS; i++) {
      S2LatLng a = place(random);
      S2LatLng b = near(a, distanceM(random), random.nextDouble(2 * Math.PI));
      long middle = cells.ofMiddle(a.latDegrees(), a.lngDegrees(), b.latDegrees(), b.lngDegrees());
      lost += sees(a, middle) && sees(b, middle) ? 0 : 1;
    }
    return lost;
  }

  private boolean sees(S2LatLng ship, long cell) {
    return LongStream.of(cells.around(ship.latDegrees(), ship.lngDegrees()))
        .anyMatch(c -> c == cell);
  }

  /** Spread by the logarithm from 1 m on; every second one within a metre of the radius. */
  private static double distanceM(SplittableRandom random) {
    return random.nextBoolean()
        ? RADIUS_M - random.nextDouble()
        : Math.pow(RADIUS_M, random.nextDouble());
  }

  /** Anywhere, each fourth one near the antimeridian and near a pole. */
  private static S2LatLng place(SplittableRandom random) {
    double lat = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
    double lon = random.nextDouble(-180, 180);
    return switch (random.nextInt(4)) {
      case 0 -> rounded(lat, 180 - random.nextDouble(0.01));
      case 1 -> rounded(random.nextBoolean() ? 90 - random.nextDouble(0.02) : -89.99, lon);
      default -> rounded(lat, lon);
    };
  }

  private static S2LatLng near(S2LatLng from, double metres, double bearing) {
    S2Point up = from.toPoint();
    S2Point side = S2Point.normalize(up.ortho());
    S2Point other = up.crossProd(side);
    double angle = metres / Geodesy.EARTH_RADIUS_M;
    S2Point there =
        up.mul(Math.cos(angle))
            .add(side.mul(Math.sin(angle) * Math.cos(bearing)))
            .add(other.mul(Math.sin(angle) * Math.sin(bearing)));
    S2LatLng at = new S2LatLng(there);
    return rounded(at.latDegrees(), at.lngDegrees());
  }

  /** As the positions of fixes are. */
  private static S2LatLng rounded(double lat, double lon) {
    return S2LatLng.fromDegrees(Math.round(lat * 1e6) / 1e6, Math.round(lon * 1e6) / 1e6);
  }
}
