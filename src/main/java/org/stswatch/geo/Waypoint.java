package org.stswatch.geo;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A place on a ship's way.
 *
 * @param timeS s since 1970
 * @param lat6 latitude, 1e-6 degrees
 * @param lon6 longitude, 1e-6 degrees
 */
public record Waypoint(int timeS, int lat6, int lon6) {
  private static final int BYTES = 12;

  /** 12 bytes each, in the order given. */
  public static ByteBuffer pack(List<Waypoint> way) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES * way.size());
    way.forEach(w -> bytes.putInt(w.timeS).putInt(w.lat6).putInt(w.lon6));
    return bytes.flip();
  }

  /** What was packed. */
  public static List<Waypoint> unpack(ByteBuffer packed) {
    ByteBuffer bytes = packed.duplicate();
    List<Waypoint> way = new ArrayList<>(bytes.remaining() / BYTES);
    while (bytes.hasRemaining()) {
      way.add(new Waypoint(bytes.getInt(), bytes.getInt(), bytes.getInt()));
    }
    return way;
  }

  /**
   * The places between the first and the last one that are needed to know where the ship was: at
   * each of the others it was so near the straight way, at even speed, between those next to it
   * (Douglas and Peucker, in time as well as in place).
   */
  public static List<Waypoint> bends(List<Waypoint> way, int withinM) {
    List<Waypoint> kept = new ArrayList<>(0);
    bends(way, 0, way.size() - 1, withinM, kept);
    return kept;
  }

  private static void bends(
      List<Waypoint> way, int first, int last, int withinM, List<Waypoint> kept) {
    int farthest = -1;
    int mostM = withinM;
    for (int i = first + 1; i < last; i++) {
      Waypoint w = way.get(i);
      int offM = way.get(first).towards(way.get(last), w.timeS).metresTo(w.lat(), w.lon());
      if (offM > mostM) {
        farthest = i;
        mostM = offM;
      }
    }
    if (farthest >= 0) {
      bends(way, first, farthest, withinM, kept);
      kept.add(way.get(farthest));
      bends(way, farthest, last, withinM, kept);
    }
  }

  /** Where a ship is at a time between that goes straight from here to there at even speed. */
  public Waypoint towards(Waypoint there, int atS) {
    int seconds = there.timeS - timeS;
    if (seconds <= 0 || atS <= timeS || atS >= there.timeS) {
      return atS >= there.timeS ? there : this;
    }
    double share = (atS - timeS) / (double) seconds;
    S2LatLng between = new S2LatLng(point().mul(1 - share).add(there.point().mul(share)));
    return new Waypoint(
        atS,
        (int) Math.round(between.latDegrees() * 1e6),
        (int) Math.round(between.lngDegrees() * 1e6));
  }

  private S2Point point() {
    return S2LatLng.fromDegrees(lat(), lon()).toPoint();
  }

  /** Distance of a place in degrees, metres. */
  public int metresTo(double lat, double lon) {
    return (int) Math.round(Geodesy.distanceM(lat(), lon(), lat, lon));
  }

  /** Distance of another place, metres. */
  public int metresTo(Waypoint other) {
    return metresTo(other.lat(), other.lon());
  }

  /** Degrees north. */
  public double lat() {
    return lat6 / 1e6;
  }

  /** Degrees east. */
  public double lon() {
    return lon6 / 1e6;
  }
}
