package org.stswatch.vessel;

import org.stswatch.event.StationKind;

/**
 * Maritime Mobile Service Identities, nine digits (ITU-R M.585-9). Vessel keys that are none are
 * opaque ids: nothing is read from them.
 */
public final class Mmsi {
  private static final int DIGITS = 9;

  private Mmsi() {}

  /** Whether the key is a nine-digit MMSI. Says nothing about whether it was ever assigned. */
  public static boolean isMmsi(String vesselKey) {
    return vesselKey.length() == DIGITS && isDigits(vesselKey);
  }

  /**
   * The key of an identity given as a number: leading zeros restored (a coast station 003669702 is
   * printed as 3669702 by most tables), a decimal part ".0" dropped. Other text comes back as is.
   */
  public static String key(String text) {
    String id = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (id.isEmpty() || id.length() >= DIGITS || !isDigits(id)) {
      return isDigits(id) ? id : text;
    }
    return "0".repeat(DIGITS - id.length()) + id;
  }

  /** The key of an identity as AIS transmits it, a number of 30 bits. */
  public static String key(long number) {
    return key(Long.toString(number));
  }

  /**
   * What the sender is. The message type decides where it is reserved to a kind of station (4 base
   * station, 9 SAR aircraft, 21 aid to navigation: ITU-R M.1371-5, table 46), else the range of the
   * MMSI does.
   *
   * @param messageType AIS message type, or 0 when the feed does not say
   */
  public static StationKind stationKind(String vesselKey, int messageType) {
    return switch (messageType) {
      case 4 -> StationKind.COAST_STATION;
      case 9 -> StationKind.SAR_AIRCRAFT;
      case 21 -> StationKind.AID_TO_NAVIGATION;
      default -> stationKind(vesselKey);
    };
  }

  /** What the sender is by the range of its MMSI alone; UNKNOWN for opaque and unassigned ids. */
  public static StationKind stationKind(String vesselKey) {
    if (!isMmsi(vesselKey)) {
      return StationKind.UNKNOWN;
    }
    return switch (vesselKey.charAt(0)) {
      case '0' -> zero(vesselKey);
      case '1' -> vesselKey.startsWith("111") ? StationKind.SAR_AIRCRAFT : StationKind.UNKNOWN;
      case '8' -> StationKind.HANDHELD;
      case '9' -> nine(vesselKey);
      default -> StationKind.SHIP;
    };
  }

  /** 00MIDxxxx is a coast station, 0MIDxxxxx a group of ships. */
  private static StationKind zero(String vesselKey) {
    if (vesselKey.charAt(1) == '0') {
      return StationKind.COAST_STATION;
    }
    // Country codes (MID) begin with 2 to 7; anything else is a mistyped identity, no group.
    char mid = vesselKey.charAt(1);
    return mid >= '2' && mid <= '7' ? StationKind.GROUP : StationKind.UNKNOWN;
  }

  private static StationKind nine(String vesselKey) {
    return switch (vesselKey.substring(0, 3)) {
      case "970" -> StationKind.SART;
      case "972" -> StationKind.MAN_OVERBOARD;
      case "974" -> StationKind.EPIRB;
      default ->
          switch (vesselKey.charAt(1)) {
            case '8' -> StationKind.CRAFT;
            case '9' -> StationKind.AID_TO_NAVIGATION;
            default -> StationKind.UNKNOWN;
          };
    };
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
