package org.stswatch.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The constructed tracks of what one ship does: silent, drifting, in port. */
final class VoyageCharts {
  private static final String DPRK = "445000021";
  private static final String SHIP = "538000021";
  private static final String DAY = "2017-10-15T00:00:00Z";

  /** Off Primorye, 150 km from any port, where others sail. */
  private static final double LAT = 41.4;

  private static final double LON = 133.6;

  private VoyageCharts() {}

  static Map<String, Chart> all() {
    return Map.of(
        "gap-among-others", gapAmongOthers(),
        "gap-on-a-lonely-sea", Chart.of(DAY, LAT, LON, silent(DPRK)),
        "gap-feed-outage", feedOutage(),
        "gap-leaves-coverage", leavesCoverage(),
        "loitering-dprk", Chart.of(DAY, LAT, LON, Track.adrift(DPRK, 10, 0, 0)),
        "loitering-at-anchor", Chart.of(DAY, LAT, LON, Track.moored(DPRK, 10, 0, 0)),
        "loitering-unlinked", Chart.of(DAY, LAT, LON, Track.adrift(SHIP, 10, 0, 0)));
  }

  /** Sails slowly north, says nothing from 04:00 to 17:00, and goes on. */
  private static Track silent(String mmsi) {
    return Track.of(mmsi).at(0, 0, 0).at(24, 0, 200_000).silent(4, 17);
  }

  /** Four ships under way around it, each on its own course. */
  private static List<Track> others() {
    List<Track> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double east = -25_000 + 15_000 * i;
      others.add(Track.of("35100002" + i).at(0, east, -20_000).at(24, east + 5_000, 160_000));
    }
    return others;
  }

  private static Chart gapAmongOthers() {
    return with(others(), silent(DPRK));
  }

  /** All fall silent within minutes, and come back together. */
  private static Chart feedOutage() {
    return with(others().stream().map(t -> t.silent(4.1, 16.9)).toList(), silent(DPRK));
  }

  /** The others stay in the north; it sails south, where nobody is heard. */
  private static Chart leavesCoverage() {
    List<Track> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      others.add(
          Track.of("35100002" + i).at(0, -15_000 + 10_000 * i, 25_000).at(24, 5_000, 45_000));
    }
    Track south = Track.of(DPRK).at(0, 0, 60_000).at(24, 0, -400_000).silent(3, 20);
    return with(others, south);
  }

  private static Chart with(List<Track> others, Track ship) {
    List<Track> all = new ArrayList<>(others);
    all.add(ship);
    return Chart.of(DAY, LAT, LON, all.toArray(Track[]::new));
  }
}
