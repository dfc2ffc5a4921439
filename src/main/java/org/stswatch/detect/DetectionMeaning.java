package org.stswatch.detect;

/** What evidence from radar, cameras and patrols says. */
final class DetectionMeaning {
  static final Meaning SEEN_BESIDE =
      new Meaning(
          "m",
          "+1; +1.5 within 150 m",
          "something was seen within 500 m of a ship that lay slow, and no ship on AIS is it",
          "domain rule E3; 500 m and 150 m as for encounters (Miller et al. 2018)");

  static final Meaning SEEN_AS_WELL =
      new Meaning(
          null,
          "+0.5",
          "the ship that lay slow was seen in the same pass: there were two",
          "own choice: else what was seen may be the ship itself");

  static final Meaning SEEN_LENGTH =
      new Meaning(
          "m",
          "+0.5 from 50 m; 0 from 30 m, or where not measured",
          "how long it was; what is shorter than 30 m is no partner",
          "domain rules E3 and 3.10");

  static final Meaning SQUID_SEASON =
      new Meaning(
          "m",
          "-1",
          "seen from May to November, and not known to be 50 m long or more",
          "over 900 vessels a season, most without AIS (Park et al. 2020)");

  static final Meaning LENGTH_DIFFERS =
      new Meaning(
          "%",
          "-1",
          "a ship on AIS was there, and only her stated length, more than 25 % off, speaks against",
          "domain rule E15 h; lengths by radar are rough, stated ones often wrong");

  private DetectionMeaning() {}
}
