package org.stswatch.scenario;

import com.google.common.geometry.S2LatLng;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stswatch.event.SourceKind;

/**
 * Ships that meet at one place: all drift with it at 0.4 kn, come from some kilometres off at 9 kn,
 * each from a side of her own, and leave as they came. Hours count from the start.
 */
final class Scene {
  private static final double KN = 1852;

  /** Drift, metres an hour east and north: 0.39 kn, a light wind. */
  private static final double EAST_M_H = 0.25 * KN;

  private static final double NORTH_M_H = 0.3 * KN;

  /** How far off a ship comes into view, metres, and how near she slows down. */
  private static final double FAR_M = 16_000;

  private static final double NEAR_M = 1_500;

  /** 16 km at 9 kn, and the last 1.5 km at 2 kn, hours. */
  private static final double APPROACH_H = 0.9;

  private static final double LAST_MILE_H = 0.4;

  private static final int SIDES = 7;

  private final String start;
  private final double lat;
  private final double lon;
  private final boolean anchored;
  private final List<Track> tracks = new ArrayList<>();
  private final List<Hull> hulls = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();
  private Duration published = Duration.ofHours(9);
  private int everyMinutes = 20;

  private Scene(String start, double lat, double lon, boolean anchored) {
    this.start = start;
    this.lat = lat;
    this.lon = lon;
    this.anchored = anchored;
  }

  static Scene at(String start, double lat, double lon) {
    return new Scene(start, lat, lon, false);
  }

  /** The same at anchor: nobody drifts. */
  static Scene anchored(String start, double lat, double lon) {
    return new Scene(start, lat, lon, true);
  }

  Scene everyMinutes(int minutes) {
    everyMinutes = minutes;
    return this;
  }

  /** A ship in the middle, so many metres east of it, from then to then. */
  Scene ship(Hull hull, double from, double to, double eastM) {
    return ship(hull, from, to, eastM, 0);
  }

  /** The same, and so many metres north. */
  Scene ship(Hull hull, double from, double to, double eastM, double northM) {
    Track track = track(hull);
    double side = 2 * Math.PI * tracks.size() / SIDES;
    double x = Math.sin(side);
    double y = Math.cos(side);
    off(track, from - APPROACH_H - LAST_MILE_H, eastM + x * FAR_M, northM + y * FAR_M);
    off(track, from - LAST_MILE_H, eastM + x * NEAR_M, northM + y * NEAR_M);
    off(track, from, eastM, northM);
    off(track, to, eastM, northM);
    off(track, to + LAST_MILE_H, eastM - y * NEAR_M, northM + x * NEAR_M);
    off(track, to + LAST_MILE_H + APPROACH_H, eastM - y * FAR_M, northM + x * FAR_M);
    return with(hull, track);
  }

  /** The same ship, out of a port where she has lain since the start, and back to it. */
  Scene shipFrom(Port port, Hull hull, double from, double to, double eastM) {
    Chart chart = chart();
    Track track = track(hull);
    double last = to + (from - LAST_MILE_H - port.sailsHour());
    for (double hour : new double[] {0, port.sailsHour()}) {
      add(track, chart.waypoint(hour, port.lat(), port.lon()));
    }
    off(track, from - LAST_MILE_H, eastM + NEAR_M, 0);
    off(track, from, eastM, 0);
    off(track, to, eastM, 0);
    off(track, to + LAST_MILE_H, eastM + NEAR_M, 0);
    add(track, chart.waypoint(last, port.lat(), port.lon()));
    return with(hull, track);
  }

  /** A place where a ship lies until she sails, hours from the start. */
  record Port(double lat, double lon, double sailsHour) {}

  /** The last ship sends nothing from then to then. */
  Scene silent(double from, double to) {
    tracks.get(tracks.size() - 1).silent(from, to);
    return this;
  }

  /** Stays for the whole of the scene, so many hours. */
  Scene stays(Hull hull, double hours, double eastM, double northM) {
    Track track = track(hull);
    off(track, 0, eastM, northM);
    off(track, hours, eastM, northM);
    return with(hull, track);
  }

  /** A track of its own kind. */
  Scene with(Hull hull, Track track) {
    tracks.add(track);
    if (!hulls.contains(hull)) {
      hulls.add(hull);
    }
    return this;
  }

  /** At even speed from a place at an hour to the next, and so on: hour, latitude, longitude. */
  Scene passage(Hull hull, double... legs) {
    Chart chart = chart();
    Track track = track(hull);
    for (int i = 0; i < legs.length; i += 3) {
      add(track, chart.waypoint(legs[i], legs[i + 1], legs[i + 2]));
    }
    return with(hull, track);
  }

  /** What is seen is published so long afterwards; nine hours unless told. */
  Scene published(Duration later) {
    published = later;
    return this;
  }

  /** Something is seen by satellite radar at an hour, so long, metres, where it drifts like all. */
  Scene seen(double hour, double eastM, double northM, double lengthM) {
    return seen(SourceKind.SAR, hour, eastM, northM, lengthM);
  }

  /** The same with something else. */
  Scene seen(SourceKind with, double hour, double eastM, double northM, double lengthM) {
    double drifted = anchored ? 0 : hour;
    S2LatLng there =
        chart()
            .place(
                new Track.Waypoint(hour, eastM + drifted * EAST_M_H, northM + drifted * NORTH_M_H));
    seen.add(
        new Seen(
            Instant.parse(start).plusSeconds(Math.round(hour * 3600)),
            "CONSTRUCTED-" + with + "-" + (seen.size() + 1),
            with,
            there.latDegrees(),
            there.lngDegrees(),
            lengthM,
            published));
    return this;
  }

  /** The tracks alone. */
  Chart chart() {
    return Chart.of(start, lat, lon, tracks.toArray(Track[]::new));
  }

  /** The tracks, and at the start what each ship says of herself. */
  Drawing drawn() {
    return Drawing.of(chart()).says(start, hulls.toArray(Hull[]::new)).sees(seen);
  }

  private Track track(Hull hull) {
    return Track.of(hull.mmsi()).everyMinutes(everyMinutes);
  }

  private static void add(Track track, Track.Waypoint w) {
    track.at(w.hour(), w.eastM(), w.northM());
  }

  private void off(Track track, double hour, double eastM, double northM) {
    double drifted = anchored ? 0 : hour;
    track.at(hour, eastM + drifted * EAST_M_H, northM + drifted * NORTH_M_H);
  }
}
