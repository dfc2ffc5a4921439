package org.stswatch.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ships that hide, and ships that are accused, by what is sent or told (docs/RED_TEAM.md). The
 * tracks alone where a folder says itself what was stated, and how often it was heard.
 */
final class RedTeam {
  private static final int FISHING = 30;
  private static final int TUG = 52;
  private static final int TENDER = 53;
  private static final int CARGO = 70;

  /** Open sea in waters where transfers were reported. */
  private static final double SEA_LAT = 41.0;

  private static final double SEA_LON = 132.2;

  /** 40 km off Nakhodka: out of the port's radius, within a day trip of harbour craft. */
  private static final double OFF_LAT = 42.45;

  private static final double OFF_LON = 133.1;

  private static final Hull OF_DPRK = Hull.tanker("445999960", null, 85);
  private static final Hull STRANGER = Hull.tanker("538999980", null, 85);

  /** Reports speak of the first by this number. */
  private static final Hull NUMBERED =
      Hull.tanker("273999960", "CONSTRUCTED HOST", 110).imo("1000007");

  private static final List<String> TOLD =
      List.of(
          "story-copied-five-times",
          "rumour-repeated-as-fact",
          "ten-unreliable-voices",
          "class-too-wide",
          "report-years-later",
          "report-of-another-ship",
          "own-finding-comes-back",
          "denied-by-all",
          "fake-clearances");

  private RedTeam() {}

  static Map<String, Drawing> all() {
    Map<String, Drawing> all = new HashMap<>();
    for (int i = 0; i < TOLD.size(); i++) {
      String day = "2018-06-%02dT00:00:00Z".formatted(3 * i + 1);
      all.put("red-team-" + TOLD.get(i), atSea(day, NUMBERED, OF_DPRK).drawn());
    }
    all.put("red-team-both-declare-fishing", bothFishing());
    all.put("red-team-tug-beside-dprk-tanker", tugBesideDprk());
    all.put("red-team-four-receivers", fourReceivers());
    all.put("red-team-decoys-around-the-pair", decoys());
    all.put("red-team-two-spoofed-positions", spoofed());
    all.put("red-team-drifts-apart", driftsApart());
    all.put("red-team-imo-one-digit-off", oneDigitOff());
    all.putAll(statedByHand());
    return all;
  }

  /** Those whose statements, and how often each was heard, are the point. */
  private static Map<String, Drawing> statedByHand() {
    Hull host = Hull.tanker("273999961", null, 95);
    return Map.of(
        "red-team-type-changed-before-meeting",
        Drawing.of(off("2018-07-01T00:00:00Z", host, STRANGER).chart()),
        "red-team-tug-type-sent-once",
        Drawing.of(off("2018-07-04T00:00:00Z", host, STRANGER).chart()),
        "red-team-listed-identity-sent-once",
        Drawing.of(atSea("2018-09-15T00:00:00Z", host, STRANGER).chart()),
        "red-team-namesake-told-of",
        Drawing.of(atSea("2018-09-19T00:00:00Z", host, STRANGER).chart()),
        "red-team-renamed-on-the-way",
        Drawing.of(atSea("2018-07-10T00:00:00Z", host, STRANGER).chart()),
        "sevastopol-held-and-cleared",
        Drawing.of(sevastopol().chart()));
  }

  /** Alongside for six hours. */
  private static Scene atSea(String start, Hull host, Hull visitor) {
    return Scene.at(start, SEA_LAT, SEA_LON).ship(host, 0.5, 9, 0).ship(visitor, 2, 8, 38);
  }

  private static Scene off(String start, Hull host, Hull visitor) {
    return Scene.at(start, OFF_LAT, OFF_LON).ship(host, 0.5, 9, 0).ship(visitor, 2, 7, 38);
  }

  /** Two and a half hours, so that neither is a ship that drifts for long. */
  private static Scene sevastopol() {
    Hull held = Hull.of("273999980", "SEVASTOPOL", CARGO, 120);
    return Scene.at("2018-09-20T00:00:00Z", SEA_LAT, SEA_LON)
        .ship(held, 1, 3.9, 0)
        .ship(Hull.tanker("538999962", null, 80), 1.2, 3.7, 38);
  }

  /** Both short enough for fishing boats; one has an MMSI of the DPRK. */
  private static Drawing bothFishing() {
    Hull one = Hull.of("273999962", null, FISHING, 52).bound("FISHING FLEET");
    Hull two = Hull.of("445999961", null, FISHING, 48).bound("FISHING FLEET");
    return atSea("2018-07-13T00:00:00Z", one, two).drawn();
  }

  private static Drawing tugBesideDprk() {
    return off("2018-07-16T00:00:00Z", Hull.of("273999963", null, TUG, 40), OF_DPRK).drawn();
  }

  /** A tender of 44 m by her own word, and four tankers in one night, two of them of the DPRK. */
  private static Drawing fourReceivers() {
    Scene sea =
        Scene.at("2018-07-19T00:00:00Z", OFF_LAT, OFF_LON)
            .ship(Hull.of("273999964", null, TENDER, 44), 0, 16, 0);
    for (int i = 0; i < 4; i++) {
      String mmsi = (i % 2 == 0 ? "44599996" : "53899998") + (3 + i);
      double from = 1 + 3.6 * i;
      sea.ship(Hull.tanker(mmsi, null, 60), from, from + 3, i % 2 == 0 ? 40 : -40);
    }
    return sea.drawn();
  }

  /** Side by side at anchor, with five others around that make a roadstead of it. */
  private static Drawing decoys() {
    Scene sea =
        Scene.anchored("2018-07-22T00:00:00Z", 42.38, 133.40)
            .stays(Hull.tanker("445999967", null, 80), 9, 0, 0)
            .stays(Hull.tanker("538999988", null, 90), 9, 40, 0);
    for (int i = 0; i < 5; i++) {
      double turn = 2 * Math.PI * i / 5;
      Hull decoy = Hull.of("41299998" + i, null, CARGO, 60);
      sea.stays(decoy, 9, 330 * Math.sin(turn), 330 * Math.cos(turn));
    }
    return sea.drawn();
  }

  /** Two positions 400 km off, six minutes apart, in the middle of the meeting. */
  private static Drawing spoofed() {
    Hull host = Hull.tanker("273999965", null, 95);
    return atSea("2018-07-25T00:00:00Z", host, OF_DPRK)
        .with(host, Track.of(host.mmsi()).at(4.55, 400_000, 0).at(4.65, 400_000, 0))
        .drawn();
  }

  /** From 40 to 480 m in seven hours. */
  private static Drawing driftsApart() {
    Hull host = Hull.tanker("273999966", null, 95);
    Track stays = Track.adrift(host.mmsi(), 10, 0, 0);
    Track leaves = Track.of(OF_DPRK.mmsi()).at(0, 9_000, 0).at(1, 40, 550);
    return Scene.at("2018-07-28T00:00:00Z", SEA_LAT, SEA_LON)
        .with(host, stays)
        .with(OF_DPRK, leaves.at(8, 480, 4_440).at(10, 16_000, 5_500))
        .drawn();
  }

  /** The number of a listed ship but for its check digit, under her name and of her size. */
  private static Drawing oneDigitOff() {
    Hull listed = Hull.tanker("273999967", "CONSTRUCTED LISTED", 99).imo("1000034");
    return atSea("2018-08-01T00:00:00Z", listed, STRANGER).drawn();
  }
}
