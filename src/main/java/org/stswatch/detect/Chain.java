package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Meetings that follow one another, each sharing a hull with the next, the last one at the DPRK.
 *
 * @param hops by time; the second ship of each is the first of the next
 * @param end why the last one ends at the DPRK
 * @param partners most ships that one of the carriers met in that time
 */
public record Chain(List<Hop> hops, String end, int partners) {

  /**
   * One meeting.
   *
   * @param from the ship that is not met again
   * @param to the ship that goes on
   */
  public record Hop(Case meeting, Ship from, Ship to) {
    String words() {
      return from.label()
          + " and "
          + to.label()
          + " ("
          + meeting.fact().getStart()
          + ", "
          + meeting.place().portDistanceM() / 1000
          + " km from "
          + meeting.place().nearestPort()
          + ")";
    }
  }

  public Chain {
    hops = List.copyOf(hops);
  }

  public Hop last() {
    return hops.get(hops.size() - 1);
  }

  /** In the order in which they met. */
  public List<Ship> ships() {
    List<Ship> ships = new ArrayList<>(List.of(hops.get(0).from()));
    hops.forEach(hop -> ships.add(hop.to()));
    return ships;
  }

  /** One line for people. */
  public String title() {
    return ships().stream().map(Ship::label).collect(Collectors.joining(", "))
        + " met one after the other: pattern consistent with a chain of ship-to-ship transfers";
  }
}
