package org.stswatch.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A ship's track: waypoints in hours and metres around the middle of its {@link Chart}; constructed
 * ones straight between them, with a fix every so many minutes unless the ship is silent.
 */
final class Track {
  private static final int REPORT_EVERY_S = 6 * 60;

  final String mmsi;
  private final List<Waypoint> waypoints = new ArrayList<>();
  private final List<double[]> silences = new ArrayList<>();
  private int everyS = REPORT_EVERY_S;
  private boolean late;
  private boolean asHeard;

  /** A place at a time: hours after the chart's start, metres east and north of its middle. */
  record Waypoint(double hour, double eastM, double northM) {}

  private Track(String mmsi) {
    this.mmsi = mmsi;
  }

  static Track of(String mmsi) {
    return new Track(mmsi);
  }

  /** Drifts north at 0.3 kn for so many hours from the start, beginning here. */
  static Track adrift(String mmsi, double hours, double eastM, double northM) {
    return of(mmsi).at(0, eastM, northM).at(hours, eastM, northM + hours * 0.3 * 1852);
  }

  /** Lies here for so many hours from the start. */
  static Track moored(String mmsi, double hours, double eastM, double northM) {
    return of(mmsi).at(0, eastM, northM).at(hours, eastM, northM);
  }

  Track at(double hour, double eastM, double northM) {
    waypoints.add(new Waypoint(hour, eastM, northM));
    return this;
  }

  Track silent(double fromHour, double toHour) {
    silences.add(new double[] {fromHour, toHour});
    return this;
  }

  Track everyMinutes(int minutes) {
    everyS = minutes * 60;
    return this;
  }

  /** Heard where it has waypoints, and nowhere else. */
  Track asHeard() {
    asHeard = true;
    return this;
  }

  /** Its fixes are received after all others, newest first. */
  Track late() {
    late = true;
    return this;
  }

  boolean isLate() {
    return late;
  }

  /** The fixes, each at a second of its own ship's. */
  List<Waypoint> fixes() {
    if (asHeard) {
      return List.copyOf(waypoints);
    }
    List<Waypoint> fixes = new ArrayList<>();
    double lastHour = waypoints.get(waypoints.size() - 1).hour();
    double firstHour = waypoints.get(0).hour();
    for (int s = 0; firstHour + s / 3600.0 <= lastHour; s += everyS) {
      double hour = firstHour + s / 3600.0;
      if (silences.stream().noneMatch(x -> hour > x[0] && hour < x[1])) {
        fixes.add(place(hour));
      }
    }
    return fixes;
  }

  private Waypoint place(double hour) {
    int i = 0;
    while (i < waypoints.size() - 2 && hour >= waypoints.get(i + 1).hour()) {
      i++;
    }
    if (waypoints.size() == 1) {
      return waypoints.get(0);
    }
    Waypoint a = waypoints.get(i);
    Waypoint b = waypoints.get(i + 1);
    double f = (hour - a.hour()) / (b.hour() - a.hour());
    return new Waypoint(
        hour, a.eastM() + f * (b.eastM() - a.eastM()), a.northM() + f * (b.northM() - a.northM()));
  }
}
