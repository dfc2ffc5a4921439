package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** Numbers and names that more than one ship uses. */
final class IdentityCases {
  private IdentityCases() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("listed-number-at-two-places", twoPlaces()), entry("number-handed-on", handedOn()));
  }

  /** Under way in the Japan Sea, and by the same number in the East China Sea. */
  private static Drawing twoPlaces() {
    Hull listed = Ships.PATRIOT;
    Scene here = Scene.at("2018-09-15T00:00:00Z", 40.0, 134.5).with(listed, sails(listed, 0, 6));
    Scene there = Scene.at("2018-09-15T00:07:00Z", 31.0, 124.4).with(listed, sails(listed, 1, 5));
    return here.drawn().and(Drawing.of(there.chart()));
  }

  /** One sends no more, and another far off begins: a number that was handed on. */
  private static Drawing handedOn() {
    Hull sold = Hull.of("538999951", null, 70, 90);
    Scene here = Scene.at("2018-09-15T00:00:00Z", 40.0, 134.5).with(sold, sails(sold, 0, 3));
    Scene there = Scene.at("2018-09-15T00:07:00Z", 31.0, 124.4).with(sold, sails(sold, 3, 9));
    return here.drawn().and(Drawing.of(there.chart()));
  }

  /** North at 9 kn. */
  private static Track sails(Hull hull, double from, double to) {
    return Track.of(hull.mmsi())
        .everyMinutes(10)
        .at(from, 0, from * 9 * 1852)
        .at(to, 0, to * 9 * 1852);
  }
}
