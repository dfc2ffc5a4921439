package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The constructed tracks of ships that are alone on AIS while reports tell of a transfer, and of
 * one that met a listed ship before.
 */
final class AloneCases {
  private static final String DAY = "2017-11-05T00:00:00Z";

  /** Off Primorye, where others sail. */
  private static final double LAT = 41.4;

  private static final double LON = 133.6;

  private static final int CARGO = 70;

  private static final Hull TANKER = Hull.tanker("538999961", null, 90).imo("1000019");
  private static final Hull OTHER = Hull.tanker("636999962", null, 85).imo("1000021");

  private static final Hull NAMESAKE =
      Hull.tanker("273999968", "CONSTRUCTED LISTED", 99).imo("1000033");

  private AloneCases() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("reported-while-silent", silent(busy(open()), TANKER, 0, 4, 15).drawn()),
        entry("described-while-silent", described()),
        entry("reported-while-adrift", adrift()),
        entry("reported-while-adrift-cleared", adrift()),
        entry("reported-meeting-then-silence", meetingThenSilence()),
        entry("met-a-listed-hull-before", metBefore(Ships.PATRIOT)),
        entry("met-a-namesake-before", metBefore(NAMESAKE)));
  }

  private static Scene open() {
    return Scene.at(DAY, LAT, LON);
  }

  /** One after the other, so that they cannot have been silent together. */
  private static Drawing described() {
    Scene one = silent(busy(open()), TANKER, 0, 2, 11);
    return silent(one, OTHER, 9_000, 13, 22).drawn();
  }

  /** Sails north at 4 kn and sends nothing from then to then. */
  private static Scene silent(Scene sea, Hull ship, double eastM, double from, double to) {
    return sea.with(
        ship,
        Track.of(ship.mmsi())
            .everyMinutes(20)
            .at(0, eastM, -30_000)
            .at(24, eastM, 150_000)
            .silent(from, to));
  }

  private static Drawing adrift() {
    return open().everyMinutes(20).ship(TANKER, 3, 13, 0).drawn();
  }

  /** Three hours alongside another tanker; an hour later she is silent for eleven. */
  private static Drawing meetingThenSilence() {
    return busy(Scene.anchored(DAY, LAT, LON))
        .ship(OTHER, 2, 5, 0)
        .with(
            TANKER,
            Track.of(TANKER.mmsi())
                .everyMinutes(20)
                .at(0, -30_000, 0)
                .at(2, 40, 0)
                .at(5, 40, 0)
                .at(24, 60_000, 60_000)
                .silent(6, 17))
        .drawn();
  }

  /** Twenty days after five hours with one she lies beside another. */
  private static Drawing metBefore(Hull first) {
    Scene before = Scene.at("2018-09-15T00:00:00Z", 40.0, 134.5);
    Scene after = Scene.at("2018-10-05T00:00:00Z", 40.0, 134.5);
    return before
        .ship(TANKER, 2, 7, 0)
        .ship(first, 2, 7, 60)
        .drawn()
        .and(after.ship(TANKER, 2, 7, 0).ship(OTHER, 2, 7, 60).drawn());
  }

  /** Four ships under way, each on its own course, so that a silence stands out. */
  private static Scene busy(Scene sea) {
    sea.everyMinutes(20);
    for (int i = 0; i < 4; i++) {
      Hull ship = Hull.of("35199996" + i, null, CARGO, 150);
      double eastM = -25_000 + 15_000 * i;
      sea.with(
          ship,
          Track.of(ship.mmsi())
              .everyMinutes(20)
              .at(0, eastM, -35_000)
              .at(24, eastM + 5_000, 160_000));
    }
    return sea;
  }
}
