package org.stswatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stswatch.detect.Case;
import org.stswatch.detect.Chain;
import org.stswatch.detect.Chain.Hop;
import org.stswatch.detect.Claims;
import org.stswatch.detect.Ship;
import org.stswatch.detect.StsChains;
import org.stswatch.event.Encounter;
import org.stswatch.vessel.Imo;

/**
 * Walks back from a meeting that ends at the DPRK to those before it that share a hull, one after
 * the other (decision 0016). Of all ways the longest counts, then the one with the latest meetings.
 * A pure function of the closed encounters, whatever the order in which they were told.
 */
final class Chains {
  /** Longest chain, meetings: RadianceFleet tells of 3 and of 4 and more. */
  private static final int MOST_HOPS = 5;

  /** Most meetings that a ship's way is followed to, the latest ones: bounds a busy roadstead. */
  private static final int MOST_TRIED = 12;

  private static final Comparator<Encounter> LATEST_FIRST =
      Comparator.comparing(Encounter::getEnd).reversed().thenComparing(Encounter::getEncounterId);

  private final Alerts alerts;

  Chains(Alerts alerts) {
    this.alerts = alerts;
  }

  /** The verdict on the chain that this meeting ends, if there is one. */
  Optional<Verdict> of(Encounter last, Trail trail) {
    if (last.getContested()) {
      return Optional.empty();
    }
    Claims claims = trail.claims(last);
    Case c = alerts.theCase(last, claims);
    Optional<Chain> best = Optional.empty();
    for (Hop hop : List.of(new Hop(c, c.ship1(), c.ship2()), new Hop(c, c.ship2(), c.ship1()))) {
      Optional<String> end = end(hop, claims);
      if (end.isPresent() && alerts.isCredible(c)) {
        Optional<Chain> found = back(hop, end.get(), trail);
        if (found.isPresent() && (best.isEmpty() || longer(found.get(), best.get()))) {
          best = found;
        }
      }
    }
    return best.map(alerts::judge);
  }

  /**
   * The first link that is missing for a chain to end with this meeting; nothing where one does.
   */
  Optional<String> missing(Encounter last, Trail trail) {
    if (last.getContested()) {
      return Optional.of("the MMSI of a party is used by two ships");
    } else if (of(last, trail).isPresent()) {
      return Optional.empty();
    }
    Claims claims = trail.claims(last);
    Case c = alerts.theCase(last, claims);
    Instant oldest = last.getEnd().minus(StsChains.LENGTH);
    Optional<String> link = Optional.empty();
    for (Hop hop : List.of(new Hop(c, c.ship1(), c.ship2()), new Hop(c, c.ship2(), c.ship1()))) {
      if (link.isEmpty() && end(hop, claims).isPresent()) {
        link = Optional.of(missing(hop, before(hop, oldest, trail).size()));
      }
    }
    return link.or(
        () ->
            Optional.of(
                "no end at the DPRK: one ship alone has to be linked to it,"
                    + " call there within 14 days, or meet in its waters"));
  }

  private String missing(Hop hop, int before) {
    String days = " in the " + StsChains.WAIT.toDays() + " days before";
    if (!alerts.isCredible(hop.meeting())) {
      return "the end is there, and the meeting would be no alert above INFO";
    }
    return before == 0
        ? "the end is there, and " + hop.from().label() + " met nobody" + days
        : "the end is there, and none of the "
            + before
            + " meetings of "
            + hop.from().label()
            + days
            + " would be an alert above INFO with another hull";
  }

  private static boolean longer(Chain one, Chain other) {
    return one.hops().size() > other.hops().size();
  }

  /** Why a hop ends at the DPRK; the ship that comes from elsewhere must not be linked. */
  private Optional<String> end(Hop hop, Claims claims) {
    if (hop.from().dprkLink().isPresent()) {
      return Optional.empty();
    }
    Instant left = hop.meeting().fact().getEnd();
    return hop.to()
        .dprkLink()
        .map(why -> hop.to().label() + " (" + why + ")")
        .or(
            () ->
                alerts.calls(hop.to().key(), claims).stream()
                    .filter(v -> "KP".equals(v.country()) && v.start().isAfter(left))
                    .filter(v -> !v.start().isAfter(left.plus(StsChains.WAIT)))
                    .findFirst()
                    .map(v -> hop.to().label() + " called at " + v.port() + " " + v.start()))
        .or(
            () ->
                hop.meeting().place().claimedByDprk()
                    ? Optional.of("in waters that the DPRK claims")
                    : Optional.empty());
  }

