package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** The constructed tracks of meetings that AIS did not see, and of what only looks like one. */
final class DarkCases {
  private static final String DAY = "2017-10-15T00:00:00Z";

  /** Between Slavyanka and Chongjin, where nobody else is heard (domain rule 3.8). */
  private static final double LAT = 41.0;

  private static final double LON = 132.2;

  /** Off Primorye, where others sail. */
  private static final double BUSY_LAT = 41.4;

  private static final double BUSY_LON = 133.6;

  private static final int CARGO = 70;
  private static final int FISHING = 30;

  private static final Hull VITYAZ =
      Hull.tanker("273999991", "VITYAZ", 78).imo("8125703").bound("FISHING FLEET JAPAN SEA");
  private static final Hull SAM_MA_2 = Hull.tanker("445999992", "SAM MA 2", 75).imo("8106496");
  private static final Hull WAITS = Hull.tanker("445999971", null, 80);
  private static final Hull TANKER = Hull.tanker("538999971", null, 95);
  private static final Hull OTHER = Hull.tanker("636999972", null, 90);

  private DarkCases() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("vityaz-silent", vityaz()),
        entry("vityaz-silent-unreported", vityaz()),
        entry("silent-ship-on-its-way", onItsWay().drawn()),
        entry("silent-ship-that-saw-her-on-ais", metBefore().drawn()),
        entry("silent-ship-too-far-off", tooFar().drawn()),
        entry("silent-among-fishing-boats", amongFishers()),
        entry("silent-with-the-feed", feedOutage()),
        entry("double-dark", doubleDark(3_000).drawn()),
        entry("double-dark-far-apart", doubleDark(60_000).drawn()),
        entry("double-dark-lonely", lonely().drawn()));
  }

  /** Silent for 42 h from four hours out of Slavyanka, while the other one lies at sea. */
  private static Drawing vityaz() {
    Scene sea = Scene.at(DAY, LAT, LON).everyMinutes(20);
    return sea.ship(SAM_MA_2, 22, 34, 0)
        .passage(
            VITYAZ, 0, 42.86, 131.38, 6, 42.86, 131.38, 10, 42.45, 131.7, 52, 42.4, 131.7, 57,
            42.86, 131.38)
        .silent(10, 52)
        .drawn();
  }

  /** 13 kn for eight hours, so that she can have stopped nowhere but on her way. */
  private static Scene onItsWay() {
    Scene sea = busy();
    sea.with(WAITS, Track.of(WAITS.mmsi()).everyMinutes(20).at(0, 0, 0).at(12, 2_000, 4_000));
    return sea.with(
        TANKER,
        Track.of(TANKER.mmsi())
            .everyMinutes(20)
            .at(0, -98_000, 3_000)
            .at(1, -74_000, 3_000)
            .at(9, 74_000, 3_000)
            .at(12, 146_000, 3_000)
            .silent(1, 9));
  }

  /** They lie together in sight; then one falls silent, and the other one stays. */
  private static Scene metBefore() {
    return Scene.at(DAY, BUSY_LAT, BUSY_LON)
        .ship(WAITS, 1, 12, 0)
        .ship(TANKER, 1.5, 12, 60)
        .silent(5, 12.4);
  }

  /** Silent for seven hours, 300 km away. */
  private static Scene tooFar() {
    return busy()
        .ship(WAITS, 1, 9, 0)
        .with(
            TANKER,
            Track.of(TANKER.mmsi())
                .everyMinutes(20)
                .at(0, 0, -300_000)
                .at(12, 0, -250_000)
                .silent(2, 9));
  }

  /** Squid boats drift for a night, and some of them are heard at dusk and dawn only. */
  private static Drawing amongFishers() {
    Scene sea = Scene.at("2017-09-20T08:00:00Z", 40.3, 133.0).everyMinutes(30);
    for (int i = 0; i < 9; i++) {
      Hull boat = Hull.of("41299995" + i, null, FISHING, 30 + 2 * i);
      sea.ship(boat, 1, 13, 3_000 * i, 900 * (i % 3));
      if (i % 2 == 0) {
        sea.silent(2, 12.5);
      }
    }
    return sea.drawn();
  }

  /** All that are near fall silent together; a ship that another receiver hears lies off. */
  private static Drawing feedOutage() {
    Scene sea = Scene.at("2018-01-15T00:00:00Z", BUSY_LAT, BUSY_LON).everyMinutes(30);
    for (int i = 0; i < 5; i++) {
      Hull ship = Hull.of("53899996" + i, null, i % 2 == 0 ? 80 : CARGO, 100);
      sea.stays(ship, 24, 4_000 * (i % 3), 5_000 * (i / 3)).silent(8, 16);
    }
    return sea.stays(WAITS, 24, 75_000, 0).drawn();
  }

  /** Two tankers fall silent so far apart, and are heard again there. */
  private static Scene doubleDark(double apartM) {
    return busy().ship(TANKER, 1, 12, 0).silent(2, 9.5).ship(OTHER, 1, 12, apartM).silent(3, 10);
  }

  /** The same where nobody else is heard. */
  private static Scene lonely() {
    return Scene.at(DAY, LAT, LON)
        .ship(TANKER, 1, 12, 0)
        .silent(2, 9.5)
        .ship(OTHER, 1, 12, 3_000)
        .silent(3, 10);
  }

  /** Four ships under way, each on its own course, so that a silence stands out. */
  private static Scene busy() {
    Scene sea = Scene.at(DAY, BUSY_LAT, BUSY_LON).everyMinutes(20);
    for (int i = 0; i < 4; i++) {
      Hull ship = Hull.of("35199997" + i, null, CARGO, 150);
      double eastM = -30_000 + 18_000 * i;
      sea.with(
          ship,
          Track.of(ship.mmsi())
              .everyMinutes(20)
              .at(0, eastM, -60_000)
              .at(13, eastM + 5_000, 70_000));
    }
    return sea;
  }
}
