package org.stswatch.detect;

/** What watch lists say; see {@link ListEvidence}. */
final class ListMeaning {
  static final Meaning LISTED =
      new Meaning(
          "count",
          "+1",
          "parties designated on that day, by IMO number, MMSI and name, or name and length",
          "UN, OFAC SDN and national lists; the day of listing counts, or else that of the copy");

  static final Meaning ANNEX =
      new Meaning(
          "count",
          "+0.5",
          "parties named that day on an annex, or a list of no known kind: no designation",
          "OFAC shipping advisories of 2018 and 2019: tankers believed capable of transfers");

  static final Meaning POSSIBLE_NAMESAKE =
      new Meaning(
          "count",
          "0",
          "a listed ship of the same name, and nothing else in common",
          "names are shared and change; the IMO number stays with the hull");

  static final Meaning CLEARED_BY_LIST =
      new Meaning(
          "count",
          "0",
          "a list says that a party is cleared",
          "shown, so that a clearance is as visible as a listing");

  static final Meaning LISTED_COMPANY =
      new Meaning(
          "count",
          "+0.5, at most 15 % of the score",
          "companies of the ship or voyage listed on that day, by number, name or address",
          "own choice: ownership is context, and never raises an alert alone");

  static final Meaning ASSOCIATED =
      new Meaning(
          "d",
          "+0.5, halved every 90 days, at most 15 % of the score",
          "a party met, so many days before, a ship that was listed by number on that day",
          "own choice: whom a ship met before is context, decays, and never raises an alert alone");

  private ListMeaning() {}
}
