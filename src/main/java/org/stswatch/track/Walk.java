package org.stswatch.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.SegmentTip;
import org.stswatch.event.state.TrackBase;
import org.stswatch.geo.Geodesy;

/**
 * A walk along the fixes of a vessel in the order of time: splits them into segments and gives the
 * samples between them. Immutable: the same fixes from the same start give the same walk.
 *
 * @param heardS last grid time covered by any segment, s since 1970; 0 for none
 * @param segments open segments, by start
 */
record Walk(int heardS, List<SegmentTip> segments) {
  /** A ship does not sail faster between two fixes, knots (Global Fishing Watch's segmenter). */
  private static final double SEGMENT_MAX_KN = 25;

  /** Added to the time between two fixes: receivers' clocks differ by this, s. */
  private static final int SEGMENT_SLACK_S = 60;

  /** A segment is open for this long after its last fix, s (Global Fishing Watch's segmenter). */
  private static final int SEGMENT_OPEN_S = 8 * 3600;

  /** More segments at once are noise; the ones heard last are kept. */
  private static final int MOST_SEGMENTS = 8;

  /**
   * What lies farther back than this is forgotten; above the longest silence that may be bridged,
   * s.
   */
  static final int REMEMBER_S = 25 * 3600;

  /** A ship that drifts stays below this, knots. */
  static final double DRIFT_MAX_KN = 2;

  /**
   * Ways shorter in time than this are judged as if they took it: the noise of two positions is not
   * speed, s.
   */
  private static final int SHORTEST_WAY_S = 60;

  static Walk from(TrackBase base) {
    return new Walk(base.getHeardS(), base.getSegments());
  }

  /** The walk after one more fix, and what that fix gave. */
  record Paced(Walk walk, int segmentS, List<Sample> samples) {}

  /** Goes on to the next fix. */
  Paced next(Fix fix, String vessel, TrackSettings settings) {
    SegmentTip tip = nearest(fix, settings);
    if (tip == null) {
      int startS = freeStart(fix.timeS());
      return new Paced(begin(fix, startS), startS, List.of());
    }
    Way way = new Way(tip, fix, vessel, settings);
    Way.Covered covered = way.cover(heardS);
    return new Paced(
        new Walk(Math.max(heardS, covered.tip().getGridS()), with(covered.tip())),
        tip.getStartS(),
        covered.samples());
  }

  private @Nullable SegmentTip nearest(Fix fix, TrackSettings settings) {
    SegmentTip best = null;
    double bestKn = settings.split() ? SEGMENT_MAX_KN : Double.POSITIVE_INFINITY;
    for (SegmentTip tip : segments) {
      int seconds = fix.timeS() - tip.getLastS();
      if (settings.split() && seconds > SEGMENT_OPEN_S) {
        continue;
      }
      double metres = fix.distanceM(tip.getLat6(), tip.getLon6());
      double kn = Geodesy.knots(metres, seconds + SEGMENT_SLACK_S);
      if (kn < bestKn || (best == null && kn <= bestKn)) {
        best = tip;
        bestKn = kn;
      }
    }
    return best;
  }

  /** A new segment goes on where the ship was last: its slow stretch may span the silence. */
  private Walk begin(Fix fix, int startS) {
    SegmentTip last = segments.stream().max(BY_LAST).orElse(null);
    SegmentTip tip =
        last != null && fix.timeS() - last.getGridS() <= REMEMBER_S
            ? tip(fix, startS, last)
            : new SegmentTip(startS, fix.timeS(), fix.lat6(), fix.lon6(), 0, 0, 0, 0, 0, 0, 1);
    return new Walk(heardS, with(tip));
  }

  private static SegmentTip tip(Fix fix, int startS, SegmentTip last) {
    return new SegmentTip(
        startS,
        fix.timeS(),
        fix.lat6(),
        fix.lon6(),
        last.getGridS(),
        last.getGridLat6(),
        last.getGridLon6(),
        last.getBeforeS(),
        last.getSlowSinceS(),
        0,
        1);
  }

  /** The start names the segment: two that begin in one second are told apart. */
  private int freeStart(int timeS) {
    int startS = timeS;
    for (SegmentTip tip : segments) {
      startS = tip.getStartS() == startS ? startS + 1 : startS;
    }
    return startS;
  }

  private static final Comparator<SegmentTip> BY_LAST =
      Comparator.comparingInt(SegmentTip::getLastS).thenComparingInt(SegmentTip::getStartS);

  private List<SegmentTip> with(SegmentTip tip) {
    List<SegmentTip> tips = new ArrayList<>(segments.size() + 1);
    tips.add(tip);
    for (SegmentTip other : segments) {
      boolean open = tip.getLastS() - other.getLastS() <= SEGMENT_OPEN_S;
      if (other.getStartS() != tip.getStartS() && open) {
        tips.add(other);
      }
    }
    tips.sort(BY_LAST.reversed());
    List<SegmentTip> kept = tips.subList(0, Math.min(tips.size(), MOST_SEGMENTS));
    kept.sort(Comparator.comparingInt(SegmentTip::getStartS));
    return List.copyOf(kept);
  }

  /**
   * Whether two segments with fixes enough to contest each other were heard at once within this
   * time.
   */
  boolean mayContest(int withinS) {
    int from = lastS() - withinS;
    for (SegmentTip a : segments) {
      for (SegmentTip b : segments) {
        boolean enough = a.getFixes() >= Contest.FIXES && b.getFixes() >= Contest.FIXES;
        boolean atOnce = a.getStartS() < b.getStartS() && a.getLastS() > b.getStartS();
        if (enough && atOnce && Math.min(a.getLastS(), b.getLastS()) >= from) {
          return true;
        }
      }
    }
    return false;
  }

  int lastS() {
    return segments.stream().mapToInt(SegmentTip::getLastS).max().orElse(0);
  }

  /** Speed of a way, knots. */
  static double wayKn(double metres, int seconds) {
    return Geodesy.knots(metres, Math.max(seconds, SHORTEST_WAY_S));
  }
}