  private Optional<Chain> back(Hop last, String end, Trail trail) {
    Instant oldest = last.meeting().fact().getEnd().minus(StsChains.LENGTH);
    Set<String> hulls = new LinkedHashSet<>(List.of(hull(last.from()), hull(last.to())));
    List<Hop> hops = longest(last, oldest, hulls, 1, trail);
    if (hops.size() < StsChains.LEAST_HOPS) {
      return Optional.empty();
    }
    return Optional.of(new Chain(hops, end, partners(hops, oldest, trail)));
  }

  /** The hops up to this one, this one included. */
  private List<Hop> longest(Hop hop, Instant oldest, Set<String> hulls, int depth, Trail trail) {
    List<Hop> best = List.of();
    if (depth < MOST_HOPS && hop.from().dprkLink().isEmpty()) {
      for (Encounter before : before(hop, oldest, trail)) {
        Optional<Hop> step = step(before, hop.from(), trail);
        if (step.isPresent() && hulls.add(hull(step.get().from()))) {
          List<Hop> found = longest(step.get(), oldest, hulls, depth + 1, trail);
          hulls.remove(hull(step.get().from()));
          best = found.size() > best.size() ? found : best;
        }
      }
    }
    List<Hop> all = new ArrayList<>(best);
    all.add(hop);
    return all;
  }

  /** What its first ship met before, not too long ago, the latest first. */
  private static List<Encounter> before(Hop hop, Instant oldest, Trail trail) {
    Instant start = hop.meeting().fact().getStart();
    return met(hop.from(), trail).stream()
        .filter(e -> !e.getEnd().isAfter(start) && !e.getStart().isBefore(oldest))
        .filter(e -> !e.getEnd().plus(StsChains.WAIT).isBefore(start) && !e.getContested())
        .limit(MOST_TRIED)
        .toList();
  }

  private static List<Encounter> met(Ship ship, Trail trail) {
    TreeMap<String, Encounter> met = new TreeMap<>();
    for (String key : keys(ship, trail)) {
      trail.met(key).forEach(e -> met.put(e.getEncounterId(), e));
    }
    return met.values().stream().sorted(LATEST_FIRST).toList();
  }

  /** Follows the hull, whatever MMSI she used. */
  private static Set<String> keys(Ship ship, Trail trail) {
    Set<String> keys = new TreeSet<>(Set.of(ship.key()));
    String imo = ship.imo();
    if (imo != null && Imo.isValid(imo)) {
      keys.addAll(trail.keysOf(imo));
    }
    return keys;
  }

  /** An earlier meeting as a hop to this ship, where it is one that would be an alert. */
  private Optional<Hop> step(Encounter e, Ship to, Trail trail) {
    Case c = alerts.theCase(e, trail.claims(e));
    boolean first = hull(c.ship1()).equals(hull(to));
    if (first == hull(c.ship2()).equals(hull(to)) || !alerts.isCredible(c)) {
      return Optional.empty(); // under that key then was another hull, or both are one
    }
    return Optional.of(first ? new Hop(c, c.ship2(), c.ship1()) : new Hop(c, c.ship1(), c.ship2()));
  }

  /** How many others the carriers met in the days before the last meeting, at most. */
  private static int partners(List<Hop> hops, Instant oldest, Trail trail) {
    Instant until = hops.get(hops.size() - 1).meeting().fact().getStart();
    int most = 0;
    for (Hop hop : hops) {
      Set<String> keys = keys(hop.from(), trail);
      Set<String> others = new TreeSet<>();
      for (Encounter e : met(hop.from(), trail)) {
        if (!e.getStart().isBefore(oldest) && !e.getStart().isAfter(until)) {
          others.add(keys.contains(e.getVessel1()) ? e.getVessel2() : e.getVessel1());
        }
      }
      most = Math.max(most, others.size());
    }
    return most;
  }

  /** Her IMO number for a ship's life, else the key. */
  private static String hull(Ship ship) {
    String imo = ship.imo();
    return imo != null && Imo.isValid(imo) ? "IMO " + imo : ship.key();
  }
}
