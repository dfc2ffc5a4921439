package org.stswatch.report;

import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselReport;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;

/** Whether an event lies where a report says. */
enum Whereabouts {
  HERE,
  /** The report says nothing that could be held against a position. */
  UNSAID,
  ELSEWHERE;

  /**
   * How far from a point an event may lie, metres, and the largest radius of a point that still is
   * a place (E18 in the plan: 50 km; the points derived from "400 km off Shanghai" are as good).
   */
  static final double WITHIN_M = 50_000;

  static Whereabouts of(VesselReport report, double lat, double lon, Places places) {
    Double reportLat = report.getLat();
    Double reportLon = report.getLon();
    if (reportLat != null && reportLon != null) {
      return ofPoint(report, Geodesy.distanceM(reportLat, reportLon, lat, lon));
    }
    String area = report.getArea();
    if (area == null || !places.isKnown(area)) {
      return UNSAID;
    }
    return places.holds(area, lat, lon) ? HERE : ELSEWHERE;
  }

  /**
   * The same of a ship that was silent: seen at both ends of its way, and between them perhaps
   * anywhere that it could reach. A water holds it where it holds an end or the middle.
   *
   * @param unseen from the position on; null where the ship was seen
   */
  static Whereabouts of(
      VesselReport report, double lat, double lon, Scene.@Nullable Unseen unseen, Places places) {
    Whereabouts first = of(report, lat, lon, places);
    if (unseen == null || first != ELSEWHERE) {
      return first;
    }
    Whereabouts last = of(report, unseen.endLat(), unseen.endLon(), places);
    if (last != ELSEWHERE) {
      return last;
    }
    Double reportLat = report.getLat();
    Double reportLon = report.getLon();
    if (reportLat == null || reportLon == null) {
      Middle middle = Middle.NOWHERE.and(lat, lon).and(unseen.endLat(), unseen.endLon());
      return of(report, middle.lat(), middle.lon(), places);
    }
    double thereM = Geodesy.distanceM(lat, lon, reportLat, reportLon);
    double backM = Geodesy.distanceM(reportLat, reportLon, unseen.endLat(), unseen.endLon());
    return Math.round(thereM + backM) <= unseen.mostM() + WITHIN_M ? UNSAID : ELSEWHERE;
  }

  /** A point less certain than that can only speak against. */
  private static Whereabouts ofPoint(VesselReport report, double distanceM) {
    Double radiusM = report.getRadiusM();
    boolean wide = radiusM != null && radiusM > WITHIN_M;
    if (Double.isNaN(distanceM)) {
      return UNSAID;
    }
    long metres = Math.round(distanceM);
    if (wide) {
      return metres <= radiusM ? UNSAID : ELSEWHERE;
    }
    return metres <= WITHIN_M ? HERE : ELSEWHERE;
  }
}
