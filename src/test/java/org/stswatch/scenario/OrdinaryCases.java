package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** What ships do every day: none of it is an alert above INFO. */
final class OrdinaryCases {
  private static final int FISHING = 30;
  private static final int TOWING = 31;
  private static final int PILOT = 50;
  private static final int TUG = 52;
  private static final int TENDER = 53;
  private static final int CARGO = 70;

  private OrdinaryCases() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("fishing-fleet", fishingFleet()),
        entry("pair-trawl", pairTrawl()),
        entry("pair-trawl-skylight", pairTrawl()),
        entry("pilot-boarding", pilot()),
        entry("tug-and-tow", tow("2017-11-03T00:00:00Z", 3.5)),
        entry("tug-and-tow-slow", tow("2017-11-05T00:00:00Z", 1.6)),
        entry("bunker-barge-in-roadstead", bunkering()),
        entry("nampo-roadstead", nampo()),
        entry("vostochny-roadstead", vostochny()),
        entry("ocean-skipper-rajin", oceanSkipper()),
        entry("service-launch", launch()),
        entry("passing-ships", passing()),
        entry("two-alone-at-anchor", aloneAtAnchor()),
        entry("own-fleet", ownFleet()));
  }

  /** Five squid boats drift under their lights for a night. */
  private static Drawing fishingFleet() {
    Scene sea = Scene.at("2017-09-20T10:00:00Z", 40.3, 133.0).everyMinutes(30);
    for (int i = 0; i < 5; i++) {
      Hull boat = Hull.of("41299990" + i, null, FISHING, 30 + 2 * i);
      sea.ship(boat, 1, 11, 260 * i, 40 * (i % 2));
    }
    return sea.drawn();
  }

  /** Two trawlers with one net between them, 3 kn on the same course. */
  private static Drawing pairTrawl() {
    Scene sea = Scene.at("2017-09-21T00:00:00Z", 40.0, 132.6).everyMinutes(10);
    for (int i = 0; i < 2; i++) {
      Hull boat = Hull.of("41299991" + i, null, FISHING, 38);
      double eastM = 220 * i;
      sea.with(
          boat,
          Track.of(boat.mmsi())
              .everyMinutes(10)
              .at(0, eastM, 0)
              .at(5, eastM + 9_000, 5 * 2.6 * 1852));
    }
    return sea.drawn();
  }

  /**
   * A boat puts a pilot aboard in passing, and lies for two and a half hours by a ship that waits.
   */
  private static Drawing pilot() {
    Hull boat = Hull.of("273999901", null, PILOT, 16);
    Hull waits = Hull.of("538999901", null, CARGO, 180);
    Hull passes = Hull.of("538999902", null, CARGO, 160);
    return Scene.anchored("2017-10-02T00:00:00Z", 42.62, 133.06)
        .everyMinutes(10)
        .stays(waits, 7, 0, 0)
        .with(
            boat,
            Track.of(boat.mmsi())
                .at(0, 2500, 9000)
                .at(1, 60, 20)
                .at(3.5, 60, 20)
                .at(4, 3000, 1000)
                .at(4.3, 3000, 6000)
                .at(5.5, 2500, 9000))
        .with(
            passes,
            Track.of(passes.mmsi())
                .at(3, 3030, -12_000)
                .at(4, 3030, 1000)
                .at(4.3, 3030, 6000)
                .at(5.3, 3030, 20_000))
        .drawn();
  }

  /** A tug with a dead ship 250 m astern, far from any port, for twelve hours. */
  private static Drawing tow(String start, double knots) {
    Hull tug = Hull.of("273999902", null, TOWING, 38);
    Hull towed = Hull.of("538999903", null, CARGO, 120);
    double way = 12 * knots * 1852;
    return Scene.at(start, 40.2, 135.0)
        .with(tug, Track.of(tug.mmsi()).everyMinutes(20).at(0, 0, 0).at(12, 0, way))
        .with(towed, Track.of(towed.mmsi()).everyMinutes(20).at(0, 0, -250).at(12, 0, way - 250))
        .drawn();
  }

  /** In the roads off Vostochny, 14 km from the point of the port. */
  private static Drawing bunkering() {
    Hull bulker = Hull.of("538999904", null, CARGO, 190);
    Hull barge = Hull.tanker("273999903", null, 72);
    return Scene.anchored("2017-10-05T00:00:00Z", 42.62, 133.06)
        .stays(bulker, 12, 0, 0)
        .ship(barge, 3, 8, 34)
        .drawn();
  }

  /** 37 km from the point of Nampo, at anchor 350 m from each other. */
  private static Drawing nampo() {
    return anchorage(38.60, 124.998, "445999941", "445999942", "538999911", "445999943");
  }

  private static Drawing vostochny() {
    return anchorage(42.64, 133.18, "538999912", "636999912", "273999943", "538999914");
  }

  private static Drawing anchorage(double lat, double lon, String... mmsis) {
    Scene roads = Scene.anchored("2017-10-08T00:00:00Z", lat, lon).everyMinutes(30);
    for (int i = 0; i < mmsis.length; i++) {
      Hull ship = Hull.of(mmsis[i], null, i % 2 == 0 ? 80 : CARGO, 90 + 10 * i);
      roads.stays(ship, 12, 350 * (i % 2), 350 * (i / 2));
    }
    return roads.drawn();
  }

  /** Two tankers wait at anchor 320 m apart for a night, where nobody else is. */
  private static Drawing aloneAtAnchor() {
    return Scene.anchored("2018-05-18T00:00:00Z", 42.40, 133.30)
        .ship(Hull.tanker("273999981", null, 120), 2, 15, 0)
        .ship(Hull.tanker("538999981", null, 140), 3, 14, 320)
        .drawn();
  }

  /** Loads at Rajin for two days, and sails to the south. */
  private static Drawing oceanSkipper() {
    Hull ship = Hull.of("477999992", "OCEAN SKIPPER", CARGO, 180);
    Hull coaster = Hull.of("445999947", null, CARGO, 60);
    return Scene.at("2017-09-10T00:00:00Z", 42.0, 130.6)
        .everyMinutes(30)
        .passage(
            ship, 0, 40.5, 131.5, 12, 42.15, 130.35, 14, 42.23, 130.29, 60, 42.23, 130.29, 62,
            42.15, 130.35, 74, 40.5, 131.5)
        .passage(coaster, 10, 41.9, 130.0, 16, 42.1, 130.35, 20, 42.3, 130.5)
        .drawn();
  }

  /** A boat brings stores to a ship at anchor in the roads of Nampo. */
  private static Drawing launch() {
    Hull boat = Hull.of("445999948", null, TENDER, 18);
    Hull bulker = Hull.of("445999949", null, CARGO, 140);
    return Scene.anchored("2018-05-02T00:00:00Z", 38.6, 124.998)
        .everyMinutes(10)
        .stays(bulker, 7, 0, 0)
        .ship(boat, 2, 5, 25)
        .drawn();
  }

  /** Two meet head on, one overtakes slowly; 300 m and more apart. */
  private static Drawing passing() {
    Hull south = Hull.tanker("273999913", null, 140);
    Hull north = Hull.tanker("445999952", null, 70);
    Hull fast = Hull.of("538999922", null, CARGO, 200);
    return Scene.at("2018-02-01T00:00:00Z", 40.5, 132.5)
        .everyMinutes(10)
        .with(north, Track.of(north.mmsi()).everyMinutes(12).at(0, 0, -50_000).at(6, 0, 50_000))
        .with(south, Track.of(south.mmsi()).everyMinutes(12).at(0, 300, 60_000).at(6, 300, -60_000))
        .with(fast, Track.of(fast.mmsi()).everyMinutes(12).at(0, 400, -62_000).at(6, 400, 62_000))
        .drawn();
  }

  /** Two ships of one registered owner sail in company, and wait together 350 m apart. */
  private static Drawing ownFleet() {
    Scene sea = Scene.at("2018-03-20T00:00:00Z", 41.4, 134.2);
    Drawing register = Drawing.of();
    for (int i = 0; i < 2; i++) {
      Hull ship = Hull.of("53899993" + i, null, CARGO, 120);
      Track track = Track.of(ship.mmsi()).everyMinutes(20);
      double eastM = 350 * i;
      track.at(0, eastM - 60_000, 0).at(3, eastM, 0).at(9, eastM + 1500, 3000);
      sea.with(ship, track.at(11, eastM + 1500, 43_000));
      register = register.says("2018-03-19T00:00:00Z", ship.owned("5999991"));
    }
    return sea.drawn().and(register);
  }
}
