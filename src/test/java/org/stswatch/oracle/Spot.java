package org.stswatch.oracle;

import org.stswatch.geo.Geodesy;

/**
 * Where a slow ship was at a grid time.
 *
 * @param segment which of the tracks of this vessel key, from 0 on in the order of their starts
 * @param timeS grid time, s since 1970
 * @param contested the key was used at two places at once around that time
 * @param slowSinceS since when the ship had been slow without a break, s since 1970
 * @param heardBeforeS the grid time before at which the key was heard, s since 1970; 0 for none
 * @param fix at or before the grid time
 */
record Spot(
    String vessel,
    int segment,
    int timeS,
    int lat6,
    int lon6,
    boolean contested,
    int slowSinceS,
    int heardBeforeS,
    Fix fix) {

  double lat() {
    return lat6 / 1e6;
  }

  double lon() {
    return lon6 / 1e6;
  }

  double metresTo(Spot other) {
    return Geodesy.distanceM(lat(), lon(), other.lat(), other.lon());
  }

  Spot withContested() {
    return new Spot(vessel, segment, timeS, lat6, lon6, true, slowSinceS, heardBeforeS, fix);
  }
}
