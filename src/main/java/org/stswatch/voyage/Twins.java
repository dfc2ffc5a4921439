package org.stswatch.voyage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.event.state.TwinState;
import org.stswatch.event.state.TwinTrack;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Geodesy;

/**
 * One vessel key at two places at once (E15 c). Two fixes next to each other in time contradict
 * each other when they belong to two segments and no ship gets from one to the other; it is told
 * when at least three fixes of each of two segments are contradicted over half an hour, and again
 * when nothing has been contradicted for eight hours. A fix or two off the track are a jump.
 *
 * <p>Missed: two ships near each other, or heard so seldom that one could have sailed it; two that
 * take turns; and all where {@code track.split} is off.
 */
public final class Twins {
  /** One ship does not sail faster from one to the other, knots (domain rule E15 c). */
  public static final double NEEDED_KN = 50;

  /** Receivers' clocks differ by this, s: added to the time between two fixes, as in the track. */
  private static final int SLACK_S = 60;

  /** Nearer to each other two fixes say nothing, metres: as for jumps (design 5.1). */
  public static final int APART_M = 1000;

  /** Contradicted fixes of each of two tracks (domain rule 9.1). */
  public static final int FIXES = 3;

  /** Over so long at least, ms (domain rule 9.1). */
  public static final int LEAST_MS = 30 * 60_000;

  /** It is over after so many hours without a contradiction: so long a segment is open. */
  static final int SILENT_HOURS = 8;

  /** So many tracks are told apart, as in the track. */
  private static final int MOST_TRACKS = 8;

  private static final Comparator<TwinTrack> FEWEST_THEN_OLDEST =
      Comparator.comparingInt(TwinTrack::getFixes)
          .thenComparingInt(TwinTrack::getLastS)
          .thenComparingInt(TwinTrack::getSegmentS);

  private final String vessel;
  private final List<TwinTrack> tracks = new ArrayList<>();
  private @Nullable Fix last;
  private int hour;
  private int endS;
  private String endRef = "";
  private int apartM;
  private double neededKn;
  private int foundS;
  private boolean jumped;
  private int first;
  private int second;

  Twins(String vessel, @Nullable VoyageState v) {
    this.vessel = vessel;
    TwinState t = v == null ? null : v.getTwins();
    if (t != null) {
      last = new Fix(t.getLastS(), t.getLastLat6(), t.getLastLon6(), t.getLastSegmentS());
      tracks.addAll(t.getTracks());
      hour = t.getHour();
      endS = t.getEndS();
      endRef = t.getEndRef();
      apartM = t.getApartM();
      neededKn = t.getNeededKn();
      foundS = t.getFoundS();
      first = t.getFirst();
      second = t.getSecond();
    } else if (v != null) {
      last = Fix.followed(v);
    }
  }

  /** What the fixes of an hour tell: that it is over, and that it begins. */
  List<TwinLocation> hour(int now, List<Fix> fixes) {
    List<TwinLocation> told = new ArrayList<>(0);
    if (!tracks.isEmpty() && now - hour > SILENT_HOURS) {
      told.addAll(end());
    }
    for (Fix fix : fixes) {
      if (last != null && last.segmentS() != fix.segmentS()) {
        judge(now, last, fix);
      }
      last = fix;
    }
    if (foundS == 0 && tracks.size() > 1 && find()) {
      foundS = endS;
      told.add(location(false));
    }
    return told;
  }

  /** Whether fixes of the hour contradict each other: a jump, or another ship. */
  boolean jumped() {
    return jumped;
  }

  /** Nothing contradicts anything any more. */
  List<TwinLocation> end() {
    List<TwinLocation> told = foundS == 0 ? List.of() : List.of(location(true));
    tracks.clear();
    hour = 0;
    endS = 0;
    endRef = "";
    apartM = 0;
    neededKn = 0;
    foundS = 0;
    first = 0;
    second = 0;
    return told;
  }

