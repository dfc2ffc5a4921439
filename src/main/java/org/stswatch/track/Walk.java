package org.stswatch.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.TrackBase;
import org.stswatch.geo.Geodesy;

/**
 * A walk along the fixes of a vessel in the order of time: splits them into segments and gives the
 * samples between them. Immutable: the same fixes from the same start give the same walk.
 *
 * @param heardS last grid time covered by any segment, s since 1970; 0 for none
 * @param segments open segments, by start
 */
record Walk(int heardS, List<Segment> segments) {
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

  static Walk from(TrackBase base) {
    return new Walk(base.getHeardS(), base.getSegments().stream().map(Segment::of).toList());
  }

  /** The base behind which all that this walk has passed is forgotten. */
  TrackBase stored(int baseS) {
    return new TrackBase(baseS, heardS, segments.stream().map(Segment::stored).toList());
  }

  /** The walk after one more fix, and what that fix gave. */
  record Paced(Walk walk, int segmentS, List<Sample> samples) {}

  /**
   * Goes on to the next fix. It belongs to the open segment that needs the least speed for it, or
   * begins one.
   */
  Paced next(Fix fix, String vessel, TrackSettings settings) {
    Reach reach = reach(fix, settings.split());
    if (reach == null) {
      Segment begun = begin(fix);
      return new Paced(new Walk(heardS, with(begun)), begun.startS(), List.of());
    }
    Way.Covered covered =
        new Way(reach.segment(), fix, reach.metres(), vessel, settings).cover(heardS);
    Segment on = covered.segment();
    int heard = Math.max(heardS, on.grid().timeS());
    return new Paced(new Walk(heard, with(on)), on.startS(), covered.samples());
  }

  /** A segment, and how far from its last fix the next one lies, metres. */
  private record Reach(Segment segment, double metres) {}

  /**
   * The open segment that needs the least speed for this fix. The longer ago a jump was, the less
   * speed it needs to any place; so a segment of one fix has another only where it lies nearest to
   * it, too. A second ship does, when she is heard again; a jump beside the way does not.
   */
  private @Nullable Reach reach(Fix fix, boolean split) {
    Segment quickest = null;
    Segment nearest = null;
    double quickestM = 0;
    double nearestM = 0;
    double leastKn = 0;
    for (Segment s : segments) {
      int seconds = fix.timeS() - s.lastS();
      double metres = fix.distanceM(s.last().lat6(), s.last().lon6());
      double kn = Geodesy.knots(metres, seconds + SEGMENT_SLACK_S);
      if (split && (seconds > SEGMENT_OPEN_S || kn > SEGMENT_MAX_KN)) {
        continue;
      }
      if (quickest == null || kn < leastKn) {
        quickest = s;
        quickestM = metres;
        leastKn = kn;
      }
      if (nearest == null || metres < nearestM) {
        nearest = s;
        nearestM = metres;
      }
    }
    if (quickest == null || nearest == null) {
      return null;
    }
    return quickest.fixes() == 1 ? new Reach(nearest, nearestM) : new Reach(quickest, quickestM);
  }

  /** A new segment goes on where the ship was last: its slow stretch may span the silence. */
  private Segment begin(Fix fix) {
    Segment last = null;
    int startS = fix.timeS();
    for (Segment s : segments) {
      last = last == null || s.heardAfter(last) ? s : last;
      // the start names the segment: two that begin in one second are told apart
      startS = s.startS() == startS ? startS + 1 : startS;
    }
    Grid lastGrid = last == null ? Grid.NONE : last.grid();
    boolean known = fix.timeS() - lastGrid.timeS() <= REMEMBER_S;
    return Segment.begin(startS, fix, known ? lastGrid : Grid.NONE);
  }

  /** The open segments with this one, which has the last fix, by start. */
  private List<Segment> with(Segment now) {
    if (segments.isEmpty() || (segments.size() == 1 && segments.get(0).startS() == now.startS())) {
      return List.of(now);
    }
    List<Segment> open = new ArrayList<>(segments.size() + 1);
    int place = 0;
    for (Segment s : segments) {
      if (s.startS() != now.startS() && now.lastS() - s.lastS() <= SEGMENT_OPEN_S) {
        open.add(s);
        place += s.startS() < now.startS() ? 1 : 0;
      }
    }
    open.add(place, now);
    if (open.size() > MOST_SEGMENTS) {
      open.remove(longestSilent(open));
    }
    return List.copyOf(open);
  }

  private static Segment longestSilent(List<Segment> open) {
    Segment silent = open.get(0);
    for (Segment s : open) {
      silent = silent.heardAfter(s) ? s : silent;
    }
    return silent;
  }

  /**
   * Whether two segments with fixes enough to contest each other were heard at once within this
   * time.
   */
  boolean mayContest(int withinS) {
    if (segments.size() < 2) {
      return false;
    }
    int from = lastS() - withinS;
    for (Segment a : segments) {
      for (Segment b : segments) {
        boolean enough = a.fixes() >= Contest.FIXES && b.fixes() >= Contest.FIXES;
        boolean atOnce = a.startS() < b.startS() && a.lastS() > b.startS();
        if (enough && atOnce && Math.min(a.lastS(), b.lastS()) >= from) {
          return true;
        }
      }
    }
    return false;
  }

  /** The last fix, s since 1970; 0 for none. */
  int lastS() {
    int lastS = 0;
    for (Segment s : segments) {
      lastS = Math.max(lastS, s.lastS());
    }
    return lastS;
  }
}
