package org.stswatch.detect;

/** What evidence of identity and of last ports says. */
final class IdentityMeaning {
  static final Meaning IMO_INVALID =
      new Meaning(
          null,
          "+0.5",
          "the check digit of a stated IMO number is wrong",
          "IMO resolution A.1117(30); false numbers in OFAC's advisories");

  static final Meaning IDENTITY_CHANGED =
      new Meaning(
          "count",
          "+0.5 for each; 0 where two ships use the MMSI",
          "IMO number, name or call sign changed within 30 days before or in the meeting",
          "disguised names at transfers (Japan, 24 January 2018); trusted from the second receipt");

  static final Meaning IDENTITY_SWAPPED =
      new Meaning(
          null,
          "+1.5",
          "the parties left the meeting under each other's IMO number or name",
          "RadianceFleet's handshake (1 NM, 1 h); Black Gold (C4ADS, RUSI)");

  static final Meaning IMO_SHARED =
      new Meaning(
          "count",
          "+0.5; 0 where more than two others state it, or two ships use the MMSI",
          "another MMSI states the IMO number twice while this ship is heard, within 24 h",
          "domain rule E15 d; a second set on one hull looks the same, so a small weight");

  static final Meaning TWO_PLACES =
      new Meaning(
          "kn",
          "+0.5",
          "one MMSI at two places at once: 3 fixes of each contradicted over 30 min",
          "domain rule E15 c; most shared numbers are careless (GFW), so never above LOW");

  static final Meaning FLAG_DIFFERS =
      new Meaning(
          null,
          "+0.5; 0 within 30 days of a change of flag",
          "the register's flag is not that of the MMSI",
          "ITU-R M.585; a flag is not involvement");

  static final Meaning NO_IMO =
      new Meaning(
          "m",
          "+0.25",
          "a tanker longer than 50 m states no IMO number",
          "OFAC advisory of May 2020: identification that is missing");

  static final Meaning LAST_PORT =
      new Meaning(
          "count",
          "+0.25",
          "parties that left a Russian Far East port of oil or coal within 30 days",
          "press and government reports name these ports (domain rule 3.7); most who call there trade lawfully");

  private IdentityMeaning() {}
}
