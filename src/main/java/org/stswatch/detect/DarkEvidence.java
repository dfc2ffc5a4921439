package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.stswatch.event.Evidence;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Geodesy;

/** What speaks for and against a meeting that nobody saw. */
final class DarkEvidence {
  /** Half axis above which a reach says little, metres (domain rule E4). */
  static final int NARROW_M = 25_000;

  /** A circle of that radius, km2. */
  private static final int NARROW_KM2 = 2_000;

  /** Six hours of silence on the spot reach 8,500 km2. */
  private static final int SHORT_KM2 = 10_000;

  /** Twelve hours of it reach 52,800 km2 (domain rule E4). */
  private static final int HALF_A_DAY_KM2 = 55_000;

  /** Rings of last known distance, metres: 5, 15 and 50 nm. */
  static final double NEAR_M = 5 * Geodesy.METRES_PER_NM;

  static final double OFF_M = 15 * Geodesy.METRES_PER_NM;
  private static final double FAR_M = 50 * Geodesy.METRES_PER_NM;

  private static final int DWELL_MINUTES = 120;
  private static final int LOITERING_MINUTES = 240;

  private DarkEvidence() {}

  /** The area that could have been reached, against all that was as possible. */
  static List<Evidence> possible(DarkCase c, double weight) {
    double area = c.fact().getAreaKm2();
    List<Evidence> all = new ArrayList<>();
    all.add(
        Code.REACH.speaksFor(
            area,
            (double) NARROW_KM2,
            weight,
            String.format(
                Locale.ROOT,
                "Could have been there at 14 kn: within %,d km2, half axis %.1f km.",
                c.fact().getAreaKm2(),
                c.fact().getSemiMinorM() / 1000.0)));
    long minutes = dwellMinutes(c);
    all.add(
        Code.DWELL.speaksFor(
            (double) minutes,
            (double) DWELL_MINUTES,
            0.0,
            "Both could have been together so long."));
    all.add(
        Code.SILENT_SHIPS.speaksAgainst(
            (double) c.fact().getSilentShips(),
            1.0,
            0.0,
            "Silent ships that could have been there."));
    all.add(
        Code.PARTNERS.speaksAgainst(
            (double) c.fact().getPartners(),
            1.0,
            0.0,
            c.fact().getOthersM() == null
                ? "It is the only ship that the silent one could have met."
                : String.format(
                    Locale.ROOT,
                    "Ships that the silent one could have met; the nearest other lay %.1f km from"
                        + " where it was heard.",
                    c.fact().getOthersM() / 1000.0)));
    return all;
  }

  /** What the reach is worth: little where it is wide, or others could have been there too. */
  static double reachWeight(DarkCase c) {
    int area = c.fact().getAreaKm2();
    double base =
        area <= NARROW_KM2 ? 2.0 : area <= SHORT_KM2 ? 1.0 : area <= HALF_A_DAY_KM2 ? 0.5 : 0.25;
    return shared(base, c);
  }

  static double lastKnownWeight(DarkCase c) {
    int metres = c.fact().getNearestM();
    return metres < NEAR_M ? 1.0 : metres < OFF_M ? 0.5 : metres < FAR_M ? 0.25 : 0.0;
  }

  static double togetherWeight(DarkCase c) {
    int metres = c.fact().getNearestM();
    return shared(metres < NEAR_M ? 2.0 : metres < OFF_M ? 0.5 : metres < FAR_M ? 0.25 : 0.0, c);
  }

  private static double shared(double weight, DarkCase c) {
    return Math.round(100 * weight / c.possible()) / 100.0;
  }

  static Evidence lastKnown(DarkCase c) {
    double metres = c.fact().getNearestM();
    double weight = lastKnownWeight(c);
    String text =
        String.format(Locale.ROOT, "Heard last or next %.1f km from there.", metres / 1000);
    return weight > 0
        ? Code.LAST_KNOWN.speaksFor(metres, FAR_M, weight, text)
        : Code.LAST_KNOWN.speaksAgainst(metres, FAR_M, 0.0, text);
  }

