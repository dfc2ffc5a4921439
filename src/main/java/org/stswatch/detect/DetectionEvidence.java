package org.stswatch.detect;

import java.time.Month;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stswatch.event.Evidence;
import org.stswatch.event.state.SeenBeside;

/** What speaks for and against a partner that was seen and is on no AIS. */
public final class DetectionEvidence {
  /** Beside a ship, metres (domain rule E3). */
  private static final double BESIDE_M = 500;

  /** A ship, and no boat, metres (domain rule E3). */
  private static final double SHIP_M = 30;

  /** Longer than fishing boats, metres (domain rule 3.10). */
  private static final double LARGE_M = 50;

  private DetectionEvidence() {}

  static Evidence beside(SeenBeside seen) {
    boolean alongside = seen.getApartM() <= Case.ALONGSIDE_M;
    return Code.SEEN_BESIDE.speaksFor(
        (double) seen.getApartM(),
        BESIDE_M,
        alongside ? 1.5 : 1.0,
        sensor(seen)
            + " saw something "
            + seen.getApartM()
            + " m off, give or take "
            + seen.getDetection().getErrorM()
            + " m, and no ship on AIS is it.");
  }

  static Optional<Evidence> ownDetection(Answers answers) {
    return answers.ownToo()
        ? Optional.of(
            Code.SEEN_AS_WELL.speaksFor(
                null, null, 0.5, "The ship itself was seen in the same pass."))
        : Optional.empty();
  }

  static Evidence length(SeenBeside seen) {
    Double lengthM = seen.getDetection().getLengthM();
    if (lengthM == null) {
      return Code.SEEN_LENGTH.speaksAgainst(
          null, SHIP_M, 0.0, "How long it was is not known: it may have been a boat.");
    }
    return Code.SEEN_LENGTH.speaksFor(
        lengthM,
        SHIP_M,
        lengthM >= LARGE_M ? 0.5 : 0.0,
        "It measured " + DarkRendezvousObserved.metres(lengthM) + ".");
  }

  static Optional<Evidence> squidSeason(SeenBeside seen) {
    Double lengthM = seen.getDetection().getLengthM();
    Month month = seen.getDetection().getObservedAt().atZone(ZoneOffset.UTC).getMonth();
    boolean season = month.compareTo(Month.MAY) >= 0 && month.compareTo(Month.NOVEMBER) <= 0;
    return season && (lengthM == null || lengthM < LARGE_M)
        ? Optional.of(
            Code.SQUID_SEASON.speaksAgainst(
                lengthM,
                LARGE_M,
                -1.0,
                "Fishing boats without AIS work at sea from May to November."))
        : Optional.empty();
  }

  static Optional<Evidence> lengthDiffers(Answers answers) {
    Double stated = answers.placedLengthM();
    Double measured = answers.seenLengthM();
    if (answers.placed().isEmpty() || stated == null || measured == null) {
      return Optional.empty();
    }
    return Optional.of(
        Code.LENGTH_DIFFERS.speaksAgainst(
            Math.round(100 * Math.abs(measured - stated) / stated) * 1.0,
            100 * Answers.LENGTH_WITHIN,
            -1.0,
            answers.placed().get()
                + " was there and states "
                + DarkRendezvousObserved.metres(stated)
                + ": what was seen may be this ship, measured or stated wrongly."));
  }

  /** With what it was seen. */
  public static String sensor(SeenBeside seen) {
    return switch (seen.getDetection().getMadeWith()) {
      case SAR -> "satellite radar";
      case OPTICAL -> "a camera from above";
      case RADAR -> "a radar";
      case PATROL -> "a patrol";
      case AIS, AIS_SATELLITE, UNKNOWN -> "a sensor";
    };
  }
}
