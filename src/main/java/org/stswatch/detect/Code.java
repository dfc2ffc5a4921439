package org.stswatch.detect;

import org.jspecify.annotations.Nullable;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;
import org.stswatch.event.Severity;

/**
 * Kinds of evidence, by stable codes. Weights: log-odds, by hand, tried on constructed data only.
 */
public enum Code {
  DISTANCE(Family.CONTACT, ContactMeaning.DISTANCE, null),
  ALONGSIDE(Family.CONTACT, ContactMeaning.ALONGSIDE, null),
  DURATION(Family.CONTACT, ContactMeaning.DURATION, null),
  SPEED(Family.CONTACT, ContactMeaning.SPEED, null),
  TOGETHER(Family.CONTACT, ContactMeaning.TOGETHER, null),
  HOLE_ONE(Family.COVERAGE, ContactMeaning.HOLE_ONE, null),
  HOLE_BOTH(Family.COVERAGE, ContactMeaning.HOLE_BOTH, null),
  SILENCE(Family.CONDUCT, ConductMeaning.SILENCE, null),
  DRIFTING(Family.CONDUCT, ConductMeaning.DRIFTING, null),
  LIES_STILL(Family.CONDUCT, ConductMeaning.LIES_STILL, Severity.INFO),
  RECEPTION(Family.COVERAGE, ConductMeaning.RECEPTION, null),
  OUT_OF_COVERAGE(Family.COVERAGE, ConductMeaning.OUT_OF_COVERAGE, Severity.INFO),
  JAMMING(Family.COVERAGE, ConductMeaning.JAMMING, Severity.INFO),
  SILENT_NEAR_PORT(Family.PLACE, ConductMeaning.SILENT_NEAR_PORT, null),
  REACH(Family.CONTACT, DarkMeaning.REACH, null),
  DWELL(Family.CONTACT, DarkMeaning.DWELL, null),
  LAST_KNOWN(Family.CONTACT, DarkMeaning.LAST_KNOWN, null),
  SILENT_TOGETHER(Family.CONTACT, DarkMeaning.SILENT_TOGETHER, null),
  WAITED(Family.CONDUCT, DarkMeaning.WAITED, null),
  PARTNER_SILENT(Family.CONDUCT, DarkMeaning.PARTNER_SILENT, null),
  WITNESSED(Family.COVERAGE, DarkMeaning.WITNESSED, null),
  SILENT_SHIPS(Family.LIMIT, DarkMeaning.SILENT_SHIPS, null),
  PARTNERS(Family.LIMIT, DarkMeaning.PARTNERS, null),
  WIDE_REACH(Family.LIMIT, DarkMeaning.WIDE_REACH, Severity.LOW),
  SOME_WAY_APART(Family.LIMIT, DarkMeaning.SOME_WAY_APART, Severity.MEDIUM),
  FAR_APART(Family.LIMIT, DarkMeaning.FAR_APART, Severity.INFO),
  UNWITNESSED(Family.LIMIT, DarkMeaning.UNWITNESSED, Severity.INFO),
  SEEN_BESIDE(Family.CONTACT, DetectionMeaning.SEEN_BESIDE, null),
  SEEN_AS_WELL(Family.CONTACT, DetectionMeaning.SEEN_AS_WELL, null),
  SEEN_LENGTH(Family.CONTACT, DetectionMeaning.SEEN_LENGTH, null),
  SQUID_SEASON(Family.CONTACT, DetectionMeaning.SQUID_SEASON, null),
  LENGTH_DIFFERS(Family.CONTACT, DetectionMeaning.LENGTH_DIFFERS, Severity.LOW),
  FISHES(Family.PARTIES, ConductMeaning.FISHES, null),
  CONTESTED(Family.COVERAGE, ContactMeaning.CONTESTED, Severity.INFO),
  NEAR_PORT(
      Family.PLACE,
      "m",
      "-1.5",
      "nearer to a port of the pack than the profile's radius, or 10 km where it has none",
      "10 km: berths and roadsteads (Global Fishing Watch, Starboard)",
      Severity.LOW),
  NEAR_SHORE(
      Family.PLACE,
      "m",
      "-0.5",
      "nearer to the shore than the profile allows",
      "10 km in the profile starboard (its help pages); no rule elsewhere"),
  ANCHORED_NEIGHBOURS(
      Family.PLACE,
      "m",
      "-2",
      "both below 0.2 kn, median distance above 200 m, at least 2 other ships within 500 m",
      "roadsteads lie up to 67 km from their World Port Index point; measured on constructed data"),
  ANCHORED_APART(
      Family.PLACE,
      "min",
      "-5.5; 0 where one fell silent for 6 h",
      "both below 0.2 kn, median distance above 200 m, within 150 m for less than 60 min, no third",
      "hulls that do not touch pass no cargo by hose; constructed anchorages 10 to 65 km from ports"),
  ZONE(
      Family.PLACE,
      null,
      "+0.5",
      "in waters where transfers were reported, with one party linked to the DPRK",
      "reports by Japan, UN Panel copies, press; see zones.geojson"),
  TANKERS(
      Family.PARTIES,
      "count",
      "+0.5 for one, +1 for both",
      "parties that declare themselves tankers (AIS types 80 to 89)",
      "ITU-R M.1371-5; the sender's word, so a small weight"),
  DPRK_LINKED(
      Family.PARTIES,
      "count",
      "+2 for one, +1 for both",
      "parties with MID 445, flag KP, or listed under a DPRK programme on that day",
      "UNSCR 2375 speaks of DPRK-flagged vessels; two of one fleet may simply sail in company"),
  SERVICE_VESSEL(
      Family.PARTIES,
      "m",
      "-3; 0 where unproven",
      "one is a tug, tow, pilot, tender or rescue craft below 45 m within 30 NM of a port",
      "RTEC excludes pilots and tugs; the bounds keep a mother ship from excusing herself"),
  FISHING_PAIR(
      Family.PARTIES,
      "m",
      "-3; 0 where unproven",
      "both declare fishing, below 60 m, heard throughout, neither DPRK-linked nor listed",
      "over 900 pair trawlers and lighting boats a season (Park et al. 2020)"),
  LISTED(Family.PARTIES, ListMeaning.LISTED, null),
  ANNEX(Family.PARTIES, ListMeaning.ANNEX, null),
  POSSIBLE_NAMESAKE(Family.PARTIES, ListMeaning.POSSIBLE_NAMESAKE, null),
  CLEARED_BY_LIST(Family.PARTIES, ListMeaning.CLEARED_BY_LIST, null),
  LISTED_COMPANY(Family.TIES, ListMeaning.LISTED_COMPANY, null),
  ASSOCIATED(Family.TIES, ListMeaning.ASSOCIATED, null),
  TOW(Family.PARTIES, OrdinaryMeaning.TOW, null),
  PAIR_TRAWL(Family.PARTIES, OrdinaryMeaning.PAIR_TRAWL, null),
  BUNKERING(Family.PARTIES, OrdinaryMeaning.BUNKERING, null),
  OWN_FLEET(Family.PARTIES, OrdinaryMeaning.OWN_FLEET, null),
  ONE_HULL(Family.PARTIES, OrdinaryMeaning.ONE_HULL, null),
  IMO_INVALID(Family.IDENTITY, IdentityMeaning.IMO_INVALID, null),
  IDENTITY_CHANGED(Family.IDENTITY, IdentityMeaning.IDENTITY_CHANGED, null),
  IDENTITY_SWAPPED(Family.IDENTITY, IdentityMeaning.IDENTITY_SWAPPED, null),
  IMO_SHARED(Family.IDENTITY, IdentityMeaning.IMO_SHARED, null),
  TWO_PLACES(Family.IDENTITY, IdentityMeaning.TWO_PLACES, Severity.LOW),
  FLAG_DIFFERS(Family.IDENTITY, IdentityMeaning.FLAG_DIFFERS, null),
  NO_IMO(Family.IDENTITY, IdentityMeaning.NO_IMO, null),
  LAST_PORT(Family.PARTIES, IdentityMeaning.LAST_PORT, null),
  CALLED_FAR_EAST(Family.CONDUCT, CallMeaning.CALLED_FAR_EAST, null),
  SILENT_OFF_FAR_EAST(Family.CONDUCT, CallMeaning.SILENT_OFF_FAR_EAST, null),
  PORT_RECORD(Family.REPORTS, CallMeaning.PORT_RECORD, null),
  CALL_NOT_BANNED(Family.LIMIT, CallMeaning.CALL_NOT_BANNED, null),
  NEW_LINE(Family.LIMIT, CallMeaning.NEW_LINE, null),
  MISSED_SAILING(Family.LIMIT, CallMeaning.MISSED_SAILING, null),
  LINE_STOPPED(Family.LIMIT, CallMeaning.LINE_STOPPED, null),
  LINE_RESUMED(Family.LIMIT, CallMeaning.LINE_RESUMED, null),
  LONG_STAY(Family.LIMIT, CallMeaning.LONG_STAY, null),
  SURGE(Family.CONDUCT, CallMeaning.SURGE, null),
  DROP(Family.CONDUCT, CallMeaning.DROP, null),
  OTHERS_HEARD(Family.COVERAGE, CallMeaning.OTHERS_HEARD, null),
  ORIGIN_BY_FLAG(Family.COVERAGE, CallMeaning.ORIGIN_BY_FLAG, null),
  REPEATED(Family.CONDUCT, CallMeaning.REPEATED, null),
  COAL_LEG(Family.CONDUCT, CallMeaning.COAL_LEG, null),
  LOADED_AFTER(Family.LIMIT, CallMeaning.LOADED_AFTER, null),
  FOLLOWS_LEG(Family.CONDUCT, CallMeaning.FOLLOWS_LEG, null),
  PILE(Family.CARGO, CallMeaning.PILE, null),
  DOCUMENTS(Family.CARGO, CallMeaning.DOCUMENTS, null),
  PORT_LEVEL(Family.LIMIT, CallMeaning.PORT_LEVEL, Severity.LOW),
  ORIGIN_DECLARED(Family.CARGO, CallMeaning.ORIGIN_DECLARED, null),
  LOADED_IN_DPRK(Family.CONDUCT, CallMeaning.LOADED_IN_DPRK, null),
  LAWFUL_EXEMPT(Family.CARGO, CallMeaning.LAWFUL_EXEMPT, Severity.INFO),
  DRAUGHT_CHANGED(Family.CARGO, ConductMeaning.DRAUGHT_CHANGED, null),
  DESTINATION_CALLED(Family.VOYAGE, VoyageMeaning.DESTINATION_CALLED, null),
  RECORDED_OFF(Family.VOYAGE, VoyageMeaning.RECORDED_OFF, Severity.MEDIUM),
  DESTINATION_INFERRED(Family.VOYAGE, VoyageMeaning.DESTINATION_INFERRED, null),
  DESTINATION_CHANGED_OPENLY(
      Family.VOYAGE, VoyageMeaning.DESTINATION_CHANGED_OPENLY, Severity.INFO),
  LEFT_WITHOUT_STOP(Family.VOYAGE, VoyageMeaning.LEFT_WITHOUT_STOP, null),
  WEATHER(Family.VOYAGE, VoyageMeaning.WEATHER, null),
  CHAIN_HOPS(Family.CHAIN, ChainMeaning.CHAIN_HOPS, null),
  CHAIN_END(Family.CHAIN, ChainMeaning.CHAIN_END, null),
  CHAIN_BUSY(Family.CHAIN, ChainMeaning.CHAIN_BUSY, Severity.LOW),
  NO_STS_BAN(
      Family.LIMIT,
      null,
      "0",
      "a DPRK-linked party, before the UN ban of ship-to-ship transfers",
      "UNSCR 2375 of 2017-09-11: an event is judged by the law of its day"),
  NO_LINK(
      Family.LIMIT,
      null,
      "0",
      "scope theatre: no party is linked to the mission",
      "the mission is the theatre; facts are published wherever they are",
      Severity.LOW),
  SINGLE_SOURCE(
      Family.LIMIT,
      "count",
      "0",
      "one originator and one discipline",
      "Reuters published on two independent sources (29 December 2017)",
      Severity.HIGH),
  CORROBORATED(Family.REPORTS, ReportMeaning.CORROBORATED, null),
  REPORTED(Family.REPORTS, ReportMeaning.REPORTED, null),
  UNVERIFIED(Family.REPORTS, ReportMeaning.UNVERIFIED, Severity.HIGH),
  UNRELIABLE_REPORT(Family.REPORTS, ReportMeaning.UNRELIABLE_REPORT, null),
  RELATED_REPORT(Family.REPORTS, ReportMeaning.RELATED_REPORT, null),
  AMBIGUOUS_REPORT(Family.REPORTS, ReportMeaning.AMBIGUOUS_REPORT, null),
  DENIED(Family.REPORTS, ReportMeaning.DENIED, null),
  CLEARED(Family.REPORTS, ReportMeaning.CLEARED, Severity.INFO),
  CLEARANCE_NOT_COUNTED(Family.REPORTS, ReportMeaning.CLEARANCE_NOT_COUNTED, null),
  FAMILY_CAP(
      Family.LIMIT,
      null,
      "the excess, negative",
      "what a family of evidence adds beyond its cap is taken off again",
      "own choice: several views of one fact are not independent");

