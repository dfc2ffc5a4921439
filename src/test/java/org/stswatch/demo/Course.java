package org.stswatch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stswatch.geo.Geodesy;

/**
 * A ship's constructed way through waypoints, straight and even between them, and when its
 * transponder is on.
 */
final class Course {
  private static final double M_PER_DEGREE = Math.toRadians(1) * Geodesy.EARTH_RADIUS_M;
  private static final double MS_TO_KN = 3600 / 1852.0;

  record Place(double lat, double lon) {
    /** So many metres east and north of here. */
    Place moved(double eastM, double northM) {
      double east = eastM / (M_PER_DEGREE * Math.cos(Math.toRadians(lat)));
      return new Place(lat + northM / M_PER_DEGREE, lon + east);
    }
  }

  private record Waypoint(Instant at, Place place) {}

  private record Silence(Instant from, Instant to) {}

  final String id;
  private final List<Waypoint> waypoints = new ArrayList<>();
  private final List<Silence> silences = new ArrayList<>();

  Course(String id) {
    this.id = id;
  }

  Course at(String time, double lat, double lon) {
    return at(Instant.parse(time), new Place(lat, lon));
  }

  Course at(Instant time, Place place) {
    waypoints.add(new Waypoint(time, place));
    return this;
  }

  /** Lies beside another ship, so many metres east of it, from then to then. */
  Course alongside(Course other, String from, String to, double eastM) {
    Duration step = Duration.ofMinutes(10);
    Instant end = Instant.parse(to);
    for (Instant t = Instant.parse(from); !t.isAfter(end); t = t.plus(step)) {
      at(t, other.place(t).moved(eastM, 5));
    }
    return this;
  }

  /** Sends nothing from then to then. */
  Course silent(String from, String to) {
    silences.add(new Silence(Instant.parse(from), Instant.parse(to)));
    return this;
  }

  Instant first() {
    return waypoints.get(0).at();
  }

  Instant last() {
    return waypoints.get(waypoints.size() - 1).at();
  }

  boolean isHeard(Instant time) {
    return silences.stream().noneMatch(s -> !time.isBefore(s.from()) && time.isBefore(s.to()));
  }

  Place place(Instant time) {
    int i = leg(time);
    Waypoint a = waypoints.get(i);
    Waypoint b = waypoints.get(i + 1);
    double part = (double) millis(a.at(), time) / millis(a.at(), b.at());
    return new Place(
        a.place().lat() + part * (b.place().lat() - a.place().lat()),
        a.place().lon() + part * (b.place().lon() - a.place().lon()));
  }

  double speedKn(Instant time) {
    Waypoint a = waypoints.get(leg(time));
    Waypoint b = waypoints.get(leg(time) + 1);
    double metres =
        Geodesy.distanceM(a.place().lat(), a.place().lon(), b.place().lat(), b.place().lon());
    return metres / (millis(a.at(), b.at()) / 1000.0) * MS_TO_KN;
  }

  double courseDeg(Instant time) {
    Waypoint a = waypoints.get(leg(time));
    Waypoint b = waypoints.get(leg(time) + 1);
    double north = b.place().lat() - a.place().lat();
    double east = (b.place().lon() - a.place().lon()) * Math.cos(Math.toRadians(a.place().lat()));
    return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
  }

  private int leg(Instant time) {
    int i = 0;
    while (i < waypoints.size() - 2 && !time.isBefore(waypoints.get(i + 1).at())) {
      i++;
    }
    return i;
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
