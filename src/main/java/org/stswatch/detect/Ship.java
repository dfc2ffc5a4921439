package org.stswatch.detect;

import java.util.Optional;
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
 * @param shipType AIS ship type, 0 to 99
 * @param lengthM length over all, metres
 * @param standing how it stood on the watch lists on that day
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
    Standing standing) {

  private static final String DPRK = "KP";

  /** The register's flag, else the MMSI's. */
  public @Nullable String flag() {
    return registerFlag != null ? registerFlag : midFlag;
  }

  /** Why it counts as linked to the DPRK, if it does: by flag, or listed for it on that day. */
  public Optional<String> dprkLink() {
    if (DPRK.equals(registerFlag)) {
      return Optional.of("flag KP by register");
    }
    return DPRK.equals(midFlag)
        ? Optional.of("MID 445")
        : standing.listings().stream()
            .filter(Listing::isDprkProgramme)
            .findFirst()
            .map(Listing::words);
  }

  /** Whether it was designated on that day, by whomever and for whatever. */
  public boolean isListed() {
    return !standing.designations().isEmpty();
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
