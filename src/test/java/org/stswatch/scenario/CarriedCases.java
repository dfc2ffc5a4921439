package org.stswatch.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Recorded tracks carried to the theatre: each fix keeps its place on the plane that touches the
 * sphere in the middle of the meeting, east and north in metres, and its time of day; middle, day
 * and identities are others. So distances, speeds, courses and holes of reception are real, and
 * who, where and when is constructed.
 */
final class CarriedCases {
  /** A published event of two ships at sea: SOURCE.md there. */
  private static final Path PUBLISHED = Path.of("src/test/resources/gfw-cases/inputs.csv");

  /** Where and when it was. */
  private static final Chart THERE = Chart.of("2015-03-19T00:00:00Z", -27.48, 38.535);

  /** Where and when it is carried to: the open Japan Sea, on a day of October 2017. */
  private static final String DAY = "2017-10-15T00:00:00Z";

  private static final double LAT = 40.9;
  private static final double LON = 132.6;

  /** Constructed keys in place of the ships'. */
  private static final Map<String, String> KEYS =
      Map.of("441910000", "273999946", "563418000", "445999946");

  private CarriedCases() {}

  static Map<String, Drawing> all() {
    Track[] tracks =
        KEYS.keySet().stream().sorted().map(CarriedCases::carried).toArray(Track[]::new);
    return Map.of("carried-meeting", Drawing.of(Chart.of(DAY, LAT, LON, tracks)));
  }

  /** Of fixes of one second the first in the file. */
  private static Track carried(String vessel) {
    Track track = Track.of(Objects.requireNonNull(KEYS.get(vessel))).asHeard();
    Set<String> times = new HashSet<>();
    for (String line : lines()) {
      String[] row = line.split(",");
      if (row[0].equals("real") && row[1].equals(vessel) && times.add(row[2])) {
        double hour = Duration.between(THERE.start(), Instant.parse(row[2])).toSeconds() / 3600.0;
        double lat = Double.parseDouble(row[3]);
        Track.Waypoint w = THERE.waypoint(hour, lat, Double.parseDouble(row[4]));
        track.at(w.hour(), w.eastM(), w.northM());
      }
    }
    return track;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PUBLISHED, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
