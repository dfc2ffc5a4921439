package org.stswatch.detect;

/** What evidence of port calls and voyages says. */
final class CallMeaning {
  static final Meaning CALLED_FAR_EAST =
      new Meaning(
          "of 4",
          "+1; +0.5 with confidence 1",
          "called on AIS at a port of the Russian Far East where oil is shipped",
          "Open Source Centre on Vostochny (2024), Argus on Vladivostok (2017)");

  static final Meaning SILENT_OFF_FAR_EAST =
      new Meaning(
          "m",
          "+0.5",
          "fell silent within 20 km of a port of the Russian Far East where oil is shipped",
          "Chon Ma San, April 2024: seen 0.8 km off a jetty, then silent (Lloyd's List)");

  static final Meaning PORT_RECORD =
      new Meaning(
          "count",
          "+0.5",
          "reports that count and come from port control",
          "domain rule E8: an authority's record of a call has a higher grade");

  static final Meaning CALL_NOT_BANNED =
      new Meaning(
          null,
          "0",
          "a call of a tanker linked to the DPRK",
          "UNSCR 2375 and 2397 cap refined products; they ban no call");

  static final Meaning NEW_LINE =
      new Meaning(
          "count",
          "0",
          "at least 4 sailings whose intervals vary by at most 0.35, one port in the DPRK",
          "domain rule E13: the ferry Man Gyong Bong, 2017; lawful");

  static final Meaning MISSED_SAILING =
      new Meaning("count", "0", "longer than 1.5 intervals without a sailing", "domain rule E13");

  static final Meaning LINE_STOPPED =
      new Meaning(
          "count",
          "0",
          "longer than 4 intervals without a sailing, others were seen there",
          "own choice: a month of a weekly service");

  static final Meaning LINE_RESUMED =
      new Meaning("count", "0", "a sailing after a stop", "domain rule E13");

  static final Meaning LONG_STAY =
      new Meaning("h", "0", "longer than 3 median stays at an end of the line", "domain rule E13");

  static final Meaning SURGE =
      new Meaning(
          "calls",
          "+1.5",
          "calls in four weeks against the median of six blocks before: tail below 0.01, 3 more",
          "domain rule E12; Washington Post, 11 September 2017");

  static final Meaning DROP =
      new Meaning(
          "calls", "+1", "the same, 3 fewer", "domain rule E12; Argus, March to August 2017");

  static final Meaning OTHERS_HEARD =
      new Meaning(
          "ships",
          "0",
          "other ships that left the port in the four weeks, and in the median block before",
          "who is heard there: a receiver that stops is no drop");

  static final Meaning ORIGIN_BY_FLAG =
      new Meaning(
          "calls",
          "0",
          "calls whose ship has MID 445 and no last port on AIS",
          "few hear the ports of the DPRK; a flag is no voyage");

  static final Meaning REPEATED =
      new Meaning(
          "count",
          "+1",
          "at least 3 encounters in two months from Far Eastern ports of oil",
          "Reuters, 29 December 2017: at least three times in October and November");

  static final Meaning COAL_LEG =
      new Meaning(
          null,
          "+1",
          "a cargo ship from a coal port of the DPRK at one of the Far East, under the coal ban",
          "domain rule E11: Kholmsk, August and September 2017");

  static final Meaning LOADED_AFTER =
      new Meaning(
          "ships",
          "0",
          "ships that lay at that port for 3 h or more in the 45 days after",
          "domain rule E11: the port alone says nothing of them");

  static final Meaning FOLLOWS_LEG =
      new Meaning(
          "ships",
          "+1.25",
          "left a port within 45 days after ships from coal ports of the DPRK",
          "domain rule E11: 37 days at Kholmsk");

  static final Meaning PILE =
      new Meaning(
          "count",
          "+1.25",
          "a report that counts speaks of the very pile or terminal, to 2 km",
          "Washington Post, 3 March 2018: one southern pile");

  static final Meaning DOCUMENTS =
      new Meaning(
          "count",
          "+1.25",
          "a claim that the documents give another origin than declared",
          "Korea Customs Service, 10 August 2018; Wise Honest, 2018");

  static final Meaning PORT_LEVEL =
      new Meaning(
          null,
          "0",
          "nothing but the share of ships from the DPRK among those that lay there, at least 0.25",
          "domain rule E11: these ports ship Russian coal as well");

  static final Meaning ORIGIN_DECLARED =
      new Meaning(
          "count",
          "+0.25",
          "cargo declared as Russian that went to Japan or the Republic of Korea",
          "domain rule E11; the declaration itself is ordinary");

  static final Meaning LOADED_IN_DPRK =
      new Meaning(
          "count",
          "+1",
          "a report that counts says that a cargo ship loaded at Rajin, under the coal ban",
          "Ocean Skipper, 2017 (South China Morning Post)");

  static final Meaning LAWFUL_EXEMPT =
      new Meaning(
          null,
          "-3",
          "coal of Russian origin through Rajin, with notice to the committee",
          "UNSCR 2371, paragraph 8");

  private CallMeaning() {}
}
