package org.stswatch.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2EdgeUtil;
import com.google.common.geometry.S2Point;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.stswatch.geo.Geodesy;

class ShoreTest {
  private static final List<Coast.Edge> COAST = Coast.bundled();
  private static final Shore SHORE = new Shore(COAST);

  @Test
  void theMiddleOfTheJapanSeaIsFarFromShore() {
    assertThat(SHORE.distanceM(40.0, 135.0)).isBetween(300_000, 400_000);
  }

  @Test
  void aShipOffSlavyankaIsNearIt() {
    assertThat(SHORE.distanceM(42.86, 131.4)).isLessThan(10_000);
  }

  @Test
  void theAntimeridianIsNoCoast() {
    assertThat(SHORE.distanceM(67.0, 180.0)).isGreaterThan(50_000); // inland, Chukotka
    assertThat(SHORE.distanceM(45.0, 179.99)).isEqualTo(SHORE.distanceM(45.0, 179.99 - 360));
  }

  @Property(tries = 60)
  void theNearestCoastIsThatOfASearchThroughAllOfIt(
      @ForAll @DoubleRange(min = -90, max = 90) double lat,
      @ForAll @DoubleRange(min = -180, max = 180) double lon) {
    S2Point here = Coast.point(lat, lon);
    double radians = Double.POSITIVE_INFINITY;
    for (Coast.Edge e : COAST) {
      radians = Math.min(radians, S2EdgeUtil.getDistance(here, e.from(), e.to()).radians());
    }
    assertThat(SHORE.distanceM(lat, lon))
        .isEqualTo((int) Math.round(radians * Geodesy.EARTH_RADIUS_M));
  }
}
