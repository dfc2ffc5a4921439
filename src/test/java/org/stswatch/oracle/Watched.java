package org.stswatch.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Waypoint;
import org.stswatch.vessel.FixRef;

/**
 * What was seen beside whom, and who may be it: each detection is held against all that the hours
 * of all ships left behind, without areas, watermarks and revisions.
 */
final class Watched {
  private static final int HOUR_S = 3600;
  private static final double METRES_A_SECOND = 14 * 1852 / 3600.0;

  private final Collection<Presence> presences;
  private final List<Detection> all;

  Watched(Collection<Presence> presences, Collection<Detection> seen) {
    this.presences = presences;
    Map<String, Detection> different = new TreeMap<>();
    seen.forEach(d -> different.put(d.getRef(), d));
    this.all = List.copyOf(different.values());
  }

  private record Mark(Waypoint at, Presence of) {}

  /** What is told of all of it at the end. */
  List<SeenBeside> facts() {
    List<SeenBeside> facts = new ArrayList<>();
    for (Detection d : all) {
      boolean large = d.getLengthM() == null || d.getLengthM() >= 30;
      List<Detection> pass = pass(d);
      if (large && d.getErrorM() <= 500 && pass.contains(d)) {
        facts.addAll(beside(d, pass));
      }
    }
    return facts;
  }

  private List<SeenBeside> beside(Detection d, List<Detection> pass) {
    Map<String, TreeMap<Integer, Mark>> tracks = tracks(d);
    List<Answer> answers = new ArrayList<>();
    for (Detection other : pass) {
      tracks.forEach(
          (vessel, track) -> {
            Integer metres = mayBe(track, other);
            if (metres != null) {
              answers.add(new Answer(vessel, other.getRef(), other.getLengthM(), metres));
            }
          });
    }
    answers.sort(
        Comparator.comparing(Answer::getMetres)
            .thenComparing(Answer::getVessel)
            .thenComparing(Answer::getRef));
    List<SeenBeside> facts = new ArrayList<>();
    if (answers.size() <= 50) {
      tracks.forEach(
          (vessel, track) -> {
            SeenBeside fact = beside(d, vessel, track, answers);
            if (fact != null) {
              facts.add(fact);
            }
          });
    }
    return facts;
  }

  private @Nullable SeenBeside beside(
      Detection d, String vessel, TreeMap<Integer, Mark> track, List<Answer> answers) {
    int t = second(d);
    List<Mark> longest = List.of();
    for (List<Mark> row : slowRows(track)) {
      int from = row.get(0).at.timeS();
      int to = row.get(row.size() - 1).at.timeS();
      boolean then = t >= from - 1800 && t <= to + 1800;
      if (then && to - from >= 2 * HOUR_S && to - from > spanS(longest)) {
        longest = row;
      }
    }
    if (longest.isEmpty()) {
      return null;
    }
    Waypoint first = longest.get(0).at;
    Waypoint last = longest.get(longest.size() - 1).at;
    Waypoint there = place(track, Math.min(Math.max(t, first.timeS()), last.timeS()));
    int apartM = metres(there, d);
    return apartM > 500 + d.getErrorM()
        ? null
        : new SeenBeside(
            vessel,
            true,
            false,
            d,
            apartM,
            stop(vessel, longest, there),
            longest.stream().anyMatch(m -> m.of.getJumped()),
            jumpers(d, vessel),
            answers);
  }

  private static Stop stop(String vessel, List<Mark> row, Waypoint there) {
    Waypoint first = row.get(0).at;
    Waypoint last = row.get(row.size() - 1).at;
    long sailedM = 0;
    int extentM = 0;
    for (int i = 1; i < row.size(); i++) {
      sailedM += row.get(i - 1).at.metresTo(row.get(i).at);
      extentM = Math.max(extentM, first.metresTo(row.get(i).at));
    }
    TreeSet<String> refs = new TreeSet<>();
    for (Waypoint w : List.of(first, last)) {
      refs.add(FixRef.hex(vessel, w.timeS(), w.lat6(), w.lon6()));
    }
    return new Stop(
        vessel,
        Instant.ofEpochSecond(first.timeS()),
        Instant.ofEpochSecond(last.timeS()),
        rounded(Geodesy.knots(sailedM, spanS(row))),
        Math.round(there.lat6() / 10.0) / 1e5,
        Math.round(there.lon6() / 10.0) / 1e5,
        extentM,
        List.copyOf(refs));
  }

  private int jumpers(Detection d, String but) {
    long hour = Math.floorDiv(second(d), HOUR_S);
    return (int)
        presences.stream()
            .filter(Presence::getJumped)
            .filter(p -> !p.getVessel().equals(but))
            .filter(p -> p.getHour() <= hour && p.getHour() >= hour - 2)
            .filter(p -> distance(p, d) <= 50_000)
            .map(Presence::getVessel)
            .distinct()
            .count();
  }

