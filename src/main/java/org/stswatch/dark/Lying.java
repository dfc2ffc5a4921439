package org.stswatch.dark;

import java.util.Optional;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Reach.Span;

/**
 * A stop and the silences in which others could have joined it. Immutable.
 *
 * @param silent by the ship that was silent
 */
record Lying(Stop stop, Few<Gap> silent) implements Hours.Ended {
  static Lying alone(Stop stop) {
    return new Lying(stop, Few.none());
  }

  Lying and(Gap gap) {
    return new Lying(stop, silent.and(gap.getVessel(), gap));
  }

  /** When this silent ship may have lain beside, where that was long enough. */
  Optional<Silent.Chance> joinedBy(Reach reach) {
    Span lay = new Span(stop.getStart().getEpochSecond(), stop.getEnd().getEpochSecond());
    if (reach.vessel().equals(stop.getVessel())
        || !lay.and(new Span(reach.startS(), reach.endS())).isStay()) {
      return Optional.empty();
    }
    return Optional.of(lay.and(reach.at(stop.getLat(), stop.getLon())))
        .filter(Span::isStay)
        .map(span -> new Silent.Chance(stop, span));
  }

  @Override
  public long endS() {
    return stop.getEnd().getEpochSecond();
  }

  @Override
  public String id() {
    return id(stop);
  }

  static String id(Stop stop) {
    return stop.getVessel() + " " + stop.getStart().getEpochSecond();
  }
}
