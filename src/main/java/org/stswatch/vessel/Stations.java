package org.stswatch.vessel;

import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;

/**
 * Which senders are ships: aids to navigation, coast stations, aircraft and beacons meet nobody.
 */
public final class Stations {
  private Stations() {}

  /**
   * Whether the sender of this sighting can meet others, by what the feed says and by the range of
   * its MMSI.
   */
  public static boolean meetsOthers(VesselSighting s) {
    return canMeet(s.getStationKind()) && canMeet(Mmsi.stationKind(s.getVesselKey()));
  }

  /** The key of the sender's track: a ship's is its vessel key, and no other sender shares it. */
  public static String trackKey(VesselSighting s) {
    return meetsOthers(s) ? s.getVesselKey() : s.getVesselKey() + "\tstation";
  }

  private static boolean canMeet(StationKind kind) {
    return switch (kind) {
      case SHIP, CRAFT, UNKNOWN -> true;
      default -> false;
    };
  }
}
