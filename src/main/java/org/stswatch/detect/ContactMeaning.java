package org.stswatch.detect;

/** What the evidence from a meeting and from how well it was heard means. */
final class ContactMeaning {
  static final Meaning DISTANCE =
      new Meaning(
          "m",
          "+0.5",
          "median distance within the profile's largest distance",
          "500 m: ships alongside, with antennas and position noise apart (Miller et al. 2018)");
  static final Meaning ALONGSIDE =
      new Meaning(
          "m",
          "+1",
          "median distance at most 150 m",
          "constructed meetings lie at 30 to 151 m, ships anchored beside each other at 330 to 477 m");
  static final Meaning DURATION =
      new Meaning(
          "min",
          "+0.5; +1 from 4 h to 16 h",
          "at least the profile's shortest duration",
          "120 min (Miller et al. 2018); a transfer of oil takes 4 to 16 h (Sentinel GIP)");
  static final Meaning SPEED =
      new Meaning(
          "kn",
          "+0.5 below, -1 above",
          "median speed of the faster party, against the profile's or 2 kn",
          "drifting or anchored, not under way (Miller et al. 2018)");
  static final Meaning TOGETHER =
      new Meaning(
          "%",
          "+0.25 from 80 %, -0.25 below 50 %",
          "share of the encounter that both were seen in contact",
          "own choice: short runs far apart are weak");
  static final Meaning HOLE_ONE =
      new Meaning(
          "min",
          "+0.25",
          "one party was silent in the meeting and both were there before and after",
          "transponders switched off during transfers (OFAC 2020); satellites miss ships as well");
  static final Meaning HOLE_BOTH =
      new Meaning(
          "min",
          "-0.5",
          "both were silent in a bridged part of the meeting: contact is not certain",
          "the published GFW event of 2015-03-19 has 7 h 52 min of it");
  static final Meaning CONTESTED =
      new Meaning(
          null,
          "-1",
          "a party's MMSI was in use at two places at once",
          "GFW's segmenter; which ship met is not known");

  private ContactMeaning() {}
}
