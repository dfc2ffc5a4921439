package org.stswatch.geo;

import com.google.common.geometry.R2Vector;
import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Cells of the sphere (S2) in which ships are looked for: each position goes to every cell that a
 * cap around it touches, so that the cell which holds the middle of two ships sees both. S2 has no
 * seam at the antimeridian or the poles.
 */
public final class Cells {
  /**
   * Positions are rounded and the cap is widened by this share, so that no pair is lost to
   * rounding.
   */
  private static final double WIDER = 1.02;

  /** Smaller cells than these (about 4 km) would only multiply the copies of each position. */
  private static final int FINEST_LEVEL = 11;

  private final int level;
  private final double radiusRad;

  /**
   * @param radiusM radius of the cap around each position, metres
   */
  public Cells(double radiusM) {
    this.radiusRad = radiusM * WIDER / Geodesy.EARTH_RADIUS_M;
    int fitting = S2Projections.PROJ.minWidth.getMaxLevel(2 * radiusRad);
    this.level = Math.min(FINEST_LEVEL, fitting);
  }

  /**
   * The ids of all cells that the cap around this place touches; the cell that holds it comes
   * first.
   */
  public long[] around(double lat, double lon) {
    S2Point point = S2LatLng.fromDegrees(lat, lon).toPoint();
    S2CellId home = S2CellId.fromPoint(point).parent(level);
    if (leastToBorderRad(point) > radiusRad
        || new S2Cell(home).getBoundaryDistance(point).toAngle().radians() > radiusRad) {
      return new long[] {home.id()};
    }
    LongStream.Builder ids = LongStream.builder().add(home.id());
    List<S2CellId> neighbours = new ArrayList<>(8);
    home.getAllNeighbors(level, neighbours);
    for (S2CellId n : neighbours) {
      S1Angle distance = new S2Cell(n).getDistance(point).toAngle();
      if (distance.radians() <= radiusRad) {
        ids.add(n.id());
      }
    }
    return ids.build().distinct().toArray();
  }

  /**
   * The border of the cell around this point is at least so far, radians: its distance in the
   * square coordinates of S2's cell space, times the least width that a cell of this level has
   * anywhere. Cheaper than the distance itself, and enough for most ships.
   */
  private double leastToBorderRad(S2Point point) {
    int face = S2Projections.xyzToFace(point);
    R2Vector uv = S2Projections.validFaceXyzToUv(face, point);
    double cells = 1 << level;
    double least = Math.min(toBorder(uv.x(), cells), toBorder(uv.y(), cells));
    return least * S2Projections.PROJ.minWidth.getValue(level);
  }

  /** Share of a cell's width. */
  private static double toBorder(double u, double cells) {
    double place = S2Projections.PROJ.uvToST(u) * cells;
    double share = place - Math.floor(place);
    return Math.min(share, 1 - share);
  }

  /** The id of a cell as a short text. */
  public static String token(long id) {
    return new S2CellId(id).toToken();
  }

  /**
   * The id of the cell that holds the middle of two places: the normalised sum of their unit
   * vectors.
   */
  public long ofMiddle(double lat1, double lon1, double lat2, double lon2) {
    S2Point sum =
        S2LatLng.fromDegrees(lat1, lon1).toPoint().add(S2LatLng.fromDegrees(lat2, lon2).toPoint());
    return S2CellId.fromPoint(sum.normalize()).parent(level).id();
  }
}
