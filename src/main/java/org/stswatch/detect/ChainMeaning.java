package org.stswatch.detect;

/** What evidence of a chain says. */
final class ChainMeaning {
  static final Meaning CHAIN_HOPS =
      new Meaning(
          "count",
          "+1.5 for two; +3 from three on",
          "meetings within 30 days, each at most 14 days after the one before and sharing a hull",
          "mother ship, feeder, delivery (C4ADS and RUSI, Black Gold); RadianceFleet's relay (30 days)");

  static final Meaning CHAIN_END =
      new Meaning(
          null,
          "+1.5",
          "ends with a DPRK-linked ship, a DPRK port call within 14 days, or in waters it claims",
          "domain rule E14; neither flag nor listing is involvement");

  static final Meaning CHAIN_BUSY =
      new Meaning(
          "count",
          "-1.5",
          "a ship of the chain met six or more others in the 30 days before",
          "a bunker tanker serves many: who met her is drawn in by chance; own choice");

  private ChainMeaning() {}
}
