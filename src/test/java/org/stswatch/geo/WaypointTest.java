package org.stswatch.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WaypointTest {
  private static Waypoint at(int timeS, double lat, double lon) {
    return new Waypoint(timeS, (int) Math.round(lat * 1e6), (int) Math.round(lon * 1e6));
  }

  @Test
  void halfTheTimeIsHalfTheWayAlsoOverTheAntimeridian() {
    Waypoint half = at(0, 10, 179.9).towards(at(1000, 10, -179.9), 500);
    assertThat(Math.abs(half.lon())).isEqualTo(180);
    assertThat(half.metresTo(at(0, 10, 179.9))).isBetween(10_940, 10_960);
  }

  @Test
  void beforeAndAfterTheWayItIsAtItsEnds() {
    Waypoint from = at(100, 40, 133);
    Waypoint to = at(200, 41, 133);
    assertThat(from.towards(to, 50)).isEqualTo(from);
    assertThat(from.towards(to, 250)).isEqualTo(to);
  }

  @Test
  void aShipOnOneCourseAtOneSpeedNeedsNothingBetween() {
    List<Waypoint> way = new ArrayList<>();
    for (int i = 0; i <= 6; i++) {
      way.add(at(600 * i, 41 + 0.03 * i, 133));
    }
    assertThat(Waypoint.bends(way, 100)).isEmpty();
  }

  @Test
  void oneThatStopsHalfWayIsKeptThereThoughItIsOnTheLine() {
    List<Waypoint> way =
        List.of(at(0, 41, 133), at(600, 41.03, 133), at(1200, 41.06, 133), at(3600, 41.06, 133));
    assertThat(Waypoint.bends(way, 100)).containsExactly(at(1200, 41.06, 133));
  }

  /** Whatever is left out lay within the tolerance, and packing loses nothing. */
  @Property(tries = 200)
  void whatIsLeftOutIsNear(@ForAll List<Short> north) {
    List<Waypoint> way = new ArrayList<>();
    for (int i = 0; i < Math.min(8, north.size()); i++) {
      way.add(at(600 * i, 41 + north.get(i) / 1e6, 133));
    }
    if (way.isEmpty()) {
      return;
    }
    List<Waypoint> kept = new ArrayList<>(List.of(way.get(0)));
    kept.addAll(Waypoint.unpack(Waypoint.pack(Waypoint.bends(way, 100))));
    kept.add(way.get(way.size() - 1));
    for (Waypoint w : way) {
      Waypoint before =
          kept.stream().filter(k -> k.timeS() <= w.timeS()).reduce((a, b) -> b).orElseThrow();
      Waypoint after = kept.stream().filter(k -> k.timeS() >= w.timeS()).findFirst().orElseThrow();
      assertThat(before.towards(after, w.timeS()).metresTo(w)).isLessThanOrEqualTo(100);
    }
  }
}