  static Evidence silentTogether(DarkCase c) {
    double metres = c.fact().getNearestM();
    String text = String.format(Locale.ROOT, "Heard last %.1f km apart.", metres / 1000);
    return Code.SILENT_TOGETHER.speaksFor(metres, FAR_M, togetherWeight(c), text);
  }

  static List<Evidence> waited(DarkCase c) {
    return waited(Objects.requireNonNull(c.fact().getStop()));
  }

  static List<Evidence> waited(Stop stop) {
    long minutes = minutes(stop.getStart(), stop.getEnd());
    List<Evidence> all = new ArrayList<>();
    all.add(
        Code.WAITED.speaksFor(
            (double) minutes,
            (double) DWELL_MINUTES,
            minutes >= LOITERING_MINUTES ? 0.5 : 0.25,
            String.format(
                Locale.ROOT,
                "Made %.2f kn on average for %s, within %.1f km.",
                stop.getSpeedKn(),
                hours(minutes),
                stop.getExtentM() / 1000.0)));
    if (stop.getSpeedKn() < Loiterings.ANCHORED_KN) {
      all.add(
          Code.LIES_STILL.speaksAgainst(
              stop.getSpeedKn(), Loiterings.ANCHORED_KN, -1.5, "It lay still, as at anchor."));
    }
    return all;
  }

  /** How long they were silent, and who else was heard: of two the one that says less. */
  static List<Evidence> silences(DarkCase c) {
    List<Evidence> all = new ArrayList<>();
    Gap shortest =
        c.fact().getGaps().stream()
            .min(Comparator.comparingLong((Gap g) -> minutes(g)).thenComparing(Gap::getGapId))
            .orElseThrow();
    String who = c.areBothSilent() ? "Both were silent, the shorter time for " : "Silent for ";
    all.add(
        Code.PARTNER_SILENT.speaksFor(
            (double) minutes(shortest),
            (double) shortest.getThresholdMinutes(),
            0.5,
            who + hours(minutes(shortest)) + "."));
    all.add(witnessed(c));
    c.fact().getGaps().stream()
        .max(Comparator.comparingInt(Gap::getJumpers))
        .flatMap(gap -> Jamming.of(gap.getJumpers()))
        .ifPresent(all::add);
    if (c.leavesCoverage()) {
      all.add(
          Code.OUT_OF_COVERAGE.speaksAgainst(
              null, null, -1.0, "It left the area in which ships are heard."));
    }
    return all;
  }

  private static Evidence witnessed(DarkCase c) {
    double witnesses = c.fact().getGaps().stream().mapToInt(Gap::getWitnesses).min().orElseThrow();
    List<Gap> gaps = c.fact().getGaps();
    if (!gaps.stream().allMatch(DarkCase::isWitnessed)) {
      return Code.WITNESSED.speaksAgainst(
          witnesses, 3.0, 0.0, "Too few others are heard there to tell.");
    }
    boolean known = gaps.stream().allMatch(g -> g.getCadenceMinutes() != null);
    return Code.WITNESSED.speaksFor(
        witnesses,
        3.0,
        known ? 0.5 : 0.0,
        known
            ? "Others were heard within 50 km."
            : "Others were heard within 50 km; known for less than 14 days.");
  }

  /** With the fixes that bound the stop and the silences. */
  static List<Evidence> withRefs(List<Evidence> all, DarkCase c) {
    TreeSet<String> refs = new TreeSet<>();
    c.fact().getGaps().forEach(g -> refs.addAll(g.getInputRefs()));
    if (c.fact().getStop() != null) {
      refs.addAll(c.fact().getStop().getInputRefs());
    }
    return VesselEvidence.withRefs(all, List.copyOf(refs));
  }

  private static long minutes(Gap gap) {
    return minutes(gap.getStart(), Objects.requireNonNull(gap.getEnd()));
  }

  /** How long the two could have been together at most, minutes. */
  static long dwellMinutes(DarkCase c) {
    return minutes(c.fact().getStart(), c.fact().getEnd());
  }

  private static long minutes(Instant from, Instant to) {
    return Duration.between(from, to).toMinutes();
  }

  private static String hours(long minutes) {
    return minutes / 60 + " h " + minutes % 60 + " min";
  }
}
