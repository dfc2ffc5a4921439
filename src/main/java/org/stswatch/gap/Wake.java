package org.stswatch.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.AreaHour;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Waypoint;
import org.stswatch.vessel.FixRef;

/**
 * Where a vessel was around a time, by what its hours left behind: so that it can be asked days
 * later whether it is what was seen then, and how it lay.
 *
 * @param spots by time
 */
record Wake(String vessel, List<Spot> spots) {
  /** A ship may be what was seen so far off her way at most, metres (Skylight's correlation). */
  static final int ANSWERS_M = 1500;

  /** Her way is known where fixes are so near in time, s (domain rule E3: within 30 min). */
  private static final int KNOWN_S = 30 * 60;

  /** Fixes farther apart are a silence, s (domain rule E7): a ship is not on AIS in it. */
  private static final int SILENT_S = 6 * 3600;

  /** But for so long after the last fix and before the next, s: as long as tracks go on. */
  private static final int GOES_ON_S = 70 * 60;

  /**
   * Where her way is not known she may have made as much as a silent ship (E4), or a quarter more
   * than she made good: own choice, detours of a fast ship.
   */
  private static final double FASTER = 1.25;

  /** Slow is below, knots, for so long at least, s (domain rule E3). */
  static final double SLOW_KN = 2;

  static final int SLOW_S = 2 * 3600;

  /** Over less than this the noise of a position looks like speed, s: as for voyages. */
  private static final int NOISE_S = 600;

  /** A silence in which what happened is not known ends slowness, s: as for loitering. */
  private static final int UNKNOWN_S = 4 * 3600;

  /** Seen so long before or after she lay slow at most, s (domain rule E3). */
  static final int AROUND_S = 30 * 60;

  /** A place, and what is known of the hour that has it. */
  record Spot(Waypoint at, Presence of) {}

  /** How she lay around a time: where she was then, and whether her fixes contradict each other. */
  record Lay(Stop stop, Waypoint at, boolean contested) {}

  /** The wakes of all that were heard within 50 km of a place in these hours, by vessel. */
  static List<Wake> near(Detection d, List<AreaHour> hours) {
    Map<String, List<Spot>> spots = new TreeMap<>();
    for (AreaHour hour : hours) {
      for (Presence p : hour.getHeard()) {
        Waypoint last = new Waypoint(p.getTimeS(), p.getLat6(), p.getLon6());
        if (last.metresTo(d.getLat(), d.getLon()) <= Witnesses.WITHIN_M) {
          List<Spot> of = spots.computeIfAbsent(p.getVessel(), v -> new ArrayList<>());
          Waypoint.unpack(p.getWay()).forEach(w -> of.add(new Spot(w, p)));
          of.add(new Spot(last, p));
        }
      }
    }
    return spots.entrySet().stream().map(e -> new Wake(e.getKey(), e.getValue())).toList();
  }

  /** How far from where she would have been on the straight way, metres; empty if she is not it. */
  OptionalInt mayBe(Detection d) {
    int timeS = (int) d.getObservedAt().getEpochSecond();
    int next = next(timeS);
    Spot p = next == 0 ? null : spots.get(next - 1);
    Spot q = next == spots.size() ? null : spots.get(next);
    if (!isHeard(p, q, timeS)) {
      return OptionalInt.empty();
    }
    int metres = at(timeS).metresTo(d.getLat(), d.getLon());
    boolean known = p != null && q != null && q.of.getSilentS() <= KNOWN_S;
    double mostKn = p == null || q == null ? Reach.MOST_KN : mostKn(p.at, q.at);
    boolean may =
        known
            ? metres <= ANSWERS_M + d.getErrorM()
            : isInReach(p, d, mostKn) && isInReach(q, d, mostKn);
    return may ? OptionalInt.of(metres) : OptionalInt.empty();
  }

  private static boolean isHeard(@Nullable Spot p, @Nullable Spot q, int timeS) {
    return (p != null && timeS - p.at.timeS() <= GOES_ON_S)
        || (q != null && q.at.timeS() - timeS <= GOES_ON_S)
        || (p != null && q != null && q.at.timeS() - p.at.timeS() < SILENT_S);
  }

  private static double mostKn(Waypoint p, Waypoint q) {
    return Math.max(
        Reach.MOST_KN, FASTER * Geodesy.knots(p.metresTo(q), Math.max(1, q.timeS() - p.timeS())));
  }

