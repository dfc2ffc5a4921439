package org.stswatch.geo;

import java.util.Objects;
import java.util.Optional;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;

/**
 * Where a silent ship may have been: from its last fix, at most at the speed of a tanker, somewhere
 * for as long as a transfer takes at least, and on to its first fix after. Seen over the whole
 * silence that is an ellipse whose foci are the two fixes.
 *
 * @param gap the silence, which is over
 * @param apartM between its two fixes, metres
 * @param sumM longest way that it may have sailed, metres
 */
public record Reach(Gap gap, double apartM, double sumM) {
  /** Speed of a coastal tanker at most, knots (domain rule E4). */
  public static final double MOST_KN = 14;

  /** Shortest stay that is a transfer, s (domain rule E4; the shortest encounter as well). */
  public static final int DWELL_S = 2 * 3600;

  /**
   * Longer silences say nothing of any particular place, s: after four days a ship of 14 kn may
   * have been 1,200 km away and back. The press spoke of "a few days" (Reuters, 29 December 2017).
   * Own choice.
   */
  public static final int LONGEST_S = 96 * 3600;

  /** The same, metres a second. */
  public static final double MOST_M_S = MOST_KN * Geodesy.METRES_PER_NM / 3600;

  /** The reach of a silence that is over, short enough, and leaves time for a stay. */
  public static Optional<Reach> of(Gap gap) {
    return between(gap)
        .filter(r -> r.lastsS() <= LONGEST_S && r.lastsS() > DWELL_S && r.apartM <= r.sumM);
  }

  /** The same of any silence that is over, be it that the ship had no time for a stay. */
  public static Optional<Reach> between(Gap gap) {
    Double endLat = gap.getEndLat();
    Double endLon = gap.getEndLon();
    if (gap.getStatus() != GapStatus.CLOSED
        || gap.getEnd() == null
        || endLat == null
        || endLon == null) {
      return Optional.empty();
    }
    long seconds = gap.getEnd().getEpochSecond() - gap.getStart().getEpochSecond();
    double sumM = MOST_M_S * (seconds - DWELL_S);
    double apartM = Geodesy.distanceM(gap.getStartLat(), gap.getStartLon(), endLat, endLon);
    return Optional.of(new Reach(gap, apartM, sumM));
  }

  private long lastsS() {
    return endS() - startS();
  }

  public String vessel() {
    return gap.getVessel();
  }

  /** Its last fix, s since 1970. */
  public long startS() {
    return gap.getStart().getEpochSecond();
  }

  /** Its first fix after, s since 1970. */
  public long endS() {
    return Objects.requireNonNull(gap.getEnd()).getEpochSecond();
  }

  public double endLat() {
    return Objects.requireNonNull(gap.getEndLat());
  }

  public double endLon() {
    return Objects.requireNonNull(gap.getEndLon());
  }

  /** When it may have been at a place; shorter than a stay, or less than nothing, where not. */
  public Span at(double lat, double lon) {
    if (Geodesy.northM(gap.getStartLat(), lat) > sumM + 1) {
      return Span.NEVER;
    }
    double thereM = Geodesy.distanceM(gap.getStartLat(), gap.getStartLon(), lat, lon);
    if (thereM > sumM) {
      return Span.NEVER;
    }
    double backM = Geodesy.distanceM(lat, lon, endLat(), endLon());
    return new Span(
        startS() + Math.round(thereM / MOST_M_S), endS() - Math.round(backM / MOST_M_S));
  }

  /** Distance of the nearer one of its two fixes, metres. */
  public int nearestM(double lat, double lon) {
    double lastM = Geodesy.distanceM(gap.getStartLat(), gap.getStartLon(), lat, lon);
    return (int) Math.round(Math.min(lastM, Geodesy.distanceM(lat, lon, endLat(), endLon())));
  }

  /** Smaller half axis of the ellipse, metres. */
  public int semiMinorM() {
    return (int) Math.round(Math.sqrt(sumM * sumM - apartM * apartM) / 2);
  }

  /** Area of the ellipse as on a plane, square kilometres. */
  public int areaKm2() {
    return (int) Math.round(Math.PI * sumM / 2 * semiMinorM() / 1e6);
  }

  /**
   * A time between two seconds since 1970.
   *
   * @param fromS first second
   * @param toS last second
   */
  public record Span(long fromS, long toS) {
    static final Span NEVER = new Span(Long.MAX_VALUE / 4, Long.MIN_VALUE / 4);

    /** What both have in common. */
    public Span and(Span other) {
      return new Span(Math.max(fromS, other.fromS), Math.min(toS, other.toS));
    }

    /** From the start of the earlier one to the end of the later one. */
    public Span to(Span other) {
      return new Span(Math.min(fromS, other.fromS), Math.max(toS, other.toS));
    }

    /** Whether it is long enough for a transfer. */
    public boolean isStay() {
      return toS - fromS >= DWELL_S;
    }
  }
}
