package org.stswatch.detect;

/** What evidence of a meeting out of sight says. */
final class DarkMeaning {
  static final Meaning REACH =
      new Meaning(
          "km2",
          "+2 up to 2,000 km2, +1 up to 10,000, +0.5 up to 55,000, else +0.25; all divided by the"
              + " silent ships and by the partners that were possible",
          "the silent ship could have been there: area that it could have reached meanwhile",
          "domain rule E4 (14 kn, 2 h beside the other); 12 h of silence reach 52,800 km2");

  static final Meaning DWELL =
      new Meaning(
          "min",
          "0",
          "longest time that both could have been together",
          "domain rule E4: 2 h, the shortest encounter");

  static final Meaning SILENT_SHIPS =
      new Meaning(
          "count",
          "0",
          "silent ships that could have been there, this one included",
          "domain rule E4: what is as possible for others says less of one");

  static final Meaning PARTNERS =
      new Meaning(
          "count",
          "0",
          "ships that the silent one could have met, in waters of some 290 km",
          "domain rule E4: what is as possible for others says less of one");

  static final Meaning LAST_KNOWN =
      new Meaning(
          "m",
          "+1 below 5 nm, +0.5 below 15 nm, +0.25 below 50 nm",
          "where the silent ship was heard last or next, from the place of the other one",
          "the rings of RadianceFleet, an open dark-ship detector");

  static final Meaning SILENT_TOGETHER =
      new Meaning(
          "m",
          "+2 below 5 nm, +0.5 below 15 nm, +0.25 below 50 nm; divided as the reach is",
          "where both were heard last, from each other",
          "the rings of RadianceFleet (high, medium, low)");

  static final Meaning WAITED =
      new Meaning(
          "min",
          "+0.25; +0.5 from 4 h",
          "the visible ship lay slow outside ports, hourly mean below 2 kn, for 2 h or more",
          "domain rule E4; 4 h as Starboard's loitering");

  static final Meaning PARTNER_SILENT =
      new Meaning(
          "min",
          "+0.5",
          "silent for 6 h or 12 times its own cadence, and for 96 h at most",
          "GFW pipe-gaps; longer ones say nothing of a place");

  static final Meaning WITNESSED =
      new Meaning(
          "count",
          "+0.5 with 14 days of history; 0 without, or where too few others are heard to tell",
          "others heard within 50 km of where the silence began, at least 3",
          "Windward and Eykon: a silence means something where others are heard");

  static final Meaning UNWITNESSED =
      new Meaning(
          "count",
          "0",
          "both silent, and too few others heard at either place",
          "own choice: two silences at a time may be one receiver's");

  static final Meaning WIDE_REACH =
      new Meaning(
          "m",
          "0",
          "smaller half axis of the ellipse above 25 km, and nobody else says so",
          "domain rule E4");

  static final Meaning FAR_APART =
      new Meaning(
          "m",
          "0",
          "both silent, last heard 15 nm apart or more, and nobody else says so",
          "domain rule E5: low alone never alerts");

  static final Meaning SOME_WAY_APART =
      new Meaning(
          "m",
          "0",
          "both silent, last heard 5 to 15 nm apart, and nobody else says so",
          "domain rule E5: medium");

  private DarkMeaning() {}
}
