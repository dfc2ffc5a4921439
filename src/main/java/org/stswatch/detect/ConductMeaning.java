package org.stswatch.detect;

/** What evidence of one ship's conduct says. */
final class ConductMeaning {
  static final Meaning SILENCE =
      new Meaning(
          "min",
          "+0.5; +1 from 8 h; +1.5 from 12 h",
          "silent for 6 h or 12 times its own cadence",
          "GFW pipe-gaps (6 h, 12 h), Eykon (cadence), Windward and OFAC (8 h)");

  static final Meaning DRIFTING =
      new Meaning(
          "min",
          "+0.5; +0.75 from 8 h",
          "hourly mean below 2 kn for at least 4 h, outside ports",
          "GFW pipe-loitering, Starboard (4 h), Miller et al. 2018 (8 h)");

  static final Meaning LIES_STILL =
      new Meaning(
          "kn",
          "-1.5",
          "below 0.2 kn on average, as at anchor",
          "roadsteads lie up to 67 km from their World Port Index point");

  static final Meaning RECEPTION =
      new Meaning(
          "count",
          "+0.5; 0 without 14 days of history",
          "others heard within 50 km during the silence, at least 3",
          "Windward and Eykon: a silence means something where others are heard");

  static final Meaning OUT_OF_COVERAGE =
      new Meaning(
          "kn",
          "-1",
          "under way to where nobody is heard",
          "domain rule E7: the end of reception is no silence of the ship");

  static final Meaning JAMMING =
      new Meaning(
          "count",
          "-1",
          "at least 5 others within 50 km jumped in the same hours",
          "Windward tells jamming zones apart; many that jump at once are jammed, not guilty");

  static final Meaning SILENT_NEAR_PORT =
      new Meaning(
          "m",
          "-1",
          "fell silent within 30 NM of a port",
          "berths and receivers hide much; GFW calls less than 50 NM from shore unreliable");

  static final Meaning FISHES =
      new Meaning(
          null,
          "-1; -1 for each of two; 0 where unproven",
          "a ship that loiters, or may have met another one out of sight, declares fishing",
          "over 900 vessels a season (Park et al. 2020); below 60 m, neither DPRK-linked nor listed");

  static final Meaning DRAUGHT_CHANGED =
      new Meaning(
          "m",
          "+0.5; +1.5 where both change, against each other, by tonnes within a factor of two",
          "draught stated twice before and after, at least 0.2 m or 300 t apart, no port between",
          "600 t move a tanker of 3,000 dwt by 0.56 m (domain rule 3.9); typed on board");

  private ConductMeaning() {}
}
