package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** Meetings that follow one another, and such that only seem to. */
final class ChainCases {
  private static final Hull MOTHER = Hull.tanker("538999961", null, 180);
  private static final Hull FEEDER = Hull.tanker("636999961", null, 120);
  private static final Hull SMALL = Hull.tanker("511999961", null, 90);
  private static final Hull DPRK = Hull.tanker("445999961", null, 70);

  private ChainCases() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("mercury-shundlli-unknown", mercury()),
        entry("mother-feeder-delivery", threeHops()),
        entry("feeder-changes-mmsi", changesMmsi()),
        entry("chain-broken-for-15-days", twoHops("2018-05-01", "2018-05-17", FEEDER)),
        entry("meetings-of-different-hulls", twoHops("2018-05-01", "2018-05-06", SMALL)),
        entry("bunker-tanker-and-her-clients", bunkerTanker()));
  }

  private static Drawing mercury() {
    Hull laden = Ships.MERCURY.draught(6.8);
    Hull empty = Ships.SHUNDLLI.draught(3.6);
    return meeting("2022-12-01T00:00:00Z", 35.4, 124.2, empty, laden)
        .and(meeting("2022-12-05T12:00:00Z", 38.2, 124.6, Ships.unnamed(8, 75), empty.draught(5.1)))
        .says("2022-12-02T00:00:00Z", laden.draught(5.4), empty.draught(5.1));
  }

  private static Drawing threeHops() {
    return meeting("2018-05-01T00:00:00Z", 24.9, 122.8, MOTHER, FEEDER)
        .and(meeting("2018-05-09T00:00:00Z", 29.5, 124.2, FEEDER, SMALL))
        .and(meeting("2018-05-15T00:00:00Z", 33.0, 124.0, SMALL, DPRK));
  }

  /** One hull by her IMO number, under two flags. */
  private static Drawing changesMmsi() {
    Hull before = Hull.tanker("636999962", null, 120).imo("9074729");
    Hull after = Hull.tanker("671999962", null, 120).imo("9074729");
    return meeting("2018-05-01T00:00:00Z", 24.9, 122.8, MOTHER, before)
        .and(meeting("2018-05-09T00:00:00Z", 29.5, 124.2, after, DPRK));
  }

  private static Drawing twoHops(String first, String second, Hull feeder) {
    return meeting(first + "T00:00:00Z", 24.9, 122.8, MOTHER, FEEDER)
        .and(meeting(second + "T00:00:00Z", 29.5, 124.2, feeder, DPRK));
  }

  /** One a day, and none of them is linked to the DPRK. */
  private static Drawing bunkerTanker() {
    Hull barge = Hull.tanker("538999963", null, 95);
    Drawing days = meeting("2018-05-01T00:00:00Z", 29.5, 124.2, client(0), barge);
    for (int day = 1; day < 5; day++) {
      String start = "2018-05-0" + (day + 1) + "T00:00:00Z";
      days = days.and(meeting(start, 29.5, 124.2, client(day), barge));
    }
    return days;
  }

  private static Hull client(int number) {
    return Hull.of("63699995" + number, null, 70, 150);
  }

  /** Six hours alongside. */
  private static Drawing meeting(String start, double lat, double lon, Hull host, Hull visitor) {
    return Scene.at(start, lat, lon).ship(host, 1.5, 10, 0).ship(visitor, 2.5, 8.5, 38).drawn();
  }
}
