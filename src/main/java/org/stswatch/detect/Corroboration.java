package org.stswatch.detect;

import java.util.List;
import java.util.Optional;

/**
 * Others say so as well, deny it, or an authority has cleared the ships (E18). Our own AIS finding
 * is one originator and one discipline; what counts is how many stand behind a suspicion
 * independently and with what they observed, never how often it was printed: Reuters published on
 * two sources, the second independent of the first, with naval intelligence and satellite imagery
 * (29 December 2017), and said that it could not verify. Silences, loitering and detections have
 * the same evidence within their own findings (decisions 0021 and 0024); what a sensor saw beside a
 * ship is part of our own.
 *
 * <p>Thresholds: two originators, two disciplines, grade C3 ({@code report} room, with reasons). It
 * finds no encounter: a report without a sighting raises nothing.
 *
 * <p>Missed: copies that do not say from whom they copy, and reports of ships whose partners are
 * described differently by AIS.
 */
final class Corroboration implements Detector {
  @Override
  public String name() {
    return "corroboration";
  }

  @Override
  public String type() {
    return "CORROBORATION";
  }

  @Override
  public String summary() {
    return "Reports speak of the encounter: independent sources, denials, clearances.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Copies of a story that name neither their originator nor what they are derived from.",
        "Reports of ships that go by another name on AIS and give no number and no place.",
        "A report of ships that nobody saw on AIS raises nothing.",
        "A description by class and water may fit several encounters and then speaks of each.",
        "A report that names both ships counts on a possible meeting out of sight and on the silence"
            + " or detection that it rests on.",
        "One picture, as a detection and as a report that says that it is independent.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Reuters, 29 December 2017 (press copies): two senior sources, the second independent",
        "NATO AJP-2.1, Admiralty grades of sources and information",
        "Ministry of Foreign Affairs of Japan, sightings of 2018 to 2020");
  }

  @Override
  public Optional<Finding> judge(Case c) {
    return c.testimony().isSilent()
        ? Optional.empty()
        : Optional.of(new Finding(type(), ReportEvidence.of(c.testimony())));
  }

  @Override
  public Optional<Finding> judge(DarkCase c) {
    return c.testimony().isSilent()
        ? Optional.empty()
        : Optional.of(new Finding(type(), ReportEvidence.of(c.testimony())));
  }
}
