package org.stswatch.geo;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cells of the sphere (S2) so large that few of them hold all that a ship can reach in half a day:
 * in them silent ships and those that wait for them are looked for.
 */
public final class Waters {
  /**
   * Cells of about 290 km: a silence of 12 h reaches 130 km, and so one to four of them. Own
   * choice.
   */
  private static final int LEVEL = 5;

  /** Distances are rounded, so that the reach is taken a little larger. */
  private static final double WIDER_M = 1000;

  private Waters() {}

  /** The waters that hold a place, as a Kafka key. */
  public static String of(double lat, double lon) {
    return cell(lat, lon).toToken();
  }

  /** All waters that this reach touches. */
  public static Set<String> of(Reach reach) {
    S2Point off = point(reach.gap().getStartLat(), reach.gap().getStartLon());
    S2Point on = point(reach.endLat(), reach.endLon());
    double mostRad = (reach.sumM() + WIDER_M) / Geodesy.EARTH_RADIUS_M;
    Set<String> touched = new TreeSet<>();
    Queue<S2CellId> open =
        new ArrayDeque<>(List.of(cell(reach.gap().getStartLat(), reach.gap().getStartLon())));
    while (!open.isEmpty()) {
      S2CellId id = open.remove();
      if (!touched.contains(id.toToken()) && leastRad(new S2Cell(id), off, on) <= mostRad) {
        touched.add(id.toToken());
        List<S2CellId> around = new ArrayList<>(8);
        id.getAllNeighbors(LEVEL, around);
        open.addAll(around);
      }
    }
    return touched;
  }

  /** No way from one place over this cell to the other is shorter. */
  private static double leastRad(S2Cell cell, S2Point off, S2Point on) {
    return cell.getDistance(off).toAngle().radians() + cell.getDistance(on).toAngle().radians();
  }

  private static S2CellId cell(double lat, double lon) {
    return S2CellId.fromPoint(point(lat, lon)).parent(LEVEL);
  }

  private static S2Point point(double lat, double lon) {
    return S2LatLng.fromDegrees(lat, lon).toPoint();
  }
}
