package org.stswatch.scenario;

import java.util.ArrayList;
import java.util.HashMap;
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
    Map<String, Chart> all = new HashMap<>(ofOneShip());
    all.put("last-port-far-east", lastPort(true));
    all.put("last-port-none", lastPort(false));
    all.put("identity-swapped-at-meeting", meeting());
    all.put("identity-kept", meeting());
    all.put("one-imo-number-on-two-mmsis", twoNumbers());
    all.put("reflagged-under-another-mmsi", reflagged());
    return all;
  }

  private static Map<String, Chart> ofOneShip() {
    return Map.of(
        "gap-among-others", gapAmongOthers(),
        "gap-while-ships-jump", gapWhileJumping(6),
        "gap-while-one-ship-jumps", gapWhileJumping(1),
        "gap-on-a-lonely-sea", Chart.of(DAY, LAT, LON, silent(DPRK)),
        "gap-feed-outage", feedOutage(),
        "gap-leaves-coverage", leavesCoverage(),
        "loitering-dprk", Chart.of(DAY, LAT, LON, Track.adrift(DPRK, 10, 0, 0)),
        "loitering-at-anchor", Chart.of(DAY, LAT, LON, Track.moored(DPRK, 10, 0, 0)),
        "loitering-unlinked", Chart.of(DAY, LAT, LON, Track.adrift(SHIP, 10, 0, 0)));
  }

  /** Two ships drift 300 m apart for five hours. */
  private static Chart meeting() {
    return Chart.of(
        DAY,
        40.0,
        134.5,
        Track.adrift("538000031", 5, -150, 0).everyMinutes(20),
        Track.adrift("636000032", 5, 150, 0).everyMinutes(20));
  }

  /** The same meeting, while another ship sails 300 km off. */
  private static Chart twoNumbers() {
    return Chart.of(
        DAY,
        40.0,
        134.5,
        Track.adrift("538000031", 5, -150, 0).everyMinutes(20),
        Track.adrift("636000032", 5, 150, 0).everyMinutes(20),
        Track.of("351000033").everyMinutes(20).at(0, 300_000, 0).at(5, 300_000, 83_000));
  }

  /** One comes under another MMSI, which is silent from there on. */
  private static Chart reflagged() {
    return Chart.of(
        DAY,
        40.0,
        134.5,
        Track.of("351000033").everyMinutes(20).at(-8, -60_000, 0).at(-4, -150, 0),
        Track.adrift("538000031", 5, -150, 0).everyMinutes(20),
        Track.adrift("636000032", 5, 150, 0).everyMinutes(20));
  }

  /** Lies in the roads of Nakhodka or not, sails 13 hours, and lies five hours beside another. */
  private static Chart lastPort(boolean called) {
    Chart sea = Chart.of(DAY, 41.0, 133.5);
    Track.Waypoint roads = sea.waypoint(0, 42.80, 132.84);
    Track tanker = Track.of("538000041").everyMinutes(20);
    if (called) {
      tanker.at(0, roads.eastM(), roads.northM() - 30_000).at(2, roads.eastM(), roads.northM());
      tanker.at(8, roads.eastM(), roads.northM());
    }
    tanker.at(21, 0, 0).at(26, 0, 2_000).at(28, 30_000, 0);
    Track other = Track.of("636000042").everyMinutes(20);
    other.at(19, 40_000, 0).at(21, 60, 0).at(26, 60, 2_000).at(28, -30_000, 0);
    return Chart.of(DAY, 41.0, 133.5, tanker, other);
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

  /** Some of six others have a fix 40 km off their track in the last hour before the silence. */
  private static Chart gapWhileJumping(int ships) {
    List<Track> tracks = new ArrayList<>(others());
    tracks.add(Track.of("351000024").at(0, 30_000, -20_000).at(24, 32_000, 160_000));
    tracks.add(Track.of("351000025").at(0, -32_000, -10_000).at(24, -30_000, 150_000));
    for (int i = 0; i < ships; i++) {
      tracks.add(Track.of("35100002" + i).at(3.45 + i / 20.0, 60_000, 40_000 + 3_000 * i));
    }
    return with(tracks, silent(DPRK));
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
