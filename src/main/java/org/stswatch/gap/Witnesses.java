package org.stswatch.gap;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stswatch.event.Gap;
import org.stswatch.event.Reception;
import org.stswatch.event.state.AreaHour;
import org.stswatch.event.state.Presence;
import org.stswatch.geo.Geodesy;

/**
 * Who else was heard near the place where a vessel fell silent, and what that makes of the silence.
 * A naive silence floods: of 352 tankers with more than 8 h of it 29 were dark (Windward). After
 * Eykon, whose silences are void where the coverage died.
 */
public final class Witnesses {
  /** Heard within, metres (domain rule E7). */
  public static final double WITHIN_M = 50_000;

  /** So many make a silence stand out (domain rule E7). */
  public static final int LEAST = 3;

  /**
   * Reception is live while somebody is heard in the last hours before the gap opens; of the hours
   * before the silence so many show that there was reception at all. Own choice.
   */
  static final int LIVE_HOURS = 3;

  /** A ship under way, which can leave the area in which ships are heard, knots: own choice. */
  private static final double UNDER_WAY_KN = 4;

  /** Ahead is within this of the course, degrees: own choice. */
  private static final double AHEAD_DEG = 60;

  /** And farther than this, metres: nearer ones do not tell how far reception goes. Own choice. */
  private static final double AHEAD_BEYOND_M = 10_000;

  private static final int HOUR_S = 3600;

  private final Gap gap;
  private final AreaState area;
  private final int startHour;
  private final int openHour;

  private Witnesses(Gap gap, AreaState area) {
    this.gap = gap;
    this.area = area;
    long startS = gap.getStart().getEpochSecond();
    this.startHour = (int) Math.floorDiv(startS, HOUR_S);
    this.openHour = (int) Math.floorDiv(startS + gap.getThresholdMinutes() * 60L, HOUR_S);
  }

  /** The gap with what its neighbours make of it. All hours up to its opening must be known. */
  static Gap judged(Gap gap, AreaState area) {
    return new Witnesses(gap, area).judged();
  }

  private Gap judged() {
    int before = vessels(startHour - LIVE_HOURS + 1, startHour, p -> true).size();
    int during = vessels(startHour + 1, openHour, p -> true).size();
    int atLast = vessels(openHour - LIVE_HOURS + 1, openHour, p -> true).size();
    return Gap.newBuilder(gap)
        .setWitnesses(during)
        .setWitnessesBefore(before)
        .setJumpers(Jumps.around(gap, area))
        .setReception(reception(before, during, atLast))
        .build();
  }

  private Reception reception(int before, int during, int atLast) {
    if (before >= LEAST && atLast == 0) {
      return Reception.VOID;
    } else if (during < LEAST) {
      return Reception.UNSCORED;
    } else if (leavesCoverage()) {
      return Reception.OUT_OF_COVERAGE;
    }
    return gap.getCadenceMinutes() == null ? Reception.NO_BASELINE : Reception.HEARD;
  }

  /** Under way, and nobody is heard where it was heading, before or during the silence. */
  private boolean leavesCoverage() {
    Double kn = gap.getStartSpeedKn();
    Double courseDeg = gap.getStartCourseDeg();
    return kn != null
        && courseDeg != null
        && kn >= UNDER_WAY_KN
        && vessels(startHour - LIVE_HOURS + 1, openHour, p -> isAhead(p, courseDeg)).isEmpty();
  }

  private boolean isAhead(Presence p, double courseDeg) {
    if (metresTo(p) <= AHEAD_BEYOND_M) {
      return false;
    }
    double lat = p.getLat6() / 1e6;
    double lon = p.getLon6() / 1e6;
    double bearing = Geodesy.courseDeg(gap.getStartLat(), gap.getStartLon(), lat, lon);
    double off = Math.abs((bearing - courseDeg + 540) % 360 - 180);
    return off <= AHEAD_DEG;
  }

  private Set<String> vessels(int fromHour, int toHour, Predicate<Presence> which) {
    Set<String> vessels = new TreeSet<>();
    for (AreaHour hour : area.hours().between(fromHour, toHour)) {
      for (Presence p : hour.getHeard()) {
        boolean other = !p.getVessel().equals(gap.getVessel());
        if (other && metresTo(p) <= WITHIN_M && which.test(p)) {
          vessels.add(p.getVessel());
        }
      }
    }
    return vessels;
  }

  private double metresTo(Presence p) {
    return Geodesy.distanceM(
        gap.getStartLat(), gap.getStartLon(), p.getLat6() / 1e6, p.getLon6() / 1e6);
  }
}
