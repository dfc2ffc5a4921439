package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Evidence;
import org.stswatch.vessel.Imo;
import org.stswatch.vessel.ShipType;

/**
 * What brings two ships together every day: a tow, a pair trawl, bunkers, a fleet in company, and
 * one hull with two transponders. It speaks against only where both were heard throughout and
 * neither is linked to the DPRK or listed; what somebody declares without the rest weighs nothing.
 */
final class OrdinaryWork {
  /**
   * A tow and its tug make way, knots: RTEC counts tugging from 1.2 kn, and two ships that drift
   * side by side stay below.
   */
  static final double TOW_FROM_KN = 1.2;

  /** Pair trawlers tow at, knots (own choice after Park et al. 2020: their gear goes at 2 to 4). */
  static final double TRAWL_FROM_KN = 2;

  static final double TRAWL_TO_KN = 4;

  /** Two ships on one wire or net differ by at most, knots: the rounding of medians. */
  static final double IN_STEP_KN = 0.3;

  /** Bunker barges are of this length, metres: own choice, harbour tankers of 200 to 6,000 dwt. */
  static final double BARGE_FROM_M = 20;

  static final double BARGE_TO_M = 110;

  /** The ship that takes bunkers is longer than the barge by this factor: own choice. */
  static final double CUSTOMER_LONGER = 1.2;

  /** The ship that takes bunkers lies at anchor, knots: swings, and the error of positions. */
  static final double AT_ANCHOR_KN = 0.5;

  private OrdinaryWork() {}

  static List<Evidence> of(Case c) {
    List<Evidence> all = new ArrayList<>();
    tow(c).ifPresent(all::add);
    pairTrawl(c).ifPresent(all::add);
    bunkering(c).ifPresent(all::add);
    ownFleet(c).ifPresent(all::add);
    oneHull(c).ifPresent(all::add);
    return all;
  }

  /** Nothing of what makes a meeting remarkable: no link, and nobody fell silent. */
  private static boolean isOpen(Case c) {
    return c.linkedOrListed() == 0 && c.fact().getSilentMinutes() == 0;
  }

  private static boolean areInStep(Case c) {
    double kn1 = c.fact().getMedianSpeedKn1();
    double kn2 = c.fact().getMedianSpeedKn2();
    return Math.round(Math.abs(kn1 - kn2) * 100) <= Math.round(IN_STEP_KN * 100);
  }

  private static double slowerKn(Case c) {
    return Math.min(c.fact().getMedianSpeedKn1(), c.fact().getMedianSpeedKn2());
  }

  private static double fasterKn(Case c) {
    return Math.max(c.fact().getMedianSpeedKn1(), c.fact().getMedianSpeedKn2());
  }

  private static Optional<Evidence> tow(Case c) {
    boolean tug =
        ships(c)
            .filter(s -> s.type() == ShipType.TOWING || s.type() == ShipType.TUG)
            .anyMatch(s -> s.isShorterThan(PartyEvidence.SERVICE_BELOW_M));
    if (!tug || slowerKn(c) < TOW_FROM_KN) {
      return Optional.empty();
    }
    boolean proven = isOpen(c) && areInStep(c) && !c.isAlongside();
    String text = "One declares a tug, and both make way";
    text += proven ? " at one speed, a tow's length apart." : "; nothing bears a tow out.";
    return Optional.of(Code.TOW.speaksAgainst(slowerKn(c), TOW_FROM_KN, proven ? -3.0 : 0.0, text));
  }

  private static Optional<Evidence> pairTrawl(Case c) {
    boolean trawl =
        slowerKn(c) >= TRAWL_FROM_KN
            && fasterKn(c) <= TRAWL_TO_KN
            && areInStep(c)
            && !c.isAlongside()
            && isOpen(c)
            && ships(c).noneMatch(s -> s.type() == ShipType.TANKER);
    return trawl
        ? Optional.of(
            Code.PAIR_TRAWL.speaksAgainst(
                slowerKn(c), TRAWL_FROM_KN, -1.5, "Both under way at one speed of 2 to 4 kn."))
        : Optional.empty();
  }

  private static Optional<Evidence> bunkering(Case c) {
    return Stream.of(bunkering(c, c.ship1(), c.ship2()), bunkering(c, c.ship2(), c.ship1()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Evidence> bunkering(Case c, Ship barge, Ship customer) {
    boolean declared =
        barge.type() == ShipType.TANKER
            && barge.isShorterThan(BARGE_TO_M)
            && (customer.type() == ShipType.CARGO || customer.type() == ShipType.PASSENGER);
    if (!declared) {
      return Optional.empty();
    }
    Double bargeM = barge.lengthM();
    Double customerM = customer.lengthM();
    boolean sizes =
        bargeM != null
            && customerM != null
            && bargeM >= BARGE_FROM_M
            && customerM >= CUSTOMER_LONGER * bargeM;
    boolean inRoads =
        c.place().portDistanceM() <= PartyEvidence.SERVICE_WITHIN_M
            && !c.place().claimedByDprk()
            && fasterKn(c) < AT_ANCHOR_KN
            && ContactEvidence.minutes(c.fact()) <= ContactEvidence.TRANSFER_MAX_MINUTES;
    boolean proven = sizes && inRoads && isOpen(c);
    String text = barge.label() + " is a small tanker beside a ship that is none";
    text += proven ? ", longer, at anchor near a port." : "; nothing bears bunkers out.";
    return Optional.of(
        Code.BUNKERING.speaksAgainst(barge.lengthM(), BARGE_TO_M, proven ? -3.0 : 0.0, text));
  }

  private static Optional<Evidence> ownFleet(Case c) {
    Set<String> shared = new TreeSet<>(c.ship1().companies());
    shared.retainAll(c.ship2().companies());
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    boolean proven = isOpen(c) && !c.isAlongside();
    String text = "A register gives both to one company (" + String.join(", ", shared) + ")";
    text += proven ? "; they kept apart." : ", which explains no contact.";
    return Optional.of(
        Code.OWN_FLEET.speaksAgainst(
            (double) c.fact().getMedianDistanceM(),
            (double) Case.ALONGSIDE_M,
            proven ? -2.5 : 0.0,
            text));
  }

  private static Optional<Evidence> oneHull(Case c) {
    String imo = c.ship1().imo();
    if (imo == null || !imo.equals(c.ship2().imo()) || !Imo.isValid(imo)) {
      return Optional.empty();
    }
    double hullM = hullM(c.ship1().lengthM(), c.ship2().lengthM());
    double metres = c.fact().getMedianDistanceM();
    boolean proven = isOpen(c) && metres <= hullM;
    String text = "Both state IMO number " + imo;
    text += proven ? ", within one ship's length: two transponders on one hull." : ".";
    return Optional.of(Code.ONE_HULL.speaksAgainst(metres, hullM, proven ? -3.5 : 0.0, text));
  }

  /** The shorter of the stated lengths; alongside where none is. */
  private static double hullM(@Nullable Double one, @Nullable Double two) {
    double shorter =
        Math.min(one == null ? Case.ALONGSIDE_M : one, two == null ? Case.ALONGSIDE_M : two);
    return Math.min(shorter, Case.ALONGSIDE_M);
  }

  private static Stream<Ship> ships(Case c) {
    return Stream.of(c.ship1(), c.ship2());
  }
}