  /** Rows of ways below 2 kn, at sea and not unknown; one mark alone is a row too. */
  private static List<List<Mark>> slowRows(TreeMap<Integer, Mark> track) {
    List<List<Mark>> rows = new ArrayList<>();
    List<Mark> row = new ArrayList<>();
    for (Mark m : track.values()) {
      if (!row.isEmpty()) {
        Waypoint before = row.get(row.size() - 1).at;
        int seconds = m.at.timeS() - before.timeS();
        double kn = rounded(Geodesy.knots(before.metresTo(m.at), Math.max(600, seconds)));
        if (seconds > 4 * HOUR_S || kn >= 2 || m.of.getInPort()) {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
      row.add(m);
    }
    rows.add(row);
    return rows;
  }

  private static int spanS(List<Mark> row) {
    return row.isEmpty() ? 0 : row.get(row.size() - 1).at.timeS() - row.get(0).at.timeS();
  }

  /** Of one sensor and minute, near enough, of each id the version published last; the nearest. */
  private List<Detection> pass(Detection d) {
    Map<String, Detection> latest = new LinkedHashMap<>();
    for (Detection o : all) {
      boolean together =
          o.getMadeWith() == d.getMadeWith()
              && Math.abs(second(o) - second(d)) <= 60
              && Geodesy.distanceM(d.getLat(), d.getLon(), o.getLat(), o.getLon()) <= 5_000;
      Detection known = latest.get(o.getDetectionId());
      boolean later = known == null || !o.getPublishedAt().isBefore(known.getPublishedAt());
      if (together && later) { // of equal ones the higher hash, which comes later
        latest.put(o.getDetectionId(), o);
      }
    }
    return latest.values().stream()
        .sorted(
            Comparator.comparingLong(
                    (Detection o) ->
                        Math.round(
                            Geodesy.distanceM(d.getLat(), d.getLon(), o.getLat(), o.getLon())))
                .thenComparing(o -> o.equals(d) ? 0 : 1)
                .thenComparing(Detection::getRef))
        .limit(12)
        .toList();
  }

  private Map<String, TreeMap<Integer, Mark>> tracks(Detection d) {
    int hour = Math.floorDiv(second(d), HOUR_S);
    Map<String, TreeMap<Integer, Mark>> tracks = new TreeMap<>();
    for (Presence p : presences) {
      boolean then = p.getHour() >= hour - 12 && p.getHour() <= hour + 6;
      if (then && distance(p, d) <= 50_000) {
        TreeMap<Integer, Mark> track = tracks.computeIfAbsent(p.getVessel(), v -> new TreeMap<>());
        track.put(p.getTimeS(), new Mark(last(p), p));
        Waypoint.unpack(p.getWay()).forEach(w -> track.put(w.timeS(), new Mark(w, p)));
      }
    }
    return tracks;
  }

  private static @Nullable Integer mayBe(TreeMap<Integer, Mark> track, Detection d) {
    int t = second(d);
    Map.Entry<Integer, Mark> before = track.floorEntry(t);
    Map.Entry<Integer, Mark> after = track.higherEntry(t);
    int sinceS = before == null ? Integer.MAX_VALUE : t - before.getKey();
    int untilS = after == null ? Integer.MAX_VALUE : after.getKey() - t;
    boolean both = before != null && after != null;
    boolean onAis = Math.min(sinceS, untilS) <= 70 * 60 || (both && sinceS + untilS < 6 * HOUR_S);
    if (!onAis) {
      return null;
    }
    int offM = metres(place(track, t), d);
    int slackM = 1500 + d.getErrorM();
    if (both && after.getValue().of.getSilentS() <= 1800) {
      return offM <= slackM ? offM : null;
    }
    double speed = METRES_A_SECOND;
    if (both) {
      int apartM = before.getValue().at.metresTo(after.getValue().at);
      speed = Math.max(speed, 1.25 * apartM / Math.max(1, sinceS + untilS));
    }
    boolean fromBefore =
        before == null || metres(before.getValue().at, d) <= Math.round(speed * sinceS) + slackM;
    boolean toAfter =
        after == null || metres(after.getValue().at, d) <= Math.round(speed * untilS) + slackM;
    return fromBefore && toAfter ? offM : null;
  }

  private static Waypoint place(TreeMap<Integer, Mark> track, int t) {
    Map.Entry<Integer, Mark> before = track.floorEntry(t);
    Map.Entry<Integer, Mark> after = track.higherEntry(t);
    if (before == null || after == null) {
      return (before == null ? track.firstEntry() : track.lastEntry()).getValue().at;
    }
    return before.getValue().at.towards(after.getValue().at, t);
  }

  private static double distance(Presence p, Detection d) {
    return metres(last(p), d);
  }

  private static Waypoint last(Presence p) {
    return new Waypoint(p.getTimeS(), p.getLat6(), p.getLon6());
  }

  private static int metres(Waypoint w, Detection d) {
    return w.metresTo(d.getLat(), d.getLon());
  }

  private static int second(Detection d) {
    return (int) d.getObservedAt().getEpochSecond();
  }

  private static double rounded(double kn) {
    return Math.round(kn * 100) / 100.0;
  }
}
