package org.stswatch.detect;

/** What the evidence from reports means. */
final class ReportMeaning {
  static final Meaning CORROBORATED =
      new Meaning(
          "count",
          "+1",
          "at least two independent originators with at least two disciplines, own AIS included"
              + " (with what a sensor saw, where that is part of the finding)",
          "Reuters published on two independent sources (29 December 2017)");
  static final Meaning REPORTED =
      new Meaning(
          "count",
          "+0.5; 0 where our own finding is only told again",
          "reports of grade C3 or better assert the transfer",
          "own choice: half of a corroboration");
  static final Meaning UNVERIFIED =
      new Meaning(
          "grade",
          "0",
          "corroborated by reports that nobody graded probably true (credibility 2) or better",
          "Reuters had two sources on Vityaz and could not verify what they said");
  static final Meaning UNRELIABLE_REPORT =
      new Meaning(
          "count",
          "0",
          "reports assert the transfer and are graded below C3",
          "Admiralty grades (NATO AJP-2.1): context, never severity, however many");
  static final Meaning RELATED_REPORT =
      new Meaning(
          "count",
          "0",
          "reports of the ships that assert something else, or take no responsibility",
          "a port call or a comment refused is no transfer");
  static final Meaning AMBIGUOUS_REPORT =
      new Meaning(
          "count",
          "0",
          "reports that may speak of something else that these ships did",
          "Japan reported two meetings of Yu Son on 20 March 2019; a report counts once");
  static final Meaning DENIED =
      new Meaning(
          "count",
          "-0.25",
          "somebody denies it: always shown, whatever else is said",
          "the owner of Vityaz denied any contact (Reuters, 29 December 2017); denying is free");
  static final Meaning CLEARED =
      new Meaning(
          "count",
          "-3",
          "an originator in alert.authorities has cleared the ship of it",
          "Sevastopol was held in Busan in September 2018 and released on 2 October");
  static final Meaning CLEARANCE_NOT_COUNTED =
      new Meaning(
          "count",
          "0",
          "cleared by somebody who is no authority, or before it happened",
          "else every owner could clear his own ship");

  private ReportMeaning() {}
}
