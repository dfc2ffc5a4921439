package org.stswatch.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.stswatch.event.SourceKind;
import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.support.Sightings;

/**
 * What senders and receivers do to the sightings of a world: one second has two places, times are
 * rounded to the minutes of a clock or come with milliseconds, a ship says that it is a buoy, a
 * satellite sees it too.
 */
final class Wear {
  /** Of both grids that the profiles have. */
  private static final int CLOCK_MS = 5 * 60_000;

  /** Lesser than a place of decision 0004, and greater. */
  private static final double[] OFF_DEG = {1e-4, 1e-4, 0.05, 0.1};

  private final Random random;

  Wear(Random random) {
    this.random = random;
  }

  void of(List<VesselSighting> sightings) {
    switch (random.nextInt(4)) {
      case 0 -> sightings.replaceAll(s -> at(s, nearest(s.getObservedAt().toEpochMilli())));
      case 1 ->
          sightings.replaceAll(s -> at(s, s.getObservedAt().toEpochMilli() + random.nextInt(1000)));
      default -> {}
    }
    boolean odd = random.nextInt(3) == 0;
    for (int i = sightings.size() - 1; i >= 0; i--) {
      VesselSighting s = sightings.get(i);
      if (random.nextInt(20) == 0) {
        sightings.add(twin(s));
      }
      if (odd && random.nextInt(15) == 0) {
        sightings.set(
            i, VesselSighting.newBuilder(s).setStationKind(StationKind.AID_TO_NAVIGATION).build());
      }
      if (odd && random.nextInt(15) == 0) {
        sightings.add(VesselSighting.newBuilder(twin(s)).setSourceKind(SourceKind.OPTICAL).build());
      }
    }
  }

  /**
   * The same second or minute in two places: which one counts does not hang on which came first.
   */
  private VesselSighting twin(VesselSighting s) {
    double off = OFF_DEG[random.nextInt(OFF_DEG.length)];
    long afterMs = random.nextBoolean() ? 0 : random.nextInt(60) * 1000L;
    Instant time = s.getObservedAt().plusMillis(afterMs);
    return Sightings.at(s.getVesselKey(), time, s.getLat() - off, s.getLon());
  }

  private static long nearest(long ms) {
    return Math.round(ms / (double) CLOCK_MS) * CLOCK_MS;
  }

  private static VesselSighting at(VesselSighting s, long ms) {
    return Sightings.at(s.getVesselKey(), Instant.ofEpochMilli(ms), s.getLat(), s.getLon());
  }
}
