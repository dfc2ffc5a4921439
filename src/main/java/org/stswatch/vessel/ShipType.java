package org.stswatch.vessel;

import org.jspecify.annotations.Nullable;

/**
 * Classes of the AIS ship and cargo type (ITU-R M.1371-5, table 53). It is what the crew typed:
 * never proof.
 */
public enum ShipType {
  FISHING,
  TOWING,
  DREDGING_OR_DIVING,
  MILITARY,
  PLEASURE,
  HIGH_SPEED,
  PILOT,
  SEARCH_AND_RESCUE,
  TUG,
  PORT_TENDER,
  ANTI_POLLUTION,
  LAW_ENFORCEMENT,
  LOCAL_OR_MEDICAL,
  PASSENGER,
  CARGO,
  TANKER,
  OTHER,
  UNKNOWN;

  /** The class of an AIS code from 0 to 99; null, 0 and what the table leaves free are UNKNOWN. */
  public static ShipType of(@Nullable Integer code) {
    if (code == null || code < 0 || code > 99) {
      return UNKNOWN;
    }
    return switch (code / 10) {
      case 3 -> special3(code);
      case 4 -> HIGH_SPEED;
      case 5 -> special5(code);
      case 6 -> PASSENGER;
      case 7 -> CARGO;
      case 8 -> TANKER;
      case 9 -> OTHER;
      default -> UNKNOWN;
    };
  }

  /** Whether its work brings it alongside other ships: tug, tow, pilot, tender, rescue (50-54). */
  public boolean serves() {
    return switch (this) {
      case TOWING, PILOT, SEARCH_AND_RESCUE, TUG, PORT_TENDER, ANTI_POLLUTION -> true;
      default -> false;
    };
  }

  private static ShipType special3(int code) {
    return switch (code) {
      case 30 -> FISHING;
      case 31, 32 -> TOWING;
      case 33, 34 -> DREDGING_OR_DIVING;
      case 35 -> MILITARY;
      case 36, 37 -> PLEASURE;
      default -> UNKNOWN;
    };
  }

  private static ShipType special5(int code) {
    return switch (code) {
      case 50 -> PILOT;
      case 51 -> SEARCH_AND_RESCUE;
      case 52 -> TUG;
      case 53 -> PORT_TENDER;
      case 54 -> ANTI_POLLUTION;
      case 55 -> LAW_ENFORCEMENT;
      default -> LOCAL_OR_MEDICAL;
    };
  }
}
