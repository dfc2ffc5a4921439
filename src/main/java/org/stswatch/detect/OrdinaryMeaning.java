package org.stswatch.detect;

/** What ordinary work between two ships says; see {@link OrdinaryWork}. */
final class OrdinaryMeaning {
  static final Meaning TOW =
      new Meaning(
          "kn",
          "-3; 0 where unproven",
          "a tug below 45 m and another ship make way at one speed from 1.2 kn, above 150 m apart",
          "RTEC counts tugging from 1.2 kn; heard throughout, not linked or listed, never alongside");

  static final Meaning PAIR_TRAWL =
      new Meaning(
          "kn",
          "-1.5",
          "both at one speed from 2 to 4 kn, above 150 m apart, neither a tanker",
          "pair trawlers (Park et al. 2020); matters in profiles without a rule on speed");

  static final Meaning BUNKERING =
      new Meaning(
          "m",
          "-3; 0 where unproven",
          "a tanker of 20 to 110 m beside a longer ship at anchor that is none, within 30 NM of a port",
          "harbour tankers; heard throughout, at most 16 h, no DPRK link, not in waters it claims");

  static final Meaning OWN_FLEET =
      new Meaning(
          "m",
          "-2.5; 0 alongside",
          "a register gives both to one owner, manager or operator, and they kept above 150 m apart",
          "one owner explains company, not contact; heard throughout, not linked or listed");

  static final Meaning ONE_HULL =
      new Meaning(
          "m",
          "-3.5; 0 where unproven",
          "both state one valid IMO number and stay within one ship's length",
          "two transponders on one hull; heard throughout, not linked or listed");

  private OrdinaryMeaning() {}
}
