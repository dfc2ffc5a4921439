package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stswatch.event.Evidence;
import org.stswatch.event.Gap;
import org.stswatch.event.Reception;
import org.stswatch.geo.Geodesy;

/**
 * A vessel is silent for long while others are heard where it was (E7). Tankers were reported to
 * switch their transponders off before transfers (Reuters, 29 December 2017; OFAC advisory of May
 * 2020). Most silences are none of that: of 352 tankers with more than 8 h of it 29 were dark
 * (Windward), so this alone is weak, and a feed outage gives nothing.
 *
 * <p>Opens at 6 h or 12 times the vessel's own cadence (GFW, Eykon), red from 8 h (Windward, OFAC's
 * length), high from 12 h (GFW). Counts only where at least 3 others were heard within 50 km
 * meanwhile.
 *
 * <p>Reports of a transfer of this ship in that time and within its reach corroborate, deny or
 * clear it, unless a meeting in sight has them (decision 0021).
 *
 * <p>Missed: silences where nobody else is heard, such as the open Japan Sea; silences of a key
 * that two ships share. Taken wrongly: a set that broke, satellites that missed one ship.
 */
public final class AisGaps implements Detector {
  /** Red, minutes: Windward, after the length that OFAC's advisory names. */
  static final int RED_MINUTES = 480;

  /** High, minutes: Global Fishing Watch's disabling events. */
  static final int HIGH_MINUTES = 720;

  /**
   * Near a port, metres: 30 NM, where receivers and berths hide much (Windward, domain rule E7).
   */
  static final double NEAR_PORT_M = 30 * Geodesy.METRES_PER_NM;

  @Override
  public String name() {
    return "ais-gaps";
  }

  @Override
  public String type() {
    return "AIS_GAP";
  }

  @Override
  public String summary() {
    return "A vessel is silent for long while others are heard where it was.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Silences where fewer than 3 others are heard (UNSCORED), such as the open sea.",
        "Silences of an MMSI that two ships use at once.",
        "A broken set and a satellite that misses one ship look the same.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "GlobalFishingWatch/pipe-gaps (6 h naive, 12 h); Welch et al. 2022 on AIS disabling",
        "Windward, ships that go dark (8 h; 29 of 352 tankers were dark)",
        "Eykon dark-contact events (12 times the own cadence; void where coverage died)");
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    return c.gap().map(gap -> new Finding(type(), evidence(c, gap)));
  }

  private static List<Evidence> evidence(VesselCase c, Gap gap) {
    List<Evidence> all = new ArrayList<>();
    all.add(silence(c, gap));
    all.add(reception(gap));
    Jamming.of(gap.getJumpers()).ifPresent(all::add);
    if (c.place().portDistanceM() < NEAR_PORT_M) {
      double metres = c.place().portDistanceM();
      String text =
          String.format(
              Locale.ROOT, "Fell silent %.1f km from %s.", metres / 1000, c.place().nearestPort());
      all.add(Code.SILENT_NEAR_PORT.speaksAgainst(metres, NEAR_PORT_M, -1.0, text));
    }
    all.addAll(VesselEvidence.of(c));
    List<Evidence> told = VesselEvidence.withRefs(all, gap.getInputRefs());
    told.addAll(ReportEvidence.of(c.testimony()));
    return told;
  }

  private static Evidence silence(VesselCase c, Gap gap) {
    long minutes = c.length().toMinutes();
    double weight = minutes >= HIGH_MINUTES ? 1.5 : minutes >= RED_MINUTES ? 1.0 : 0.5;
    String text = "Silent for " + minutes / 60 + " h " + minutes % 60 + " min";
    text += gap.getEnd() == null ? " so far" : "";
    text +=
        gap.getCadenceMinutes() == null
            ? "."
            : "; it is heard every " + gap.getCadenceMinutes() + " min as a rule.";
    return Code.SILENCE.speaksFor(
        (double) minutes, (double) gap.getThresholdMinutes(), weight, text);
  }

  private static Evidence reception(Gap gap) {
    double witnesses = gap.getWitnesses();
    return switch (gap.getReception()) {
      case HEARD ->
          Code.RECEPTION.speaksFor(witnesses, 3.0, 0.5, "Others were heard within 50 km.");
      case NO_BASELINE ->
          Code.RECEPTION.speaksFor(
              witnesses,
              3.0,
              0.0,
              "Others were heard within 50 km; the vessel was known for less than 14 days.");
      case OUT_OF_COVERAGE ->
          Code.OUT_OF_COVERAGE.speaksAgainst(
              gap.getStartSpeedKn(), null, -1.0, "It left the area in which ships are heard.");
      case VOID ->
          Code.RECEPTION.speaksAgainst(
              (double) gap.getWitnesses(), 3.0, 0.0, "All fell silent: a receiver stopped.");
      case UNSCORED, UNKNOWN ->
          Code.RECEPTION.speaksAgainst(
              witnesses, 3.0, 0.0, "Too few others are heard there to tell.");
    };
  }

  /** Why a silence raises no alert, if so: it tells of the receivers, not of the ship. */
  public static Optional<String> isNothing(Reception reception) {
    return switch (reception) {
      case VOID -> Optional.of("all fell silent there: a receiver or source stopped");
      case UNSCORED, UNKNOWN -> Optional.of("too few others are heard there to tell");
      case HEARD, NO_BASELINE, OUT_OF_COVERAGE -> Optional.empty();
    };
  }
}
