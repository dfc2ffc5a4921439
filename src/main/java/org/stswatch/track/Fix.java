package org.stswatch.track;

import org.stswatch.event.VesselSighting;
import org.stswatch.geo.Geodesy;

/**
 * A position at a second. Fixes are ordered by time, then by content.
 *
 * @param timeS s since 1970
 * @param lat6 latitude, 1e-6 degrees
 * @param lon6 longitude, 1e-6 degrees
 */
record Fix(int timeS, int lat6, int lon6) implements Comparable<Fix> {
  /**
   * Two ships of one MMSI within one minute are told apart by tenths of a degree: 11 km, farther
   * than a ship sails.
   */
  private static final int PLACE_E6 = 100_000;

  static Fix of(VesselSighting s) {
    return new Fix(
        (int) Math.floorDiv(s.getObservedAt().toEpochMilli(), 1000L),
        (int) Math.round(s.getLat() * 1e6),
        (int) Math.round(s.getLon() * 1e6));
  }

  /** Fixes of one vessel with the same place and second are the same input. */
  int place() {
    return Math.floorDiv(lat6 + 90_000_000, PLACE_E6) * 3601
        + Math.floorDiv(lon6 + 180_000_000, PLACE_E6);
  }

  double lat() {
    return lat6 / 1e6;
  }

  double lon() {
    return lon6 / 1e6;
  }

  double distanceM(int otherLat6, int otherLon6) {
    return Geodesy.distanceM(lat(), lon(), otherLat6 / 1e6, otherLon6 / 1e6);
  }

  @Override
  public int compareTo(Fix o) {
    if (timeS != o.timeS) {
      return Integer.compare(timeS, o.timeS);
    }
    return lat6 != o.lat6 ? Integer.compare(lat6, o.lat6) : Integer.compare(lon6, o.lon6);
  }
}
