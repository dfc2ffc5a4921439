package org.stswatch.dark;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Reach.Span;

/**
 * A silence and what it may have hidden in some waters. Immutable.
 *
 * @param startS its last fix, s since 1970
 * @param endS its first fix after, s since 1970
 * @param last where it was heard last, on the unit sphere
 * @param stops of others that its ship could have joined
 * @param partners with whom it could have met, both unseen
 */
record Silent(
    String id,
    Reach reach,
    long startS,
    long endS,
    S2Point last,
    Few<Chance> stops,
    Few<Both> partners)
    implements Hours.Ended {
  /** A stop and when a silent ship may have lain beside. */
  record Chance(Stop stop, Span span) {}

  static Silent alone(Reach reach) {
    Gap gap = reach.gap();
    S2Point last = S2LatLng.fromDegrees(gap.getStartLat(), gap.getStartLon()).toPoint();
    return new Silent(
        gap.getGapId(), reach, reach.startS(), reach.endS(), last, Few.none(), Few.none());
  }

  Silent and(Chance chance) {
    return new Silent(
        id, reach, startS, endS, last, stops.and(chance.stop().getVessel(), chance), partners);
  }

  Silent and(Both both) {
    return new Silent(
        id, reach, startS, endS, last, stops, partners.and(both.besides(reach).vessel(), both));
  }

  String vessel() {
    return reach.vessel();
  }

  Gap gap() {
    return reach.gap();
  }
}
