package org.stswatch.dark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.dark.Silent.Chance;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Reach;

/**
 * Who could have met whom in some waters: a function of the stops and silences that are known,
 * whatever their order. It is kept from one to the next, because to find it again would compare all
 * with all for each of them; it is not stored. Immutable.
 *
 * @param waters their key
 */
record Ties(String waters, Hours<Silent> silences, Hours<Lying> stops) {
  /** Stops are told in pieces of half a day, and end with an hour; s. */
  static final int LONGEST_STOP_S = 13 * 3600;

  static Ties none(String waters) {
    return new Ties(waters, Hours.none(), Hours.none());
  }

  /**
   * What one more changes.
   *
   * @param stops silences that may have hidden other meetings at stops than before
   * @param partners silences that may have hidden other meetings of two
   */
  record Change(Ties after, List<Gap> stops, List<Gap> partners) {}

  @Nullable Silent of(Gap gap) {
    return silences.get(endS(gap), gap.getGapId());
  }

  private @Nullable Lying of(Stop stop) {
    return stops.get(stop.getEnd().getEpochSecond(), Lying.id(stop));
  }

  /** A silence that has no reach, or is known, changes nothing. */
  Change with(Gap gap) {
    Optional<Reach> reach = of(gap) == null ? Reach.of(gap) : Optional.empty();
    return reach.map(this::with).orElseGet(this::unchanged);
  }

  private Change unchanged() {
    return new Change(this, List.of(), List.of());
  }

  private Change with(Reach reach) {
    Silent silent = Silent.alone(reach);
    List<Silent> others = new ArrayList<>();
    List<Gap> partners = new ArrayList<>(List.of(reach.gap()));
    for (Silent other : silences.ended(reach.startS(), reach.endS() + Reach.LONGEST_S)) {
      Optional<Both> both =
          silent.partners().tooMany() && other.partners().tooMany()
              ? Optional.empty()
              : Both.of(silent, other).filter(b -> b.waters().equals(waters));
      if (both.isPresent()) {
        silent = silent.and(both.get());
        if (!other.partners().tooMany()) {
          partners.add(other.gap());
          others.add(other.and(both.get()));
        }
      }
    }
    return beside(silent, new Ties(waters, silences.with(others), stops), partners);
  }

  private Change beside(Silent alone, Ties ties, List<Gap> partners) {
    Silent silent = alone;
    Reach reach = alone.reach();
    List<Lying> joined = new ArrayList<>();
    TreeMap<String, Gap> touched = new TreeMap<>();
    touched.put(alone.id(), alone.gap());
    for (Lying lying : stops.ended(reach.startS(), reach.endS() + LONGEST_STOP_S)) {
      Optional<Chance> chance =
          silent.stops().tooMany() && lying.silent().tooMany()
              ? Optional.empty()
              : lying.joinedBy(silent);
      if (chance.isPresent()) {
        silent = silent.and(chance.get());
        lying.silent().byShip().values().forEach(gaps -> put(touched, gaps));
        if (!lying.silent().tooMany()) {
          joined.add(lying.and(reach.gap()));
        }
      }
    }
    Ties after = new Ties(waters, ties.silences.with(List.of(silent)), ties.stops.with(joined));
    return new Change(after, List.copyOf(touched.values()), partners);
  }

  private static void put(TreeMap<String, Gap> touched, List<Gap> gaps) {
    gaps.forEach(gap -> touched.put(gap.getGapId(), gap));
  }

  /** A stop that is known changes nothing. */
  Change with(Stop stop) {
    if (of(stop) != null) {
      return unchanged();
    }
    Lying lying = Lying.alone(stop);
    List<Silent> joining = new ArrayList<>();
    for (Silent silent :
        silences.ended(stop.getStart().getEpochSecond(), lying.endS() + Reach.LONGEST_S)) {
      Optional<Chance> chance =
          silent.stops().tooMany() && lying.silent().tooMany()
              ? Optional.empty()
              : lying.joinedBy(silent);
      if (chance.isPresent()) {
        lying = lying.and(silent.gap());
        if (!silent.stops().tooMany()) {
          joining.add(silent.and(chance.get()));
        }
      }
    }
    Ties after = new Ties(waters, silences.with(joining), stops.with(List.of(lying)));
    return new Change(after, joining.stream().map(Silent::gap).toList(), List.of());
  }

  /** The silent ships that could have joined one of these stops; nothing where too many. */
  Optional<Integer> silentShips(List<Chance> chances) {
    Set<String> ships = new TreeSet<>();
    for (Chance chance : chances) {
      Lying lying = of(chance.stop());
      if (lying == null || lying.silent().tooMany()) {
        return Optional.empty();
      }
      ships.addAll(lying.silent().byShip().keySet());
    }
    return Optional.of(ships.size());
  }

  /** Without what ended in the hours before this one. */
  Ties from(int hour) {
    return new Ties(waters, silences.from(hour), stops.from(hour));
  }

  private static long endS(Gap gap) {
    return Objects.requireNonNull(gap.getEnd()).getEpochSecond();
  }
}
