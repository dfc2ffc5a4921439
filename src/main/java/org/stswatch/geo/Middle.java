package org.stswatch.geo;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;

/**
 * The middle of places on the sphere: the normalised sum of their unit vectors, right across the
 * antimeridian.
 *
 * @param x sum of the first coordinates
 * @param y sum of the second
 * @param z sum of the third, towards the north pole
 */
public record Middle(double x, double y, double z) {
  /** Of no place yet. */
  public static final Middle NOWHERE = new Middle(0, 0, 0);

  /** With a place in degrees. Add in a fixed order: floating-point sums depend on it. */
  public Middle and(double lat, double lon) {
    S2Point p = S2LatLng.fromDegrees(lat, lon).toPoint();
    return and(new Middle(p.getX(), p.getY(), p.getZ()));
  }

  /** With what was added up apart from this one. */
  public Middle and(Middle other) {
    return new Middle(x + other.x, y + other.y, z + other.z);
  }

  /** Latitude in degrees, rounded to 1e-5 (about a metre). */
  public double lat() {
    return Math.round(new S2LatLng(new S2Point(x, y, z)).latDegrees() * 1e5) / 1e5;
  }

  /** Longitude in degrees, rounded to 1e-5. */
  public double lon() {
    return Math.round(new S2LatLng(new S2Point(x, y, z)).lngDegrees() * 1e5) / 1e5;
  }
}
