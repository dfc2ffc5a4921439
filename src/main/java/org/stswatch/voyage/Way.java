package org.stswatch.voyage;

import org.stswatch.geo.Geodesy;

/**
 * From one fix to the next that is judged, at least {@link #SHORTEST_S} later: over a shorter time
 * the noise of a position would look like speed.
 *
 * @param fromS s since 1970
 * @param to the fix at its end
 * @param metres great-circle length
 */
record Way(int fromS, int fromLat6, int fromLon6, Fix to, double metres) {
  /** s; a position is wrong by some 10 m, which over ten minutes is 0.03 kn. */
  static final int SHORTEST_S = 600;

  static Way between(int fromS, int fromLat6, int fromLon6, Fix to) {
    return new Way(fromS, fromLat6, fromLon6, to, to.metresFrom(fromLat6, fromLon6));
  }

  int seconds() {
    return to.timeS() - fromS;
  }

  /** Speed made good, rounded to 0.01 kn before it meets a threshold. */
  double knots() {
    return Math.round(Geodesy.knots(metres, seconds()) * 100) / 100.0;
  }
}
