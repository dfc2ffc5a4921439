package org.stswatch.report;

import java.time.Instant;
import java.util.List;

/**
 * An encounter as a report is held against it.
 *
 * @param id of the encounter
 * @param start first time in contact
 * @param end last time in contact
 * @param lat latitude of the middle, degrees north
 * @param lon longitude of the middle, degrees east
 * @param one a party
 * @param other the other one
 * @param rivals other encounters of a party, of which a report may speak as well
 */
public record Scene(
    String id,
    Instant start,
    Instant end,
    double lat,
    double lon,
    Hull one,
    Hull other,
    List<Rival> rivals) {

  /** Another encounter of one of the parties: when and where, and whose. */
  public record Rival(
      String id,
      String vessel1,
      String vessel2,
      Instant start,
      Instant end,
      double lat,
      double lon) {

    boolean isOf(String vessel) {
      return vessel1.equals(vessel) || vessel2.equals(vessel);
    }
  }

  public Scene {
    rivals = List.copyOf(rivals);
  }

  List<Hull> hulls() {
    return List.of(one, other);
  }
}
