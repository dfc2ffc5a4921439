package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** What goes wrong with transponders and receivers: none of it is an alert above INFO. */
final class FeedFaults {
  private static final int CARGO = 70;

  private FeedFaults() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("cloned-mmsi", cloned()),
        entry("ghost-pair", ghostPair()),
        entry("ghost-jump", ghostJump()),
        entry("feed-outage", outage()));
  }

  /** Somebody off Shanghai sends the MMSI of a ship that lies off Nampo, and meets a ship. */
  private static Drawing cloned() {
    Hull clone = Hull.tanker("445999945", null, 80);
    Hull partner = Hull.of("538999915", null, CARGO, 110);
    Drawing off =
        Scene.at("2018-03-10T00:00:00Z", 31.0, 124.4)
            .ship(partner, 1, 9, 0)
            .ship(clone, 2, 8, 40)
            .drawn();
    Scene home = Scene.anchored("2018-03-10T00:02:00Z", 38.6, 124.9);
    return off.and(Drawing.of(home.stays(clone, 11, 0, 0).chart()));
  }

  /** Two transponders on one hull, 30 m apart, at sea and adrift. */
  private static Drawing ghostPair() {
    Hull one = Hull.of("538999916", "CONSTRUCTED TWIN", CARGO, 120).imo("1000007");
    Hull two = Hull.of("538999917", "CONSTRUCTED TWIN", CARGO, 120).imo("1000007");
    Scene sea = Scene.at("2018-04-02T00:00:00Z", 40.4, 134.0);
    int i = 0;
    for (Hull hull : new Hull[] {one, two}) {
      double eastM = 30 * i++;
      sea.with(
          hull,
          Track.of(hull.mmsi())
              .everyMinutes(10)
              .at(0, eastM - 60_000, 0)
              .at(3, eastM, 0)
              .at(10, eastM + 2000, 3000)
              .at(12, eastM + 40_000, 3000));
    }
    return sea.drawn();
  }

  /** One fix of a far ship falls beside a ship that drifts. */
  private static Drawing ghostJump() {
    Hull adrift = Hull.of("636999946", null, CARGO, 80);
    Hull far = Hull.tanker("538999918", null, 110);
    return Scene.at("2018-04-03T00:00:00Z", 40.6, 133.6)
        .ship(adrift, 1, 8, 0)
        .with(far, Track.of(far.mmsi()).everyMinutes(20).at(0, 90_000, 0).at(9, 90_000, 60_000))
        .with(far, Track.of(far.mmsi()).at(4.05, 900, 2200))
        .drawn();
  }

  /**
   * Six ships wait for a berth some kilometres apart, and the receiver is silent for eight hours.
   */
  private static Drawing outage() {
    Scene sea = Scene.anchored("2018-01-15T00:00:00Z", 42.3, 133.3).everyMinutes(30);
    String[] mmsis = {"273999911", "273999912", "538999921", "445999951", "636999921", "477999921"};
    for (int i = 0; i < mmsis.length; i++) {
      Hull ship = Hull.of(mmsis[i], null, i % 2 == 0 ? 80 : CARGO, 100);
      sea.stays(ship, 24, 4000 * (i % 3), 5000 * (i / 3)).silent(8, 16);
    }
    return sea.drawn();
  }
}
