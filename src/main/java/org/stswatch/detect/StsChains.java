package org.stswatch.detect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stswatch.event.Evidence;
import org.stswatch.vessel.ShipType;

/**
 * Ships meet one after the other, each meeting sharing a hull with the next, and the last one is at
 * the DPRK (E14): mother ship, feeder, delivery (Black Gold, 2020), Mercury to Shundlli to another
 * near Nampo (December 2022), or one ship with several receivers. Whether cargo was passed on is
 * not known: tonnes are told only by draughts that change.
 *
 * <p>At least two meetings within 30 days (RadianceFleet's relay), each at most 14 days after the
 * one before (own choice); three and more are strong. Every meeting counts only if it would be an
 * alert above INFO by itself, wherever it was, so that no roadstead, pilot or fishing pair is a
 * hop. Between them no ship is linked to the DPRK: there a chain ends. Hulls are followed by their
 * IMO numbers, and by their keys where they state none.
 *
 * <p>Missed: hops with a ship that is not on AIS, waits of more than 14 days, and hulls that change
 * MMSI without stating an IMO number. Taken wrongly: ships that met the same bunker tanker.
 */
public final class StsChains implements Detector {
  /** From the first meeting to the end of the last (RadianceFleet). */
  public static final Duration LENGTH = Duration.ofDays(30);

  /** From one meeting to the next, and to the port (E14 in the plan). */
  public static final Duration WAIT = Duration.ofDays(14);

  /** Meetings that make a chain. */
  public static final int LEAST_HOPS = 2;

  /** Meetings that make a strong one. */
  static final int STRONG_HOPS = 3;

  /** Partners of one carrier from which she serves many: own choice. */
  static final int BUSY_PARTNERS = 6;

  @Override
  public String name() {
    return "sts-chains";
  }

  @Override
  public String type() {
    return "STS_CHAIN";
  }

  @Override
  public String summary() {
    return "Ships meet one after the other, each meeting sharing a hull with the next, the last one at the DPRK.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Hops with a ship that is not on AIS.",
        "Waits of more than 14 days, and more than 30 days in all.",
        "Hulls that change their MMSI without stating an IMO number.",
        "Ships that met the same bunker tanker are drawn in by chance.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Black Gold (C4ADS and RUSI, press copies): mother ship, feeder, direct delivery",
        "RadianceFleet, sts_chain_detector (30 days)",
        "Domain rule E14 (14 days a hop)");
  }

  @Override
  public Optional<Finding> judge(Chain c) {
    List<Evidence> all = new ArrayList<>();
    int hops = c.hops().size();
    String met = c.hops().stream().map(Chain.Hop::words).collect(Collectors.joining(", then "));
    all.add(
        Code.CHAIN_HOPS.speaksFor(
            (double) hops,
            (double) LEAST_HOPS,
            hops >= STRONG_HOPS ? 3.0 : 1.5,
            "Met one after the other: " + met + "."));
    all.add(
        Code.CHAIN_END.speaksFor(
            null,
            null,
            1.5,
            "Ends at the DPRK: " + c.end() + ". Neither flag nor listing is involvement."));
    if (c.ships().stream().allMatch(s -> s.type() == ShipType.TANKER)) {
      all.add(Code.TANKERS.speaksFor((double) c.ships().size(), null, 0.5, "All declare tanker."));
    }
    draughts(c).ifPresent(all::add);
    if (c.partners() >= BUSY_PARTNERS) {
      String text = "One of them met " + c.partners() + " others in that time: she serves many.";
      all.add(
          Code.CHAIN_BUSY.speaksAgainst((double) c.partners(), (double) BUSY_PARTNERS, -1.5, text));
    }
    all.add(
        Code.SINGLE_SOURCE.speaksAgainst(
            1.0, 2.0, 0.0, "One originator (own AIS finding) and one discipline (AIS)."));
    return Optional.of(new Finding(type(), VesselEvidence.withRefs(all, refs(c))));
  }

  /** The strongest of those that its meetings have. */
  private static Optional<Evidence> draughts(Chain c) {
    DraughtChanges draughts = new DraughtChanges();
    return c.hops().stream()
        .flatMap(hop -> draughts.judge(hop.meeting()).stream())
        .flatMap(finding -> finding.evidence().stream())
        .filter(e -> e.getCode().equals(Code.DRAUGHT_CHANGED.name()) && e.getWeight() > 0)
        .reduce((a, b) -> b.getWeight() > a.getWeight() ? b : a);
  }

  private static List<String> refs(Chain c) {
    TreeSet<String> refs = new TreeSet<>();
    c.hops().forEach(hop -> refs.addAll(hop.meeting().fact().getInputRefs()));
    return List.copyOf(refs);
  }
}
