package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import org.stswatch.event.Encounter;
import org.stswatch.event.Evidence;
import org.stswatch.event.SilentParty;

/** How near, how long, how slow, and how well heard. */
final class ContactEvidence {
  /** Shortest transfer of oil, minutes: 4 to 16 h (Sentinel GIP, three signs of a transfer). */
  static final int TRANSFER_MIN_MINUTES = 240;

  /** Longest transfer of oil, minutes; longer stays look like waiting. */
  static final int TRANSFER_MAX_MINUTES = 960;

  /** Share of the encounter seen in contact that speaks for it, percent: own choice. */
  static final int TOGETHER_MOST = 80;

  /** Share below which it speaks against it, percent: own choice. */
  static final int TOGETHER_LEAST = 50;

  private ContactEvidence() {}

  static List<Evidence> of(Case c) {
    List<Evidence> all = new ArrayList<>();
    all.add(distance(c));
    if (c.isAlongside()) {
      double median = c.fact().getMedianDistanceM();
      all.add(
          Code.ALONGSIDE.speaksFor(
              median, (double) Case.ALONGSIDE_M, 1.0, "Median distance of ships alongside."));
    }
    all.add(duration(c));
    all.add(speed(c));
    together(c.fact(), all);
    holes(c.fact(), all);
    if (c.fact().getContested()) {
      all.add(
          Code.CONTESTED.speaksAgainst(
              null, null, -1.0, "The MMSI of a party was in use at two places at once."));
    }
    List<String> refs = c.fact().getInputRefs();
    return all.stream().map(e -> Evidence.newBuilder(e).setInputRefs(refs).build()).toList();
  }

  /** Minutes from the first to the last grid time in contact. */
  static long minutes(Encounter fact) {
    return java.time.Duration.between(fact.getStart(), fact.getEnd()).toMinutes();
  }

  private static Evidence distance(Case c) {
    double median = c.fact().getMedianDistanceM();
    double most = c.thresholds().maxDistanceM();
    String text = "Median distance " + (int) median + " m, nearest ";
    text += c.fact().getMinDistanceM() + " m.";
    return median <= most
        ? Code.DISTANCE.speaksFor(median, most, 0.5, text)
        : Code.DISTANCE.speaksAgainst(median, most, -0.5, text);
  }

  private static Evidence duration(Case c) {
    long minutes = minutes(c.fact());
    double least = c.thresholds().minDurationMinutes();
    if (minutes < least) {
      return Code.DURATION.speaksAgainst(
          (double) minutes, least, -0.5, "Shorter than the profile's shortest encounter.");
    }
    boolean asLongAsATransfer = minutes >= TRANSFER_MIN_MINUTES && minutes <= TRANSFER_MAX_MINUTES;
    String text = "Near each other for " + minutes + " min";
    text += asLongAsATransfer ? ", as long as a transfer of oil takes (4 to 16 h)." : ".";
    return Code.DURATION.speaksFor((double) minutes, least, asLongAsATransfer ? 1.0 : 0.5, text);
  }

  private static Evidence speed(Case c) {
    double faster = Math.max(c.fact().getMedianSpeedKn1(), c.fact().getMedianSpeedKn2());
    double most = c.thresholds().maxMedianSpeedKn();
    return faster < most
        ? Code.SPEED.speaksFor(faster, most, 0.5, "Both drifted or lay still.")
        : Code.SPEED.speaksAgainst(faster, most, -1.0, "At least one was under way.");
  }

  private static void together(Encounter fact, List<Evidence> all) {
    long minutes = minutes(fact);
    if (minutes <= 0) {
      return;
    }
    double share = Math.round(100.0 * fact.getTogetherMinutes() / minutes);
    String text = "Seen in contact for " + fact.getTogetherMinutes() + " of " + minutes + " min.";
    if (share >= TOGETHER_MOST) {
      all.add(Code.TOGETHER.speaksFor(share, (double) TOGETHER_MOST, 0.25, text));
    } else if (share < TOGETHER_LEAST) {
      all.add(Code.TOGETHER.speaksAgainst(share, (double) TOGETHER_LEAST, -0.25, text));
    }
  }

  private static void holes(Encounter fact, List<Evidence> all) {
    double silent = fact.getSilentMinutes();
    if (fact.getSilentParty() == SilentParty.ONE) {
      String text = "One party was silent for " + (int) silent + " min of the meeting.";
      all.add(Code.HOLE_ONE.speaksFor(silent, null, 0.25, text));
    } else if (fact.getSilentParty() == SilentParty.BOTH) {
      String text = "Both were silent for " + (int) silent + " min: contact was not seen.";
      all.add(Code.HOLE_BOTH.speaksAgainst(silent, null, -0.5, text));
    }
  }
}
