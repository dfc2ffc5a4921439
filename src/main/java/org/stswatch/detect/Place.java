package org.stswatch.detect;

import java.util.List;

/**
 * Where it was.
 *
 * @param zones names of the waters that hold it, scope boxes left out
 * @param nearestPort name of the nearest port
 * @param portDistanceM distance to its point, metres
 * @param shoreDistanceM distance to the coast line, metres
 * @param claimedByDprk whether it lies in waters that the DPRK claims
 */
public record Place(
    List<String> zones,
    String nearestPort,
    int portDistanceM,
    int shoreDistanceM,
    boolean claimedByDprk) {

  public Place {
    zones = List.copyOf(zones);
  }
}
