package org.stswatch.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.stswatch.event.VesselSighting;

/**
 * Two to five ships for some hours around one place, drawn by chance from a seed: they drift side
 * by side, sail off and come back, fall silent, jump, and some share an MMSI.
 */
final class Fleet {
  private static final double[] PLACES_M = {0, 0, 0, 200, 350, 480, 520, 900, 4000, 300_000};
  private static final int[] REPORT_EVERY_MIN = {4, 11, 20, 35};
  private static final double HOURS = 10;

  private final Random random;

  Fleet(long seed) {
    random = new Random(seed);
  }

  /** The sightings in the order of time. */
  List<VesselSighting> sightings() {
    List<Track> tracks = new ArrayList<>();
    int ships = 2 + random.nextInt(4);
    for (int ship = 0; ship < ships; ship++) {
      String mmsi = "53800000" + (random.nextInt(6) == 0 ? 0 : ship);
      tracks.add(track(mmsi));
      if (random.nextInt(3) == 0) {
        tracks.add(Track.of(mmsi).at(random.nextInt(100) / 10.0, place() + 30_000, place()));
      }
    }
    double lon = random.nextInt(3) == 0 ? 179.999 : 134;
    Chart chart = new Chart(Instant.parse("2017-10-15T06:00:00Z"), 40, lon, tracks);
    return chart.sightings().stream()
        .sorted(
            Comparator.comparing(VesselSighting::getObservedAt)
                .thenComparing(VesselSighting::getSightingId))
        .toList();
  }

  private Track track(String mmsi) {
    Track track =
        Track.of(mmsi).everyMinutes(REPORT_EVERY_MIN[random.nextInt(REPORT_EVERY_MIN.length)]);
    double hour = random.nextInt(60) / 60.0;
    double east = place();
    double north = place();
    track.at(hour, east, north);
    while (hour < HOURS) {
      hour += 0.5 + random.nextInt(40) / 10.0;
      boolean goesOn = random.nextBoolean();
      east = goesOn ? place() : east + random.nextInt(200);
      north = goesOn ? place() : north + random.nextInt(200);
      track.at(hour, east, north);
    }
    for (int silences = random.nextInt(3); silences > 0; silences--) {
      double from = random.nextInt(80) / 10.0;
      track.silent(from, from + random.nextInt(40) / 10.0);
    }
    return track;
  }

  private double place() {
    double place = PLACES_M[random.nextInt(PLACES_M.length)];
    return place > 100_000 && random.nextInt(4) > 0 ? 0 : place;
  }
}
