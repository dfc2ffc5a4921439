package org.stswatch.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stswatch.vessel.PairKey;

/**
 * Two ships within the search radius at a grid time.
 *
 * @param a of the lower vessel key
 * @param b of the higher vessel key
 * @param crowd other ships around the party that has more of them
 */
record Contact(Spot a, Spot b, int metres, int crowd) {
  /** Ships within this are the crowd around a party, metres. */
  private static final int CROWD_M = 500;

  /** A crowd is counted up to this. */
  private static final int CROWD_MOST = 4;

  /** A degree of latitude, metres, rounded down. */
  private static final double DEGREE_M = 110_000;

  private static final Comparator<Spot> BY_PLACE =
      Comparator.comparingInt(Spot::lat6).thenComparingInt(Spot::lon6);

  int timeS() {
    return a.timeS();
  }

  /** Nearest first; where one key stands for two ships, by place, then those that began first. */
  private static final Comparator<Contact> NEAREST =
      Comparator.comparingInt(Contact::metres)
          .thenComparing(c -> c.a, BY_PLACE)
          .thenComparing(c -> c.b, BY_PLACE)
          .thenComparingInt(c -> c.a.segment())
          .thenComparingInt(c -> c.b.segment());

  /** The contacts of each pair, one for each grid time, by time. */
  static Map<String, List<Contact>> byPair(Collection<Spot> all, int radiusM) {
    Map<Integer, List<Spot>> byTime = new TreeMap<>();
    all.forEach(s -> byTime.computeIfAbsent(s.timeS(), t -> new ArrayList<>()).add(s));
    Map<String, List<Contact>> byPair = new TreeMap<>();
    byTime
        .values()
        .forEach(
            spots ->
                at(spots, radiusM)
                    .forEach(
                        (pair, c) -> byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(c)));
    return byPair;
  }

  private record Near(Spot one, Spot other, long metres) {}

  /** All against all of one time. */
  private static Map<String, Contact> at(List<Spot> spots, int radiusM) {
    List<Near> near = near(spots, Math.max(radiusM, CROWD_M));
    Map<Spot, Set<String>> crowds = new HashMap<>();
    for (Near n : near) {
      if (n.metres <= CROWD_M) {
        crowds.computeIfAbsent(n.one, s -> new HashSet<>()).add(n.other.vessel());
        crowds.computeIfAbsent(n.other, s -> new HashSet<>()).add(n.one.vessel());
      }
    }
    Map<String, Contact> nearest = new HashMap<>();
    for (Near n : near) {
      if (n.metres <= radiusM) {
        boolean inOrder = n.one.vessel().compareTo(n.other.vessel()) < 0;
        Contact c = of(inOrder ? n.one : n.other, inOrder ? n.other : n.one, n.metres, crowds);
        nearest.merge(
            PairKey.of(c.a.vessel(), c.b.vessel()).toString(),
            c,
            (x, y) -> NEAREST.compare(x, y) <= 0 ? x : y);
      }
    }
    return nearest;
  }

  private static Contact of(Spot a, Spot b, long metres, Map<Spot, Set<String>> crowds) {
    int crowd =
        Math.max(crowds.getOrDefault(a, Set.of()).size(), crowds.getOrDefault(b, Set.of()).size());
    return new Contact(a, b, (int) metres, Math.min(crowd, CROWD_MOST));
  }

  /** Two spots of different vessels; sorted by latitude, so that not all pairs are measured. */
  private static List<Near> near(List<Spot> spots, int withinM) {
    List<Spot> northward = new ArrayList<>(spots);
    northward.sort(Comparator.comparingInt(Spot::lat6));
    List<Near> near = new ArrayList<>();
    for (int i = 0; i < northward.size(); i++) {
      Spot s = northward.get(i);
      for (int j = i + 1; j < northward.size(); j++) {
        Spot o = northward.get(j);
        if ((o.lat() - s.lat()) * DEGREE_M > withinM + 1) {
          break;
        }
        long metres = Math.round(s.metresTo(o));
        if (metres <= withinM && !s.vessel().equals(o.vessel())) {
          near.add(new Near(s, o, metres));
        }
      }
    }
    return near;
  }
}
