package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** Ships that look like the ordinary cases by what they declare, and must not be excused by it. */
final class Pretences {
  private static final int FISHING = 30;
  private static final int TOWING = 31;
  private static final int TUG = 52;
  private static final int TENDER = 53;
  private static final int CARGO = 70;
  private static final int TANKER = 80;

  private Pretences() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("service-launch-that-is-none", bigLaunch()),
        entry("mother-ship-as-tug", motherShip()),
        entry("tanker-as-tug", tankerAsTug()),
        entry("tow-that-lies-alongside", towAlongside()),
        entry("bunker-barge-falls-silent", silentBarge()),
        entry("bunker-barge-at-sea", bargeAtSea()),
        entry("bunker-barge-off-nampo", bargeOffNampo()),
        entry("silent-alongside-in-port", silentInPort("2018-05-12T00:00:00Z", 11)),
        entry("heard-alongside-in-port", silentInPort("2018-05-14T00:00:00Z", 7)),
        entry("fishing-boat-that-is-none", bigFishingBoat()),
        entry("own-fleet-alongside", fleetAlongside()),
        entry("anchored-then-alongside", anchoredThenAlongside()),
        entry("borrowed-identity-under-dprk-mmsi", borrowedIdentity()));
  }

  /** Declares a tender (53), is 90 m long and lies far out. */
  private static Drawing bigLaunch() {
    return Scene.at("2018-05-03T00:00:00Z", 40.2, 133.4)
        .ship(Hull.of("273999951", null, TENDER, 90), 0.5, 9, 0)
        .ship(Hull.tanker("538999951", null, 80), 2, 7, 36)
        .drawn();
  }

  /** Declares a tug (52), is 140 m long, 40 km off a port, and four tankers call in one night. */
  private static Drawing motherShip() {
    Scene sea =
        Scene.at("2018-05-04T08:00:00Z", 42.35, 133.2)
            .ship(Hull.of("273999952", null, TUG, 140), 0, 16, 0);
    for (int i = 0; i < 4; i++) {
      double from = 1 + 3.6 * i;
      sea.ship(Hull.tanker("53899996" + i, null, 60), from, from + 3, i % 2 == 0 ? 40 : -40);
    }
    return sea.drawn();
  }

  /** Says on AIS that she is a tug of 40 m; a register has a tanker of 95 m. */
  private static Drawing tankerAsTug() {
    Hull says = Hull.of("273999953", null, TUG, 40);
    Hull is = new Hull("273999953", null, null, TANKER, 95, 0, null, null, true);
    return Scene.at("2018-05-05T00:00:00Z", 42.45, 133.1)
        .ship(says, 0.5, 9, 0)
        .ship(Hull.tanker("538999953", null, 85), 2, 7, 38)
        .drawn()
        .says("2018-01-01T00:00:00Z", is);
  }

  /** A tug and a tanker move at 1.6 kn, but side by side: no tow is towed so. */
  private static Drawing towAlongside() {
    Hull tug = Hull.of("273999954", null, TOWING, 38);
    Hull tanker = Hull.tanker("538999954", null, 90);
    double way = 8 * 1.6 * 1852;
    return Scene.at("2018-05-06T00:00:00Z", 40.2, 135.0)
        .with(tug, Track.of(tug.mmsi()).everyMinutes(10).at(0, 0, 0).at(8, 0, way))
        .with(tanker, Track.of(tanker.mmsi()).everyMinutes(10).at(0, 40, 0).at(8, 40, way))
        .drawn();
  }

  /** The bunker barge of the ordinary case, but she is silent for three hours alongside. */
  private static Drawing silentBarge() {
    return Scene.anchored("2018-05-07T00:00:00Z", 42.62, 133.06)
        .stays(Hull.of("538999955", null, CARGO, 190), 14, 0, 0)
        .ship(Hull.tanker("273999955", null, 72), 3, 9, 34)
        .silent(4.5, 7.7)
        .drawn();
  }

  /** The same two in open sea, where no barge of a port goes. */
  private static Drawing bargeAtSea() {
    return Scene.at("2018-05-08T00:00:00Z", 40.9, 132.4)
        .ship(Hull.of("538999956", null, CARGO, 190), 0.5, 10, 0)
        .ship(Hull.tanker("273999956", null, 72), 2, 7, 34)
        .drawn();
  }

  /** The same two in the roads of Nampo. */
  private static Drawing bargeOffNampo() {
    return Scene.anchored("2018-05-16T00:00:00Z", 38.6, 124.998)
        .stays(Hull.of("538999972", null, CARGO, 190), 12, 0, 0)
        .ship(Hull.tanker("538999973", null, 72), 3, 8, 34)
        .drawn();
  }

  /** Alongside 5 km off Nakhodka; one is silent from the fourth hour on, and heard again. */
  private static Drawing silentInPort(String start, double until) {
    return Scene.anchored(start, 42.77, 132.92)
        .stays(Hull.tanker("273999958", null, 90), 16, 0, 0)
        .ship(Hull.tanker("538999971", null, 110), 2, 13, 38)
        .silent(4, until)
        .drawn();
  }

  /** Both declare fishing; one is 95 m long. */
  private static Drawing bigFishingBoat() {
    return Scene.at("2018-05-09T00:00:00Z", 40.3, 133.1)
        .ship(Hull.of("273999957", null, FISHING, 95), 0.5, 9, 0)
        .ship(Hull.of("412999957", null, FISHING, 45), 2, 7, 36)
        .drawn();
  }

  /** Two tankers of one registered owner, side by side for six hours. */
  private static Drawing fleetAlongside() {
    Hull one = Hull.tanker("538999958", null, 110);
    Hull two = Hull.tanker("538999959", null, 90);
    return Scene.at("2018-05-10T00:00:00Z", 40.5, 134.1)
        .ship(one, 0.5, 10, 0)
        .ship(two, 2, 8, 40)
        .drawn()
        .says("2018-05-01T00:00:00Z", one.owned("5999992"), two.owned("5999992"));
  }

  /** At anchor 320 m apart for a night, but for four hours side by side. */
  private static Drawing anchoredThenAlongside() {
    Hull guest = Hull.tanker("538999982", null, 140);
    Track track = Track.of(guest.mmsi()).everyMinutes(20).at(2, 320, 0).at(8, 320, 0);
    return Scene.anchored("2018-05-20T00:00:00Z", 42.40, 133.30)
        .ship(Hull.tanker("273999982", null, 120), 1, 18, 0)
        .with(guest, track.at(8.5, 45, 0).at(12.5, 45, 0).at(13, 320, 0).at(17, 320, 0))
        .drawn();
  }

  /** A ship with a DPRK MMSI states her partner's IMO number: no second transponder of his. */
  private static Drawing borrowedIdentity() {
    Hull host = Hull.tanker("538999970", null, 120).imo("1000007");
    Hull guest = Hull.tanker("445999953", null, 120).imo("1000007");
    return Scene.at("2018-05-11T00:00:00Z", 40.4, 133.9)
        .ship(host, 0.5, 10, 0)
        .ship(guest, 2, 8, 30)
        .drawn();
  }
}
