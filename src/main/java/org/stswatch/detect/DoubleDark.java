package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.event.Evidence;

/**
 * Two ships are silent at the same time, near each other, and could have met (E5): both sides of a
 * transfer switch off, as the OFAC advisory of May 2020 describes.
 *
 * <p>Silences of at least 4 h (here 6 h, the shortest gap), that begin within one day and have 2 h
 * in common (Sentinel GIP); last heard within 5 nm (HIGH at most), 15 nm (MEDIUM) or 50 nm of each
 * other, which alone never alerts (RadianceFleet's rings); farther apart only where neither can
 * have gone far (half axis of 25 km). A place is looked for at which both could have been for 2 h,
 * at 14 kn: between their last fixes, between their first ones after, and at each of them.
 *
 * <p>Missed: silences below 6 h, above 96 h, and those not over; meetings farther from where the
 * ships were heard. Taken wrongly: two ships in one hole of reception; where nobody else is heard
 * at either place, and nobody else says so, nothing is raised.
 */
final class DoubleDark implements Detector {
  @Override
  public String name() {
    return "double-dark";
  }

  @Override
  public String type() {
    return "DOUBLE_DARK";
  }

  @Override
  public String summary() {
    return "Two ships are silent at the same time, near each other, and could have met.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Silences below 6 h or 12 times the ship's own cadence, above 96 h, and those not over.",
        "Meetings more than 50 nm from where both fell silent, unless neither can have gone far.",
        "Two ships in one hole of reception look the same where others near by are heard.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "OFAC, US Department of State and US Coast Guard, advisory of May 2020",
        "Sentinel GIP, three signs of a transfer (both silent within one day)",
        "RadianceFleet (rings of 5, 15 and 50 nm)");
  }

  @Override
  public Optional<Finding> judge(DarkCase c) {
    if (!c.areBothSilent()) {
      return Optional.empty();
    }
    List<Evidence> all = new ArrayList<>(DarkEvidence.possible(c, 0.0));
    all.add(DarkEvidence.silentTogether(c));
    all.addAll(DarkEvidence.silences(c));
    limits(c, all);
    all.addAll(PartyEvidence.of(c));
    return Optional.of(new Finding(type(), DarkEvidence.withRefs(all, c)));
  }

  private static void limits(DarkCase c, List<Evidence> all) {
    double metres = c.fact().getNearestM();
    if (metres >= DarkEvidence.OFF_M && !c.isReported()) {
      all.add(
          Code.FAR_APART.speaksAgainst(
              metres, DarkEvidence.OFF_M, 0.0, "Too far apart to say anything alone."));
    } else if (metres >= DarkEvidence.NEAR_M && !c.isReported()) {
      all.add(
          Code.SOME_WAY_APART.speaksAgainst(
              metres, DarkEvidence.NEAR_M, 0.0, "Some way apart when last heard."));
    }
    if (c.fact().getGaps().stream().noneMatch(DarkCase::isWitnessed) && !c.isReported()) {
      all.add(
          Code.UNWITNESSED.speaksAgainst(
              null, 3.0, 0.0, "Too few others are heard at either place to tell."));
    }
  }
}
