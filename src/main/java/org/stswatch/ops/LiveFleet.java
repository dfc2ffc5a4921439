package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.SourceKind;
import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.source.SightingId;

/**
 * Constructed ships of the South Pacific, far from any port. Most go about alone; pairs lie side by
 * side, heard for so long that one further sighting of each makes an alert.
 *
 * @param grid the grid time that a pair lacks: the latest before the run
 * @param together how long a pair must lie side by side
 */
record LiveFleet(Instant grid, Duration together) {
  private static final int FIRST_OF_PAIR = 273_000_000;

  private static final int SECOND_OF_PAIR = 563_000_000;
  private static final int ALONE = 367_000_000;

  private static final Duration HEARD_EVERY = Duration.ofMinutes(30);
  private static final Duration OFF_GRID = Duration.ofMinutes(5);
  private static final int PER_ROW = 400;
  private static final int PAIRS_PER_ROW = 100;

  /** Farther apart than any two that could meet. */
  private static final double BETWEEN_DEG = 0.1;

  /** One in so many ships alone is slow, as one that waits or drifts. */
  private static final int SLOW_ONE_IN = 4;

  private static final double SLOW_KN = 0.8;
  private static final double UNDER_WAY_KN = 12;

  /** What is heard of a pair before the run, in the order of time: all but the last grid time. */
  List<VesselSighting> history(int pair) {
    List<VesselSighting> heard = new ArrayList<>();
    Instant last = grid.minus(OFF_GRID);
    for (Instant at = last.minus(together); at.isBefore(last); at = at.plus(HEARD_EVERY)) {
      heard.addAll(pair(pair, at));
    }
    heard.addAll(pair(pair, last));
    return heard;
  }

  /** Both ships of a pair, heard at one time. */
  List<VesselSighting> pair(int pair, Instant at) {
    double lat = 5 - 3 * BETWEEN_DEG * (pair / PAIRS_PER_ROW);
    double lon = -125 + 3 * BETWEEN_DEG * (pair % PAIRS_PER_ROW);
    return List.of(
        sighting(key(pair), at, lat, lon, SLOW_KN),
        sighting(Integer.toString(SECOND_OF_PAIR + pair), at, lat + 0.0005, lon, SLOW_KN));
  }

  /** The key of the first ship of a pair. */
  static String key(int pair) {
    return Integer.toString(FIRST_OF_PAIR + pair);
  }

  /** The pair whose first ship this is; null for any other vessel. */
  static @Nullable Integer pairOf(String vesselKey) {
    return vesselKey.startsWith("273") ? Integer.parseInt(vesselKey) - FIRST_OF_PAIR : null;
  }

  /** A ship that goes north alone. */
  VesselSighting alone(int ship, Instant at) {
    boolean slow = ship % SLOW_ONE_IN == 0;
    double sogKn = slow ? SLOW_KN : UNDER_WAY_KN;
    double hours = Duration.between(grid, at).toMillis() / 3_600_000.0;
    double lat = -60 + BETWEEN_DEG * (ship / PER_ROW) + (slow ? 0 : sogKn * hours / 60);
    double lon = -175 + BETWEEN_DEG * (ship % PER_ROW);
    return sighting(Integer.toString(ALONE + ship), at, lat, lon, sogKn);
  }

  private static VesselSighting sighting(
      String key, Instant at, double lat, double lon, double sogKn) {
    return new VesselSighting(
        SightingId.of(key, at.toEpochMilli(), lat, lon, sogKn, 0.0, SourceKind.AIS),
        key,
        Instant.ofEpochMilli(at.toEpochMilli()),
        lat,
        lon,
        sogKn,
        0.0,
        null,
        null,
        1,
        StationKind.SHIP,
        SourceKind.AIS,
        null,
        null,
        null,
        null);
  }
}
