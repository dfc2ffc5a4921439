package org.stswatch.dark;

import java.util.Optional;
import java.util.stream.Stream;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Reach.Span;
import org.stswatch.geo.Waters;

/**
 * Two silences in which two ships could have been at one place for as long as a transfer takes
 * (E5). Found once, in the waters that hold that place.
 *
 * @param first the silence of the lower vessel key
 * @param other that of the other one
 * @param lat of the place, degrees north
 * @param lon of the place, degrees east
 * @param span when both could have been there
 */
record Both(Reach first, Reach other, double lat, double lon, Span span) {
  /** Both fell silent within, s (Sentinel GIP: within one day). */
  static final int WITHIN_S = 24 * 3600;

  /** Last heard within, metres: 50 nm, the outermost of RadianceFleet's rings. */
  static final double APART_M = 50 * Geodesy.METRES_PER_NM;

  /** Farther apart only where neither could have gone far, metres of the smaller half axis. */
  static final int NARROW_M = 25_000;

  /** The same as the square of a chord of the unit sphere. */
  private static final double APART_CHORD2 =
      Math.pow(2 * Math.sin(APART_M / Geodesy.EARTH_RADIUS_M / 2), 2);

  /** Only so near to the limit, as a part of it, is the distance itself needed. */
  private static final double MARGIN = 0.001;

  static Optional<Both> of(Silent one, Silent two) {
    if (beganApartS(one, two) > WITHIN_S
        || commonS(one, two) < Reach.DWELL_S
        || one.vessel().equals(two.vessel())
        || !isNear(one, two)) {
      return Optional.empty();
    }
    return one.vessel().compareTo(two.vessel()) < 0
        ? met(one.reach(), two.reach())
        : met(two.reach(), one.reach());
  }

  static long beganApartS(Silent one, Silent two) {
    return Math.abs(one.startS() - two.startS());
  }

  /** Last heard near each other, or neither can have gone far. */
  static boolean isNear(Silent one, Silent two) {
    return areNear(one, two) || isNarrow(one.reach()) && isNarrow(two.reach());
  }

  /** For how long both were silent, s; less than 0 where one was silent after the other. */
  static long commonS(Silent one, Silent two) {
    return Math.min(one.endS(), two.endS()) - Math.max(one.startS(), two.startS());
  }

  /** The longest time that both could have been at one of the places asked for, s. */
  static long longestS(Reach one, Reach two) {
    return Stream.of(places(one, two))
        .map(p -> one.at(p[0], p[1]).and(two.at(p[0], p[1])))
        .mapToLong(span -> span.toS() - span.fromS())
        .max()
        .orElseThrow();
  }

  /** At the first of a few places at which both could have been. */
  private static Optional<Both> met(Reach first, Reach other) {
    for (double[] p : places(first, other)) {
      Span span = first.at(p[0], p[1]).and(other.at(p[0], p[1]));
      if (span.isStay()) {
        return Optional.of(new Both(first, other, p[0], p[1], span));
      }
    }
    return Optional.empty();
  }

  private static double[][] places(Reach first, Reach other) {
    Middle last = middle(start(first), start(other));
    Middle next = middle(end(first), end(other));
    return new double[][] {
      {last.lat(), last.lon()},
      start(first),
      start(other),
      {next.lat(), next.lon()},
      end(first),
      end(other)
    };
  }

  /** The silence of the other ship. */
  Reach besides(Reach one) {
    return isFirst(one) ? other : first;
  }

  boolean isFirst(Reach one) {
    return one.vessel().equals(first.vessel());
  }

  /** Between their last fixes before, metres. */
  int metresApart() {
    return metresApart(first, other);
  }

  static int metresApart(Reach one, Reach two) {
    return (int)
        Math.round(
            Geodesy.distanceM(
                one.gap().getStartLat(),
                one.gap().getStartLon(),
                two.gap().getStartLat(),
                two.gap().getStartLon()));
  }

  String waters() {
    return Waters.of(lat, lon);
  }

  private static boolean areNear(Silent one, Silent two) {
    double chord2 = one.last().getDistance2(two.last());
    return chord2 < APART_CHORD2 * (1 - MARGIN)
        || chord2 < APART_CHORD2 * (1 + MARGIN) && metresApart(one.reach(), two.reach()) < APART_M;
  }

  private static boolean isNarrow(Reach reach) {
    return reach.semiMinorM() <= NARROW_M;
  }

  private static Middle middle(double[] one, double[] other) {
    return Middle.NOWHERE.and(one[0], one[1]).and(other[0], other[1]);
  }

  private static double[] start(Reach reach) {
    return new double[] {reach.gap().getStartLat(), reach.gap().getStartLon()};
  }

  private static double[] end(Reach reach) {
    return new double[] {reach.endLat(), reach.endLon()};
  }
}
