package org.stswatch.port;

import com.google.common.geometry.S2EdgeUtil;
import com.google.common.geometry.S2Point;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.stswatch.geo.Geodesy;

/**
 * How far the coast is. Natural Earth at 1:50 million: a coast line good to a few kilometres,
 * without small islands, lakes and rivers; a ship that it puts on land is as far from shore as from
 * that line. Safe for concurrent use.
 */
public final class Shore {
  /** First search radius, degrees: about 55 km, where most meetings that matter for a rule lie. */
  private static final double FIRST_RADIUS_DEG = 0.5;

  private final STRtree byBox = new STRtree();

  Shore(List<Coast.Edge> edges) {
    edges.forEach(e -> byBox.insert(e.box(), e));
    byBox.build();
  }

  /** The coast line that ships. */
  public static Shore bundled() {
    return new Shore(Coast.bundled());
  }

  /** Great-circle distance to the nearest coast line in metres, rounded; from sea or from land. */
  public int distanceM(double lat, double lon) {
    S2Point here = Coast.point(lat, lon);
    for (double radius = FIRST_RADIUS_DEG; ; radius *= 4) {
      double nearest = nearestWithin(here, lat, lon, radius);
      if (nearest <= Math.toRadians(radius) || radius >= 180) {
        return (int) Math.round(nearest * Geodesy.EARTH_RADIUS_M);
      }
    }
  }

  /** Radians to the nearest edge among those whose box meets the cap's; infinite without one. */
  private double nearestWithin(S2Point here, double lat, double lon, double radiusDeg) {
    double least = Double.POSITIVE_INFINITY;
    double width = halfWidthDeg(lat, radiusDeg);
    for (int turn = -360; turn <= 360; turn += 360) { // the antimeridian
      Envelope box =
          new Envelope(lon + turn - width, lon + turn + width, lat - radiusDeg, lat + radiusDeg);
      for (Object found : byBox.query(box)) {
        Coast.Edge edge = (Coast.Edge) found;
        least = Math.min(least, S2EdgeUtil.getDistance(here, edge.from(), edge.to()).radians());
      }
    }
    return least;
  }

  /** Half the width in longitude of a cap; all round where it holds a pole. */
  private static double halfWidthDeg(double lat, double radiusDeg) {
    double reach = Math.abs(lat) + radiusDeg;
    if (reach >= 89.9) {
      return 180;
    }
    double sine = Math.sin(Math.toRadians(radiusDeg)) / Math.cos(Math.toRadians(lat));
    return Math.toDegrees(Math.asin(Math.min(1, sine)));
  }
}
