package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stswatch.event.Evidence;
import org.stswatch.geo.Geodesy;
import org.stswatch.vessel.ShipType;

/** Who the parties say they are. A declared purpose alone weighs nothing. */
final class PartyEvidence {
  /** Service craft are shorter, metres: own choice, a larger one may carry cargo. */
  static final double SERVICE_BELOW_M = 45;

  /**
   * Service craft work within, metres: own choice, 30 NM of a port is a day trip of harbour craft.
   */
  static final double SERVICE_WITHIN_M = 30 * Geodesy.METRES_PER_NM;

  /** Fishing vessels are shorter, metres: own choice, a larger one may be a carrier. */
  static final double FISHING_BELOW_M = 60;

  private PartyEvidence() {}

  static List<Evidence> of(Case c) {
    List<Evidence> all = new ArrayList<>();
    List<Ship> ships = List.of(c.ship1(), c.ship2());
    all.addAll(stated(ships, c.stsBanInForce()));
    boolean remarkable = c.isAlongsideAcrossTheLink() || c.fallsSilentAlongside();
    service(ships, c.place(), remarkable, all);
    fishing(c, all);
    return all;
  }

  /** The same of a meeting out of sight, whose parties nobody saw together. */
  static List<Evidence> of(DarkCase c) {
    List<Evidence> all = new ArrayList<>(stated(c.ships(), c.stsBanInForce()));
    service(c.ships(), c.place(), c.ships().stream().anyMatch(Ship::isLinkedOrListed), all);
    fishes(c.ships()).ifPresent(all::add);
    ListEvidence.listed(c.ships()).ifPresent(all::add);
    all.addAll(ListEvidence.context(c.ships()));
    return all;
  }

  /**
   * Ships of which some declare fishing. It is their own word, so it weighs only where a stated
   * length agrees and nothing links the ship to the DPRK or a list.
   */
  static Optional<Evidence> fishes(List<Ship> ships) {
    List<Ship> fishing = ships.stream().filter(s -> s.type() == ShipType.FISHING).toList();
    if (fishing.isEmpty()) {
      return Optional.empty();
    }
    long borneOut =
        fishing.stream()
            .filter(s -> s.isShorterThan(FISHING_BELOW_M) && !s.isLinkedOrListed())
            .count();
    String text =
        ships.size() == 1
            ? "It declares fishing"
            : fishing.size() == 2 ? "Both declare fishing" : "One declares fishing";
    text += borneOut == fishing.size() ? "." : ", which is not borne out.";
    return Optional.of(
        Code.FISHES.speaksAgainst(
            (double) fishing.size(), null, borneOut == 0 ? 0.0 : -1.0 * borneOut, text));
  }

  private static List<Evidence> stated(List<Ship> ships, boolean ban) {
    List<Evidence> all = new ArrayList<>();
    tankers(ships, all);
    lastPorts(ships).ifPresent(all::add);
    dprkLinked(ships, ban, all);
    return all;
  }

  private static Stream<Ship> ships(Case c) {
    return Stream.of(c.ship1(), c.ship2());
  }

  /** Parties that left a port of fuel or coal of the Russian Far East. */
  static Optional<Evidence> lastPorts(List<Ship> ships) {
    List<String> who =
        ships.stream()
            .flatMap(s -> s.farEastPort().stream().map(v -> s.label() + " (" + v.words() + ")"))
            .toList();
    return who.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Code.LAST_PORT.speaksFor(
                (double) who.size(),
                null,
                0.25,
                "Came from a port where fuel or coal is shipped: " + String.join(", ", who) + "."));
  }

  private static void tankers(List<Ship> ships, List<Evidence> all) {
    long tankers = ships.stream().filter(s -> s.type() == ShipType.TANKER).count();
    if (tankers > 0) {
      String text = tankers == 2 ? "Both declare tanker." : "One declares tanker.";
      all.add(Code.TANKERS.speaksFor((double) tankers, null, 0.5 * tankers, text));
    }
  }

  private static void dprkLinked(List<Ship> ships, boolean ban, List<Evidence> all) {
    long linked = ships.stream().filter(s -> s.dprkLink().isPresent()).count();
    if (linked == 0) {
      return;
    }
    String who =
        String.join(
            ", ",
            ships.stream()
                .flatMap(s -> s.dprkLink().stream().map(why -> s.label() + " (" + why + ")"))
                .toList());
    all.add(
        Code.DPRK_LINKED.speaksFor(
            (double) linked,
            null,
            linked == 1 ? 2.0 : 1.0,
            "Linked to the DPRK: " + who + ". Neither flag nor listing is involvement."));
    if (!ban) {
      all.add(
          Code.NO_STS_BAN.speaksAgainst(
              null, null, 0.0, "No UN ban of ship-to-ship transfers in force on that date."));
    }
  }

  /** A service craft by its own word. */
  static Optional<Evidence> serves(Ship ship, Place place) {
    return ship.type().serves()
        ? Optional.of(service(ship, place, ship.isLinkedOrListed()))
        : Optional.empty();
  }

  private static void service(
      List<Ship> ships, Place place, boolean remarkable, List<Evidence> all) {
    ships.stream()
        .filter(s -> s.type().serves())
        .findFirst()
        .ifPresent(s -> all.add(service(s, place, remarkable)));
  }

  /**
   * @param remarkable alongside where one is linked or listed, or falls silent: nothing that a ship
   *     says of herself excuses that
   */
  private static Evidence service(Ship ship, Place place, boolean remarkable) {
    boolean fits = ship.isShorterThan(SERVICE_BELOW_M) && place.portDistanceM() <= SERVICE_WITHIN_M;
    boolean proven = fits && !remarkable;
    String text = ship.label() + " declares type " + ship.shipType() + " (service craft)";
    text +=
        proven
            ? ", near a port and short."
            : fits
                ? ", which excuses no such meeting."
                : "; its size or place does not bear it out.";
    return Code.SERVICE_VESSEL.speaksAgainst(
        ship.lengthM(), SERVICE_BELOW_M, proven ? -3.0 : 0.0, text);
  }

  private static void fishing(Case c, List<Evidence> all) {
    if (!ships(c).allMatch(s -> s.type() == ShipType.FISHING)) {
      return;
    }
    boolean proven =
        ships(c).allMatch(s -> s.isShorterThan(FISHING_BELOW_M))
            && c.fact().getSilentMinutes() == 0
            && c.linkedOrListed() == 0;
    String text = "Both declare fishing";
    text += proven ? ", are short and were heard throughout." : ", which is not borne out.";
    all.add(Code.FISHING_PAIR.speaksAgainst(null, null, proven ? -3.0 : 0.0, text));
  }
}
