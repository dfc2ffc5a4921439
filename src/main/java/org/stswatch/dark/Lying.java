package org.stswatch.dark;

import java.util.Optional;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Reach.Span;

/**
 * A stop and the silences in which others could have joined it. Immutable.
 *
 * @param startS of the stop, s since 1970
 * @param endS of the stop, s since 1970
 * @param silent by the ship that was silent
 */
record Lying(String id, Stop stop, long startS, long endS, Few<Gap> silent) implements Hours.Ended {
  static Lying alone(Stop stop) {
    long startS = stop.getStart().getEpochSecond();
    return new Lying(id(stop), stop, startS, stop.getEnd().getEpochSecond(), Few.none());
  }

  static String id(Stop stop) {
    return stop.getVessel() + " " + stop.getStart().getEpochSecond();
  }

  Lying and(Gap gap) {
    return new Lying(id, stop, startS, endS, silent.and(gap.getVessel(), gap));
  }

  /** When this silent ship may have lain beside, where that was long enough. */
  Optional<Silent.Chance> joinedBy(Silent ship) {
    if (commonS(ship) < Reach.DWELL_S || ship.vessel().equals(stop.getVessel())) {
      return Optional.empty();
    }
    return Optional.of(there(ship)).filter(Span::isStay).map(span -> new Silent.Chance(stop, span));
  }

  /** How much of it lies in the silence, s; less than 0 where it was before or after. */
  long commonS(Silent ship) {
    return Math.min(endS, ship.endS()) - Math.max(startS, ship.startS());
  }

  /** When this silent ship may have lain beside, however short that is. */
  Span there(Silent ship) {
    return new Span(startS, endS).and(ship.reach().at(stop.getLat(), stop.getLon()));
  }
}
