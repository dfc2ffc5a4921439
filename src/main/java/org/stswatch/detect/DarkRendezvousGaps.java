package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.event.Evidence;

/**
 * One ship lies slow at sea while another one is silent that could have been beside it (E4). The
 * tanker Vityaz was reported to have switched off her transponder for a few days after leaving
 * Slavyanka, and to have passed fuel to a DPRK tanker at sea (Reuters, 29 December 2017; alleged,
 * denied by the owner).
 *
 * <p>The silent one must have had the time to come from its last fix, stay for 2 h (the shortest
 * encounter) while the other one lay there, and reach its first fix after, at 14 kn (a coastal
 * tanker). The other one made less than 2 kn, hourly mean, for 2 h at least, outside ports
 * (loitering of 4 h would miss a transfer of two). Silences of 96 h at most count; a longer one
 * reaches any place. The weight falls with the area that could have been reached, and is divided by
 * the silent ships that could have been there and by the ships that the silent one could have met.
 * At most LOW, unless the smaller half axis is 25 km or less, or another originator speaks.
 *
 * <p>The silent one can have met one of several: where it can have been anywhere, one is alerted
 * only where every other lay half as far again (own choice), and where both had the 4 h that a
 * transfer of oil takes (Sentinel GIP).
 *
 * <p>A silence is judged when it is over: where the ship is heard next bounds where it may have
 * been. Receivers that stopped hide nothing (VOID); where too few others are heard to tell
 * (UNSCORED), as on the open Japan Sea, a silence supports a meeting and raises nothing alone.
 *
 * <p>Missed: silences below 6 h or 12 times the ship's own cadence, and those that never end; ships
 * that do 14 kn and more; stops in pieces below 2 h. Taken wrongly: a satellite that misses a ship
 * near one that drifts.
 */
final class DarkRendezvousGaps implements Detector {
  @Override
  public String name() {
    return "dark-rendezvous-gaps";
  }

  @Override
  public String type() {
    return "DARK_RENDEZVOUS_GAP";
  }

  @Override
  public String summary() {
    return "One ship lies slow at sea while another one is silent that could have been beside it.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Silences below 6 h or 12 times the ship's own cadence, above 96 h, and those not over.",
        "Ships that sail faster than 14 kn meanwhile.",
        "Where it can have been anywhere: partners that do not stand out, and less than 4 h together.",
        "Crowded waters, where more than 12 meetings were as possible.",
        "Possible partners are counted in waters of some 290 km, not beyond.",
        "A satellite that misses a ship near one that drifts looks the same.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Reuters, 29 December 2017 (press copies): a transponder switched off for a few days",
        "Domain rule E4: reachability ellipse, 14 kn, 2 h; the weight falls with the area",
        "GlobalFishingWatch/pipe-gaps (6 h naive, 12 h)");
  }

  @Override
  public Optional<Finding> judge(DarkCase c) {
    if (c.areBothSilent()) {
      return Optional.empty();
    }
    List<Evidence> all = new ArrayList<>(DarkEvidence.possible(c, DarkEvidence.reachWeight(c)));
    all.add(DarkEvidence.lastKnown(c));
    all.addAll(DarkEvidence.waited(c));
    all.addAll(DarkEvidence.silences(c));
    if (c.fact().getSemiMinorM() > DarkEvidence.NARROW_M && !c.isReported()) {
      all.add(
          Code.WIDE_REACH.speaksAgainst(
              (double) c.fact().getSemiMinorM(),
              (double) DarkEvidence.NARROW_M,
              0.0,
              "It could have been far from there as well."));
    }
    all.addAll(PartyEvidence.of(c));
    return Optional.of(new Finding(type(), DarkEvidence.withRefs(all, c)));
  }
}
