package org.stswatch.oracle;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.geo.Geodesy;
import org.stswatch.track.TrackSettings;

/**
 * From all fixes of one vessel key, in the order of time, to the places where it was at grid times:
 * the fixes are dealt out to segments, each way between two fixes of a segment is cut at the grid
 * times, and what lay on a slow way is a {@link Spot}.
 */
final class Tracks {
  /** A fix belongs to a track only below this speed, knots. */
  private static final double FASTEST_KN = 25;

  /** Added to the time between two fixes, s. */
  private static final int SLACK_S = 60;

  /** A track without fixes for longer than this goes on no more, s. */
  private static final int OPEN_S = 8 * 3600;

  /** So many tracks of one key at once, those heard last. */
  private static final int MOST = 8;

  /** What lies farther back counts for nothing, s. */
  private static final int REMEMBER_S = 25 * 3600;

  /** A ship that drifts stays below this, knots. */
  private static final double DRIFT_KN = 2;

  /** Speed is judged over at least this, s. */
  private static final int SHORTEST_S = 60;

  /** So many fixes of two tracks must interleave. */
  private static final int CONTEST_FIXES = 3;

  private final TrackSettings settings;
  private final int stepS;
  private final int gapS;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();
  private int heardS;

  private Tracks(TrackSettings settings) {
    this.settings = settings;
    this.stepS = (int) settings.gridStep().toSeconds();
    this.gapS = (int) settings.maxInterpolationGap().toSeconds();
  }

  /** The spots of one vessel key. */
  static List<Spot> spots(List<Fix> thinned, TrackSettings settings) {
    Tracks tracks = new Tracks(settings);
    thinned.forEach(tracks::deal);
    return tracks.spots.stream().map(s -> tracks.contested(s) ? s.withContested() : s).toList();
  }

  /** The segment of each fix of one vessel key, by its first fix, s since 1970. */
  static Map<Fix, Integer> segments(List<Fix> thinned, TrackSettings settings) {
    Tracks tracks = new Tracks(settings);
    thinned.forEach(tracks::deal);
    Map<Fix, Integer> segments = new TreeMap<>(Fix.ORDER);
    Set<Integer> taken = new HashSet<>();
    for (Segment s : tracks.segments) {
      int startS = s.fixes.get(0).timeS();
      while (!taken.add(startS)) {
        startS++;
      }
      for (Fix fix : s.fixes) {
        segments.put(fix, startS);
      }
    }
    return segments;
  }

  /** Where the ship was at a grid time, and since when it had been slow. */
  private record Place(int timeS, int lat6, int lon6, int slowSinceS, int heardBeforeS) {}

  private static final class Segment {
    final int number;
    final List<Fix> fixes = new ArrayList<>();
    final TreeMap<Integer, Place> places = new TreeMap<>();
    final TreeMap<Integer, Spot> spots = new TreeMap<>();

    /** Where the ship had been last when this segment began. */
    final @Nullable Place before;

    Segment(int number, @Nullable Place before) {
      this.number = number;
      this.before = before;
    }

    Fix last() {
      return fixes.get(fixes.size() - 1);
    }

    @Nullable Place lastPlace() {
      return places.isEmpty() ? before : places.lastEntry().getValue();
    }
  }

  private static final Comparator<Segment> LAST_HEARD_FIRST =
      Comparator.comparingInt((Segment s) -> s.last().timeS())
          .thenComparingInt(s -> s.number)
          .reversed();

  private void deal(Fix fix) {
    Segment segment = nearest(fix);
    if (segment == null) {
      Place before = segments.stream().min(LAST_HEARD_FIRST).map(Segment::lastPlace).orElse(null);
      segment = new Segment(segments.size(), before);
      segments.add(segment);
    } else if (fix.timeS() - segment.last().timeS() <= gapS) {
      sail(segment, segment.last(), fix);
    }
    segment.fixes.add(fix);
  }

  /**
   * The segment that needs the least speed to reach this fix; of equals the oldest. Where that has
   * one fix only, the one whose last fix lies nearest.
   */
  private @Nullable Segment nearest(Fix fix) {
    if (!settings.split()) {
      return segments.isEmpty() ? null : segments.get(0);
    }
    List<Segment> inReach =
        segments.stream()
            .sorted(LAST_HEARD_FIRST)
            .limit(MOST)
            .filter(s -> fix.timeS() - s.last().timeS() <= OPEN_S)
            .filter(s -> neededKn(s, fix) <= FASTEST_KN)
            .sorted(Comparator.comparingInt(s -> s.number))
            .toList();
    if (inReach.isEmpty()) {
      return null;
    }
    Segment slowest = Collections.min(inReach, Comparator.comparingDouble(s -> neededKn(s, fix)));
    return slowest.fixes.size() > 1
        ? slowest
        : Collections.min(inReach, Comparator.comparingDouble(s -> s.last().metresTo(fix)));
  }

