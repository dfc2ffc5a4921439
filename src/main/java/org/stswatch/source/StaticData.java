package org.stswatch.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.StatementKind;
import org.stswatch.event.StatementSource;
import org.stswatch.event.VoyageStatement;

/**
 * What a vessel says about herself; null where absent. Zeros (IMO, type, length, draught) are "not
 * available" in AIS (ITU-R M.1371-5, table 52), never numbers.
 */
record StaticData(
    @Nullable String imo,
    @Nullable String name,
    @Nullable String callSign,
    @Nullable Integer shipType,
    @Nullable Double lengthM,
    @Nullable Double beamM,
    @Nullable Double draughtM,
    @Nullable String destination,
    @Nullable String etaText) {

  /** Nothing is stated. */
  static final StaticData NOTHING =
      new StaticData(null, null, null, null, null, null, null, null, null);

  private static final int MAX_SHIP_TYPE = 99;

  /** Longest dimension that AIS can state: 511 + 511 m. */
  private static final double MAX_DIMENSION_M = 1022;

  private static final double MAX_DRAUGHT_M = 25.5;

  private static final StatementSource NOBODY = new StatementSource("", null, null, null);

  StaticData {
    shipType = shipType != null && shipType > 0 && shipType <= MAX_SHIP_TYPE ? shipType : null;
    lengthM = within(lengthM, MAX_DIMENSION_M);
    beamM = within(beamM, MAX_DIMENSION_M);
    draughtM = within(draughtM, MAX_DRAUGHT_M);
  }

  /** Whether nothing is stated. */
  boolean isEmpty() {
    return equals(NOTHING);
  }

  /** This, and from the other what is missing here. */
  StaticData or(StaticData other) {
    return new StaticData(
        imo != null ? imo : other.imo,
        name != null ? name : other.name,
        callSign != null ? callSign : other.callSign,
        shipType != null ? shipType : other.shipType,
        lengthM != null ? lengthM : other.lengthM,
        beamM != null ? beamM : other.beamM,
        draughtM != null ? draughtM : other.draughtM,
        destination != null ? destination : other.destination,
        etaText != null ? etaText : other.etaText);
  }

  VoyageStatement statement(String mmsi, long statedAtMs, StatementSource source) {
    return statement(id(mmsi), mmsi, statedAtMs, source);
  }

  /** The id of this vessel's statement, which neither time nor source have a part in. */
  String id(String mmsi) {
    return StatementId.of(statement("", mmsi, 0, NOBODY));
  }

  /** With an id that is known already. */
  VoyageStatement statement(String id, String mmsi, long statedAtMs, StatementSource source) {
    return new VoyageStatement(
        id,
        mmsi,
        Instant.ofEpochMilli(statedAtMs),
        imo,
        name,
        callSign,
        shipType,
        lengthM,
        beamM,
        draughtM,
        destination,
        etaText,
        null,
        1,
        List.of(),
        StatementKind.AIS,
        source);
  }

  private static @Nullable Double within(@Nullable Double value, double max) {
    return value != null && value > 0 && value <= max ? value : null;
  }
}
