package org.stswatch.detect;

/** What evidence of a voyage says that did not go where it was declared to go. */
final class VoyageMeaning {
  static final Meaning DESTINATION_CALLED =
      new Meaning(
          "h",
          "+4",
          "left the Russian Far East for another country, and called at a DPRK port within 7 days",
          "Reuters, 20 September 2017; a port call is as good as imagery (E9: HIGH)");

  static final Meaning RECORDED_OFF =
      new Meaning(
          "m",
          "+2.5",
          "the same, seen within 15 km of a DPRK port, or slow for an hour in claimed waters",
          "Reuters, 20 September 2017: recorded off Kimchaek, Chongjin, Hungnam or Najin (E9: MEDIUM)");

  static final Meaning DESTINATION_INFERRED =
      new Meaning(
          "h",
          "+0.5; +1.5 where a report says so",
          "the same, silent meanwhile, and no port but those of the DPRK was in reach",
          "14 kn less 2 h at the port: where she could have been, not where she was (E9: LOW)");

  static final Meaning DESTINATION_CHANGED_OPENLY =
      new Meaning(
          null,
          "0",
          "the DPRK was declared as well before she was there",
          "changing destination is not forbidden, and saying so is open");

  static final Meaning LEFT_WITHOUT_STOP =
      new Meaning(
          "min",
          "-1",
          "seen elsewhere again, without having been slow for an hour off that coast",
          "whoever does not stop unloads nothing there");

  static final Meaning WEATHER =
      new Meaning(
          "count",
          "-0.5",
          "weather was reported near there on those days",
          "ships seek shelter under a coast; reports with the discipline weather");

  private VoyageMeaning() {}
}
