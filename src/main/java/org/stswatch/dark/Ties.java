package org.stswatch.dark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.WatersHour;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Reach.Span;

/**
 * Who could have met whom in some waters. Looks at one state, remembers what it has found, and is
 * thrown away. Where more are possible than {@link DarkMeetings#MOST_POSSIBLE}, how many does not
 * matter: with hundreds silent at once, to count them all for each would cost more than all else.
 */
final class Ties {
  /** Stops are told in pieces of half a day, and end with an hour; s. */
  static final int LONGEST_STOP_S = 13 * 3600;

  private final WatersState state;
  private final String waters;
  private final Map<String, Optional<Reach>> reaches = new HashMap<>();
  private final Map<String, List<Both>> together = new HashMap<>();
  private final Map<Stop, Set<String>> silentAt = new IdentityHashMap<>();

  Ties(WatersState state, String waters) {
    this.state = state;
    this.waters = waters;
  }

  /** A stop and when a silent ship may have lain beside. */
  record Chance(Stop stop, Span span) {}

  Optional<Reach> reach(Gap gap) {
    return reaches.computeIfAbsent(gap.getGapId(), id -> Reach.of(gap));
  }

  /**
   * The stops of each ship that this silent one could have joined, in the order of time; not all of
   * too many ships.
   */
  Map<String, List<Chance>> stops(Reach silent) {
    Map<String, List<Chance>> chances = new TreeMap<>();
    for (WatersHour hour : state.ended(silent.startS(), silent.endS() + LONGEST_STOP_S)) {
      for (Stop stop : hour.getStops()) {
        chance(silent, stop)
            .ifPresent(
                span ->
                    chances
                        .computeIfAbsent(stop.getVessel(), v -> new ArrayList<>())
                        .add(new Chance(stop, span)));
        if (chances.size() > DarkMeetings.MOST_POSSIBLE) {
          return chances;
        }
      }
    }
    return chances;
  }

  /** The silent ships that could have joined one of these stops; not all of too many. */
  Set<String> silentShips(List<Chance> chances) {
    Set<String> vessels = new TreeSet<>();
    for (Chance chance : chances) {
      vessels.addAll(silentAt.computeIfAbsent(chance.stop(), this::silentShips));
    }
    return vessels;
  }

  private Set<String> silentShips(Stop stop) {
    Set<String> vessels = new TreeSet<>();
    for (WatersHour hour : whileAt(stop)) {
      for (Gap gap : hour.getGaps()) {
        reach(gap).filter(r -> chance(r, stop).isPresent()).ifPresent(r -> vessels.add(r.vessel()));
        if (vessels.size() > DarkMeetings.MOST_POSSIBLE) {
          return vessels;
        }
      }
    }
    return vessels;
  }

  private Iterable<WatersHour> whileAt(Stop stop) {
    long endS = stop.getEnd().getEpochSecond();
    return state.ended(stop.getStart().getEpochSecond(), endS + Reach.LONGEST_S);
  }

  /** The silences in which a ship could have joined this stop. */
  List<Reach> silent(Stop stop) {
    List<Reach> all = new ArrayList<>();
    for (WatersHour hour : whileAt(stop)) {
      for (Gap gap : hour.getGaps()) {
        reach(gap).filter(reach -> chance(reach, stop).isPresent()).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Span> chance(Reach silent, Stop stop) {
    Span lay = new Span(stop.getStart().getEpochSecond(), stop.getEnd().getEpochSecond());
    if (silent.vessel().equals(stop.getVessel())
        || !lay.and(new Span(silent.startS(), silent.endS())).isStay()) {
      return Optional.empty();
    }
    return Optional.of(lay.and(silent.at(stop.getLat(), stop.getLon()))).filter(Span::isStay);
  }

  /** All silences that have some time in common with this one, or with a stop within it. */
  List<Reach> around(Reach silent) {
    return during(silent.startS() - LONGEST_STOP_S, silent.endS() + LONGEST_STOP_S);
  }

  private List<Reach> during(long startS, long endS) {
    List<Reach> all = new ArrayList<>();
    for (WatersHour hour : state.ended(startS, endS + Reach.LONGEST_S)) {
      for (Gap gap : hour.getGaps()) {
        reach(gap).filter(other -> other.startS() < endS).ifPresent(all::add);
      }
    }
    return all;
  }

  /** The silences in which two could have met here, both unseen; not all of too many ships. */
  List<Both> partners(Reach silent) {
    return together.computeIfAbsent(silent.gap().getGapId(), id -> found(silent));
  }

  private List<Both> found(Reach silent) {
    List<Both> all = new ArrayList<>();
    Set<String> ships = new HashSet<>();
    for (Reach other : during(silent.startS(), silent.endS())) {
      if (other.vessel().equals(silent.vessel())) {
        continue;
      }
      Optional<Both> both = Both.of(silent, other).filter(b -> b.waters().equals(waters));
      if (both.isPresent()) {
        all.add(both.get());
        ships.add(other.vessel());
      }
      if (ships.size() > DarkMeetings.MOST_POSSIBLE) {
        return all;
      }
    }
    return all;
  }

  static int metresApart(Reach one, Reach other) {
    return (int)
        Math.round(
            Geodesy.distanceM(
                one.gap().getStartLat(),
                one.gap().getStartLon(),
                other.gap().getStartLat(),
                other.gap().getStartLon()));
  }
}