  private static double neededKn(Segment s, Fix fix) {
    return Geodesy.knots(s.last().metresTo(fix), fix.timeS() - s.last().timeS() + SLACK_S);
  }

  /** Cuts the way between two fixes at the grid times. */
  private void sail(Segment segment, Fix from, Fix to) {
    int seconds = to.timeS() - from.timeS();
    double kn = Geodesy.knots(from.metresTo(to), Math.max(seconds, SHORTEST_S));
    int heardBeforeThisWay = heardS;
    int first = Math.floorDiv(from.timeS() + stepS - 1, stepS) * stepS;
    for (int g = first; g <= to.timeS(); g += stepS) {
      int heardUntil = g == first ? heardBeforeThisWay : Math.max(heardBeforeThisWay, g - stepS);
      if (!segment.places.containsKey(g)) {
        segment.places.put(g, place(segment, from, to, g, heardUntil));
      }
      if (kn <= settings.sampleMaxKn() && !segment.spots.containsKey(g)) {
        Spot spot = spot(segment, segment.places.get(g), g == to.timeS() ? to : from);
        segment.spots.put(g, spot);
        spots.add(spot);
      }
      heardS = Math.max(heardS, g);
    }
  }

  private Place place(Segment segment, Fix from, Fix to, int g, int heardUntil) {
    int seconds = to.timeS() - from.timeS();
    double f = seconds == 0 ? 0 : (g - from.timeS()) / (double) seconds;
    S2LatLng there = new S2LatLng(point(from).mul(1 - f).add(point(to).mul(f)));
    int lat6 = (int) Math.round(there.latDegrees() * 1e6);
    int lon6 = (int) Math.round(there.lngDegrees() * 1e6);
    int heardBefore = Math.min(heardUntil, g - stepS);
    return new Place(
        g,
        lat6,
        lon6,
        slowSince(segment.lastPlace(), g, lat6, lon6),
        g - heardBefore > REMEMBER_S ? 0 : heardBefore);
  }

  private static int slowSince(@Nullable Place before, int g, int lat6, int lon6) {
    if (before == null || g - before.timeS() > REMEMBER_S) {
      return g;
    }
    double metres =
        Geodesy.distanceM(before.lat6() / 1e6, before.lon6() / 1e6, lat6 / 1e6, lon6 / 1e6);
    boolean slow = Geodesy.knots(metres, g - before.timeS()) < DRIFT_KN;
    return slow ? before.slowSinceS() : g;
  }

  private static S2Point point(Fix fix) {
    return S2LatLng.fromDegrees(fix.lat6() / 1e6, fix.lon6() / 1e6).toPoint();
  }

  private static Spot spot(Segment segment, @Nullable Place at, Fix fix) {
    Place p = java.util.Objects.requireNonNull(at);
    return new Spot(
        fix.vessel(),
        segment.number,
        p.timeS(),
        p.lat6(),
        p.lon6(),
        false,
        p.slowSinceS(),
        p.heardBeforeS(),
        fix);
  }

  /** Whether another segment was heard three times where this one was, around this time. */
  private boolean contested(Spot spot) {
    if (segments.size() == 1) {
      return false;
    }
    List<Fix> own = around(segments.get(spot.segment()), spot.timeS());
    return segments.stream()
        .filter(s -> s.number != spot.segment())
        .anyMatch(s -> interleave(own, around(s, spot.timeS())));
  }

  private List<Fix> around(Segment segment, int timeS) {
    return between(segment.fixes, timeS - gapS, timeS + gapS);
  }

  private static boolean interleave(List<Fix> a, List<Fix> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    int from = Math.max(a.get(0).timeS(), b.get(0).timeS());
    int to = Math.min(a.get(a.size() - 1).timeS(), b.get(b.size() - 1).timeS());
    return between(a, from, to).size() >= CONTEST_FIXES
        && between(b, from, to).size() >= CONTEST_FIXES;
  }

  private static List<Fix> between(List<Fix> fixes, int from, int to) {
    return fixes.stream().filter(f -> f.timeS() >= from && f.timeS() <= to).toList();
  }
}
