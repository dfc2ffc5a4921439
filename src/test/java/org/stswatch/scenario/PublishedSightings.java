package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/**
 * DPRK tankers that Japan photographed alongside ships without a name or flag in what was read. The
 * places are derived from the published distances to Shanghai; hours and partners are constructed.
 */
final class PublishedSightings {
  private static final Hull JI_SONG_6 = dprk(91, "JI SONG 6", "8898740", 85);
  private static final Hull YU_PHYONG_5 = dprk(93, "YU PHYONG 5", "8605026", 76);
  private static final Hull NAM_SAN_8 = dprk(94, "NAM SAN 8", "8122347", 96);
  private static final Hull YU_SON = dprk(95, "YU SON", "8691702", 99);
  private static final Hull MU_BONG_1 = dprk(96, "MU BONG 1", "8610461", 80);

  private PublishedSightings() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("ji-song-6", met("2018-05-19T00:00:00Z", 31.2, 125.15, JI_SONG_6, 11)),
        entry("yu-phyong-5", met("2018-06-21T18:00:00Z", 31.1, 126.2, YU_PHYONG_5, 12)),
        entry(
            "nam-san-8-twice",
            met("2018-07-31T10:00:00Z", 28.65, 124.37, NAM_SAN_8, 13)
                .and(met("2019-12-16T14:00:00Z", 29.37, 123.59, NAM_SAN_8, 14))),
        entry("saebyol-2019", met("2019-03-02T00:00:00Z", 27.7, 122.0, Ships.SAEBYOL, 15)),
        entry("yu-son-two-partners", yuSon()),
        entry(
            "mu-bong-1-and-chon-ma-san",
            met("2019-11-13T02:00:00Z", 30.1, 124.7, MU_BONG_1, 18)
                .and(met("2020-01-12T02:00:00Z", 30.3, 124.5, Ships.CHON_MA_SAN, 19))));
  }

  /** Five and a half hours beside a small ship. */
  private static Drawing met(String start, double lat, double lon, Hull dprk, int partner) {
    return Scene.at(start, lat, lon)
        .ship(dprk, 0.5, 9, 0)
        .ship(Ships.unnamed(partner, 50 + partner), 2, 7.5, 36)
        .drawn();
  }

  /** One in the morning and one at midnight, Japan time. */
  private static Drawing yuSon() {
    return Scene.at("2019-03-19T20:00:00Z", 27.5, 122.0)
        .ship(YU_SON, 0.5, 24, 0)
        .ship(Ships.unnamed(16, 66), 2, 7, 36)
        .ship(Ships.unnamed(17, 60), 17, 22, -38)
        .drawn();
  }

  private static Hull dprk(int number, String name, String imo, double lengthM) {
    return Hull.tanker("4459999" + number, name, lengthM).imo(imo);
  }
}
