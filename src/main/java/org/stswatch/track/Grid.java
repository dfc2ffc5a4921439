package org.stswatch.track;

import com.google.common.geometry.S2LatLng;
import org.stswatch.geo.Geodesy;

/**
 * A grid time that a segment covers.
 *
 * @param timeS s since 1970; 0 for none
 * @param lat6 latitude then, 1e-6 degrees
 * @param lon6 longitude then, 1e-6 degrees
 * @param beforeS grid time at which the ship was heard before that, s since 1970; 0 for none
 * @param slowSinceS start of the slow stretch that runs into this grid time, s since 1970
 */
record Grid(int timeS, int lat6, int lon6, int beforeS, int slowSinceS) {
  static final Grid NONE = new Grid(0, 0, 0, 0, 0);

  /** A ship that drifts stays below this, knots. */
  private static final double DRIFT_MAX_KN = 2;

  /**
   * The next grid time that is covered.
   *
   * @param heardS last grid time before it at which the ship was heard on any segment
   */
  Grid next(int nextS, S2LatLng at, int heardS, int stepS) {
    int lat6Then = (int) Math.round(at.latDegrees() * 1e6);
    int lon6Then = (int) Math.round(at.lngDegrees() * 1e6);
    int before = Math.min(heardS, nextS - stepS);
    boolean known = timeS != 0 && nextS - timeS <= Walk.REMEMBER_S;
    double metres = Geodesy.distanceM(lat6 / 1e6, lon6 / 1e6, lat6Then / 1e6, lon6Then / 1e6);
    boolean slow = known && Geodesy.knots(metres, nextS - timeS) < DRIFT_MAX_KN;
    return new Grid(
        nextS,
        lat6Then,
        lon6Then,
        nextS - before > Walk.REMEMBER_S ? 0 : before,
        slow ? slowSinceS : nextS);
  }
}
