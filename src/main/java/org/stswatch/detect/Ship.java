package org.stswatch.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.vessel.ShipType;
import org.stswatch.watch.Listing;
import org.stswatch.watch.Standing;

/**
 * A party as it was known at the time of the event. All but the key is what somebody stated.
 *
 * @param key vessel key of the sightings
 * @param mmsi the key, where it is an MMSI of 9 digits
 * @param imo IMO number as stated
 * @param name name as stated
 * @param midFlag flag by the MMSI's first digits, ISO 3166 alpha-2
 * @param registerFlag flag by a register, ISO 3166 alpha-2
 * @param shipType AIS ship type, 0 to 99; by a register where one says
 * @param lengthM length over all, metres; by a register where one says
 * @param companies ids, or else names, of its owners, managers and operators by a register
 * @param standing how it stood on the watch lists on that day
 * @param visits port calls of the last 30 days, the last one first
 */
public record Ship(
    String key,
    @Nullable String mmsi,
    @Nullable String imo,
    @Nullable String name,
    @Nullable String midFlag,
    @Nullable String registerFlag,
    @Nullable Integer shipType,
    @Nullable Double lengthM,
    Set<String> companies,
    Standing standing,
    List<Visit> visits) {

  public Ship {
    companies = Set.copyOf(companies);
    visits = List.copyOf(visits);
  }

  private static final String DPRK = "KP";

  /** The register's flag, else the MMSI's. */
  public @Nullable String flag() {
    return registerFlag != null ? registerFlag : midFlag;
  }

  /** Why it counts as linked to the DPRK, if it does: by flag, list of that day or last port. */
  public Optional<String> dprkLink() {
    if (isRegisteredInDprk()) {
      return Optional.of("flag KP by register");
    }
    if (hasDprkNumber()) {
      return Optional.of("MID 445");
    }
    return standing.listings().stream()
        .filter(Listing::isDprkProgramme)
        .findFirst()
        .map(Listing::words)
        .or(() -> lastPort().filter(Visit::isDprk).map(Visit::words));
  }

  /** Whether a register or the MMSI gives it the flag of the DPRK. */
  public boolean isOfDprkFlag() {
    return isRegisteredInDprk() || hasDprkNumber();
  }

  /** Whether a register or the ship itself states the flag of the DPRK. */
  public boolean isRegisteredInDprk() {
    return DPRK.equals(registerFlag);
  }

  /** Whether its MMSI begins as those of the DPRK do. */
  public boolean hasDprkNumber() {
    return DPRK.equals(midFlag);
  }

  /** The port called at last within 30 days before. */
  public Optional<Visit> lastPort() {
    return visits.stream().findFirst();
  }

  /**
   * Why it counts as linked to the mission, if it does: to the DPRK, or to a port of fuel or coal.
   */
  public Optional<String> missionLink() {
    return dprkLink().or(() -> farEastPort().map(Visit::words));
  }

  /** The port of the Russian Far East, of fuel or coal, that it left within 30 days. */
  public Optional<Visit> farEastPort() {
    return visits.stream().filter(Visit::isFarEast).findFirst();
  }

  /** The same ship with these port calls. */
  public Ship having(List<Visit> calls) {
    return new Ship(
        key, mmsi, imo, name, midFlag, registerFlag, shipType, lengthM, companies, standing, calls);
  }

  /** Whether it was designated on that day, by whomever and for whatever. */
  public boolean isListed() {
    return !standing.designations().isEmpty();
  }

  /** Whether it was linked to the DPRK or designated on that day. */
  public boolean isLinkedOrListed() {
    return dprkLink().isPresent() || isListed();
  }

  /** Class of its stated type. */
  public ShipType type() {
    return ShipType.of(shipType);
  }

  /** Whether its stated length is known and below so many metres. */
  public boolean isShorterThan(double metres) {
    return lengthM != null && lengthM > 0 && lengthM < metres;
  }

  /** Its name, or its key where it has none; no control characters. */
  public String label() {
    return name == null || name.isBlank() ? key : name.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