  public final Family family;
  public final @Nullable String unit;
  public final String weights;
  public final String meaning;
  public final String source;

  /** Highest severity of an alert that carries it; null for no limit. */
  public final @Nullable Severity atMost;

  Code(Family family, @Nullable String unit, String weights, String meaning, String source) {
    this(family, unit, weights, meaning, source, null);
  }

  Code(
      Family family,
      @Nullable String unit,
      String weights,
      String meaning,
      String source,
      @Nullable Severity atMost) {
    this(family, new Meaning(unit, weights, meaning, source), atMost);
  }

  Code(Family family, Meaning says, @Nullable Severity atMost) {
    this.family = family;
    this.unit = says.unit();
    this.weights = says.weights();
    this.meaning = says.meaning();
    this.source = says.source();
    this.atMost = atMost;
  }

  /** Evidence for, of this weight (not negative). */
  public Evidence speaksFor(
      @Nullable Double value, @Nullable Double threshold, double weight, String text) {
    return Weighed.evidence(this, Direction.FOR, value, threshold, weight, text);
  }

  /** Evidence against, of this weight (not positive; 0 for context). */
  public Evidence speaksAgainst(
      @Nullable Double value, @Nullable Double threshold, double weight, String text) {
    return Weighed.evidence(this, Direction.AGAINST, value, threshold, weight, text);
  }
}
