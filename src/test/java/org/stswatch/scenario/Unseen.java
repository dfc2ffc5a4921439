package org.stswatch.scenario;

import com.google.common.geometry.S2LatLng;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stswatch.event.VesselSighting;

/**
 * Ships that wait at sea and ships that fall silent meanwhile, drawn by chance: in one water or
 * across the border of two, in reach of each other or not, alone or with others who could have been
 * there as well.
 */
final class Unseen {
  private static final String[] FLAGS = {"445", "273", "538", "445"};
  private static final int[] OFF_M = {0, 3_000, 12_000, 40_000, 80_000, 150_000};

  private final Random random;

  Unseen(Random random) {
    this.random = random;
  }

  /**
   * Their sightings, or none where there is no room for so many.
   *
   * @param ships which they join
   */
  List<VesselSighting> near(S2LatLng place, Instant start, int room, List<String> ships) {
    List<Track> tracks = new ArrayList<>();
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      double from = random.nextInt(5);
      double eastM = off() / 4;
      tracks.add(
          track(tracks.size(), ships)
              .at(from, eastM, 0)
              .at(from + 2 + random.nextInt(14), eastM, 2_000));
    }
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      double silentAt = 1 + random.nextInt(4);
      double heardAt = silentAt + 6 + random.nextInt(9);
      tracks.add(
          track(tracks.size(), ships)
              .at(0, off(), 20_000)
              .at(silentAt, off(), random.nextInt(9_000))
              .at(heardAt, off(), random.nextInt(9_000))
              .at(heardAt + 2, off(), 20_000)
              .silent(silentAt, heardAt));
    }
    for (int n = random.nextInt(5); n > 0; n--) { // who hear that others are silent
      tracks.add(track(tracks.size(), ships).at(0, off() / 4, -9_000).at(16, off() / 4, 9_000));
    }
    List<VesselSighting> seen =
        new Chart(start, place.latDegrees(), place.lngDegrees(), tracks).sightings();
    return seen.size() <= room ? seen : List.of();
  }

  private double off() {
    return OFF_M[random.nextInt(OFF_M.length)] * (random.nextBoolean() ? 1 : -1);
  }

  private Track track(int number, List<String> ships) {
    String mmsi = FLAGS[random.nextInt(FLAGS.length)] + "%06d".formatted(900_000 + number);
    ships.add(mmsi);
    return Track.of(mmsi).everyMinutes(30 + random.nextInt(25));
  }
}