  private static boolean isInReach(@Nullable Spot s, Detection d, double mostKn) {
    if (s == null) {
      return true;
    }
    long seconds = Math.abs(d.getObservedAt().getEpochSecond() - s.at.timeS());
    double reachM = mostKn * Geodesy.METRES_PER_NM * seconds / 3600;
    return s.at.metresTo(d.getLat(), d.getLon()) <= Math.round(reachM) + ANSWERS_M + d.getErrorM();
  }

  /** How she lay then, if she lay slow at sea for two hours at least. */
  Optional<Lay> lay(int timeS) {
    return slow().stream()
        .filter(r -> isLong(r) && offS(r, timeS) <= AROUND_S)
        .max(Comparator.<int[]>comparingInt(this::lengthS).thenComparingInt(r -> -r[0]))
        .map(r -> lay(r, Math.max(start(r), Math.min(timeS, end(r)))));
  }

  /** For how long she lay slow at most, in all of the wake, s. */
  int slowestS() {
    return slow().stream().mapToInt(this::lengthS).max().orElse(0);
  }

  /** How far a time is from one in which she lay slow for long enough, s; empty without any. */
  OptionalInt offS(int timeS) {
    return slow().stream().filter(this::isLong).mapToInt(r -> offS(r, timeS)).min();
  }

  /** Where she lay slow for long enough nearest to a time; without that, where she was then. */
  Waypoint layNearest(int timeS) {
    return slow().stream()
        .filter(this::isLong)
        .min(Comparator.comparingInt(r -> offS(r, timeS)))
        .map(r -> at(Math.max(start(r), Math.min(timeS, end(r)))))
        .orElseGet(() -> at(timeS));
  }

  private boolean isLong(int[] run) {
    return run[1] - run[0] > 0 && lengthS(run) >= SLOW_S;
  }

  private int offS(int[] run, int timeS) {
    return Math.max(0, Math.max(start(run) - timeS, timeS - end(run)));
  }

  private Lay lay(int[] run, int timeS) {
    Waypoint first = spots.get(run[0]).at;
    Waypoint last = spots.get(run[1]).at;
    long sailedM = 0;
    int extentM = 0;
    boolean contested = spots.get(run[0]).of.getJumped();
    for (int i = run[0] + 1; i <= run[1]; i++) {
      sailedM += spots.get(i - 1).at.metresTo(spots.get(i).at);
      extentM = Math.max(extentM, first.metresTo(spots.get(i).at));
      contested |= spots.get(i).of.getJumped();
    }
    Waypoint at = at(timeS);
    Stop stop =
        new Stop(
            vessel,
            Instant.ofEpochSecond(first.timeS()),
            Instant.ofEpochSecond(last.timeS()),
            rounded(Geodesy.knots(sailedM, lengthS(run))),
            Math.round(at.lat6() / 10.0) / 1e5,
            Math.round(at.lon6() / 10.0) / 1e5,
            extentM,
            List.copyOf(new TreeSet<>(List.of(ref(first), ref(last)))));
    return new Lay(stop, at, contested);
  }

  /** First and last spot of each row of slow ways. */
  private List<int[]> slow() {
    List<int[]> rows = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= spots.size(); i++) {
      if (i == spots.size() || !isSlow(spots.get(i - 1), spots.get(i))) {
        rows.add(new int[] {first, i - 1});
        first = i;
      }
    }
    return rows;
  }

  private static boolean isSlow(Spot from, Spot to) {
    int seconds = to.at.timeS() - from.at.timeS();
    double kn = Geodesy.knots(from.at.metresTo(to.at), Math.max(seconds, NOISE_S));
    return seconds <= UNKNOWN_S && !to.of.getInPort() && rounded(kn) < SLOW_KN;
  }

  private int start(int[] run) {
    return spots.get(run[0]).at.timeS();
  }

  private int end(int[] run) {
    return spots.get(run[1]).at.timeS();
  }

  private int lengthS(int[] run) {
    return end(run) - start(run);
  }

  private String ref(Waypoint w) {
    return FixRef.hex(vessel, w.timeS(), w.lat6(), w.lon6());
  }

  private static double rounded(double kn) {
    return Math.round(kn * 100) / 100.0;
  }

  /** Where she was on the straight way, or where she was heard first or last. */
  private Waypoint at(int timeS) {
    int next = next(timeS);
    if (next == 0 || next == spots.size()) {
      return spots.get(Math.min(next, spots.size() - 1)).at;
    }
    return spots.get(next - 1).at.towards(spots.get(next).at, timeS);
  }

  /** The first spot after a time. */
  private int next(int timeS) {
    int next = 0;
    while (next < spots.size() && spots.get(next).at.timeS() <= timeS) {
      next++;
    }
    return next;
  }
}
