package org.stswatch.dark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Reach;

/**
 * What waters were told, kept to be asked what lies between two ships and a meeting out of sight.
 * For whoever explains; {@link DarkStep} finds meetings without it, by the same functions.
 */
public final class Possibilities {
  private final Map<String, Gap> gaps = new TreeMap<>();
  private final Map<String, Map<String, Silent>> silences = new TreeMap<>();
  private final Map<String, Map<String, Lying>> stops = new TreeMap<>();

  /** A silence as it was told last, whether waters were told of it or not. */
  public void take(Gap gap) {
    gaps.put(gap.getGapId(), gap);
  }

  /** A silence as some waters were told of it. */
  public void take(String waters, Silence silence) {
    Reach.of(silence.getGap())
        .map(Silent::alone)
        .ifPresent(s -> in(silences, waters).put(s.id(), s));
  }

  /** A stop as the waters were told of it that hold it. */
  public void take(String waters, Stop stop) {
    Lying lying = Lying.alone(stop);
    in(stops, waters).put(lying.id(), lying);
  }

  private static <T> Map<String, T> in(Map<String, Map<String, T>> all, String waters) {
    return all.computeIfAbsent(waters, w -> new TreeMap<>());
  }

  /** How the two may have met while one of them was silent between two times, or why not. */
  public List<Possibility> of(String one, String two, Instant from, Instant to) {
    List<Possibility> all = new ArrayList<>();
    List<Gap> first = gaps(one, from, to);
    List<Gap> other = gaps(two, from, to);
    first.forEach(gap -> all.addAll(atStops(gap, two)));
    other.forEach(gap -> all.addAll(atStops(gap, one)));
    for (Gap a : first) {
      for (Gap b : other) {
        ofTwo(a, b).ifPresent(all::add);
      }
    }
    return all;
  }

  private List<Gap> gaps(String vessel, Instant from, Instant to) {
    return gaps.values().stream()
        .filter(g -> g.getVessel().equals(vessel) && !g.getStart().isAfter(to))
        .filter(g -> g.getEnd() == null || !g.getEnd().isBefore(from))
        .toList();
  }

  /** One for each of the waters in which she lay meanwhile; else one without a stop. */
  private List<Possibility> atStops(Gap gap, String vessel) {
    Silent silent = Reach.between(gap).map(Silent::alone).orElse(null);
    List<Possibility> all = new ArrayList<>();
    if (silent != null) {
      for (String waters : stops.keySet()) {
        best(silent, vessel, waters).ifPresent(lying -> all.add(atStop(silent, lying, waters)));
      }
    }
    return all.isEmpty()
        ? List.of(new Possibility.AtStop(gap, vessel, isTold(gap), null, 0, 0, null))
        : all;
  }

  private Optional<Lying> best(Silent silent, String vessel, String waters) {
    Lying best = null;
    for (Lying lying : lying(waters, l -> l.stop().getVessel().equals(vessel))) {
      boolean longer = best == null || togetherS(lying, silent) > togetherS(best, silent);
      best = lying.commonS(silent) > 0 && longer ? lying : best;
    }
    return Optional.ofNullable(best);
  }

  private Possibility atStop(Silent silent, Lying lying, String waters) {
    return new Possibility.AtStop(
        silent.gap(),
        lying.stop().getVessel(),
        isTold(silent.gap()),
        lying.stop(),
        Math.max(0, lying.commonS(silent)),
        togetherS(lying, silent),
        possible(silent, lying, waters));
  }

  private static long togetherS(Lying lying, Silent silent) {
    Reach.Span there = lying.there(silent);
    return Math.max(0, there.toS() - there.fromS());
  }

  private @Nullable Integer possible(Silent silent, Lying lying, String waters) {
    if (!isTold(silent, waters) || lying.joinedBy(silent).isEmpty()) {
      return null;
    }
    List<Lying> joined = lying(waters, l -> l.joinedBy(silent).isPresent());
    String vessel = lying.stop().getVessel();
    List<Lying> hers = joined.stream().filter(l -> l.stop().getVessel().equals(vessel)).toList();
    long ships =
        silent(waters, s -> hers.stream().anyMatch(l -> l.joinedBy(s).isPresent())).stream()
            .map(Silent::vessel)
            .distinct()
            .count();
    long partners = joined.stream().map(l -> l.stop().getVessel()).distinct().count();
    return Math.toIntExact(ships * partners);
  }

  private Optional<Possibility> ofTwo(Gap a, Gap b) {
    Optional<Silent> one = Reach.between(a).map(Silent::alone);
    Optional<Silent> two = Reach.between(b).map(Silent::alone);
    return one.flatMap(first -> two.map(other -> ofTwo(first, other)));
  }

  private Possibility ofTwo(Silent one, Silent two) {
    return new Possibility.OfTwo(
        one.gap(),
        two.gap(),
        isTold(one.gap()) && isTold(two.gap()),
        Both.beganApartS(one, two),
        Both.metresApart(one.reach(), two.reach()),
        Both.isNear(one, two),
        Math.max(0, Both.commonS(one, two)),
        Math.max(0, Both.longestS(one.reach(), two.reach())),
        possible(one, two));
  }

  private @Nullable Integer possible(Silent one, Silent two) {
    return Both.of(one, two)
        .map(Both::waters)
        .filter(waters -> isTold(one, waters) && isTold(two, waters))
        .map(waters -> Math.toIntExact(partners(one, waters) * partners(two, waters)))
        .orElse(null);
  }

  private long partners(Silent of, String waters) {
    return silent(waters, s -> Both.of(of, s).filter(b -> b.waters().equals(waters)).isPresent())
        .stream()
        .map(Silent::vessel)
        .distinct()
        .count();
  }

  private boolean isTold(Gap gap) {
    return silences.values().stream().anyMatch(told -> told.containsKey(gap.getGapId()));
  }

  private boolean isTold(Silent silent, String waters) {
    return silences.getOrDefault(waters, Map.of()).containsKey(silent.id());
  }

  private List<Silent> silent(String waters, Predicate<Silent> which) {
    return among(silences.getOrDefault(waters, Map.of()).values(), which);
  }

  private List<Lying> lying(String waters, Predicate<Lying> which) {
    return among(stops.getOrDefault(waters, Map.of()).values(), which);
  }

  private static <T> List<T> among(Collection<T> all, Predicate<T> which) {
    return all.stream().filter(which).toList();
  }
}