  /**
   * What is to be remembered, if anything.
   *
   * @param followed the last fix of the segment that the voyage follows
   */
  @Nullable TwinState state(Fix followed) {
    Fix tip = last;
    return tip == null || (tracks.isEmpty() && tip.equals(followed))
        ? null
        : new TwinState(
            tip.timeS(),
            tip.lat6(),
            tip.lon6(),
            tip.segmentS(),
            hour,
            endS,
            endRef,
            apartM,
            neededKn,
            List.copyOf(tracks),
            foundS,
            first,
            second);
  }

  /** Of two fixes of one second it is not known which came first. */
  private void judge(int now, Fix from, Fix to) {
    int seconds = to.timeS() - from.timeS();
    int metres = (int) Math.round(to.metresFrom(from.lat6(), from.lon6()));
    double kn = Math.round(Geodesy.knots(metres, seconds + SLACK_S) * 100) / 100.0;
    if (seconds > 0 && metres > APART_M && kn > NEEDED_KN) {
      long betweenMs = (from.timeS() + (long) to.timeS()) * 500;
      contradicted(from, betweenMs);
      contradicted(to, betweenMs);
      jumped = true;
      hour = now;
      endS = to.timeS();
      endRef = to.ref(vessel);
      apartM = Math.max(apartM, metres);
      neededKn = Math.max(neededKn, kn);
    }
  }

  private void contradicted(Fix fix, long betweenMs) {
    for (int i = 0; i < tracks.size(); i++) {
      TwinTrack t = tracks.get(i);
      if (t.getSegmentS() == fix.segmentS()) {
        int more = t.getLastS() == fix.timeS() ? 0 : 1;
        tracks.set(i, with(t, fix.timeS(), t.getFixes() + more));
        return;
      }
    }
    if (tracks.size() == MOST_TRACKS) {
      tracks.stream()
          .filter(t -> t.getSegmentS() != first && t.getSegmentS() != second)
          .min(FEWEST_THEN_OLDEST)
          .ifPresent(tracks::remove);
    }
    String ref = fix.ref(vessel);
    int segmentS = fix.segmentS();
    tracks.add(new TwinTrack(segmentS, betweenMs, fix.lat6(), fix.lon6(), ref, fix.timeS(), 1));
    tracks.sort(Comparator.comparingInt(TwinTrack::getSegmentS));
  }

  private static TwinTrack with(TwinTrack t, int lastS, int fixes) {
    return new TwinTrack(
        t.getSegmentS(), t.getFromMs(), t.getLat6(), t.getLon6(), t.getRef(), lastS, fixes);
  }

  /** Finds the two oldest tracks that were there at once for long enough. */
  private boolean find() {
    for (TwinTrack a : tracks) {
      for (TwinTrack b : tracks) {
        boolean enough = a.getFixes() >= FIXES && b.getFixes() >= FIXES;
        long bothToMs = Math.min(a.getLastS(), b.getLastS()) * 1000L;
        if (a.getSegmentS() < b.getSegmentS()
            && enough
            && bothToMs - Math.max(a.getFromMs(), b.getFromMs()) >= LEAST_MS) {
          first = a.getSegmentS();
          second = b.getSegmentS();
          return true;
        }
      }
    }
    return false;
  }

  private TwinLocation location(boolean closed) {
    TwinTrack a = track(first);
    TwinTrack b = track(second);
    return TwinLocation.newBuilder()
        .setVessel(vessel)
        .setClosed(closed)
        .setStart(Instant.ofEpochMilli(Math.max(a.getFromMs(), b.getFromMs())))
        .setEnd(Instant.ofEpochSecond(endS))
        .setFound(Instant.ofEpochSecond(foundS))
        .setLat1(degrees(a.getLat6()))
        .setLon1(degrees(a.getLon6()))
        .setLat2(degrees(b.getLat6()))
        .setLon2(degrees(b.getLon6()))
        .setFixes(tracks.stream().mapToInt(TwinTrack::getFixes).sum())
        .setApartM(apartM)
        .setNeededKn(neededKn)
        .setInputRefs(List.copyOf(new TreeSet<>(List.of(a.getRef(), b.getRef(), endRef))))
        .build();
  }

  private TwinTrack track(int segmentS) {
    return tracks.stream().filter(t -> t.getSegmentS() == segmentS).findFirst().orElseThrow();
  }

  private static double degrees(int e6) {
    return Math.round(e6 / 10.0) / 1e5;
  }
}
