package org.stswatch.voyage;

import org.jspecify.annotations.Nullable;

/**
 * The nearest place where a vessel may call: a port, or one of its anchorages.
 *
 * @param code UN/LOCODE of the port, or its name where it has none
 * @param lat6 latitude of the point, 1e-6 degrees
 * @param lon6 longitude of the point, 1e-6 degrees
 * @param bare whether only a point is known that may lie kilometres from berths and anchorages
 * @param distanceM from the vessel, metres
 */
public record Harbour(String code, int lat6, int lon6, boolean bare, int distanceM) {
  /** Around an anchorage or berth point, metres (Global Fishing Watch's anchorages_pipeline). */
  static final int ENTRY_M = 3_000;

  static final int EXIT_M = 4_000;

  /**
   * Around a point of the World Port Index, metres: these were 4.6 to 9.6 km off at 5 of 6 ports
   * checked.
   */
  public static final int BARE_ENTRY_M = 10_000;

  static final int BARE_EXIT_M = 11_000;

  /** Off a port that is watched, metres (E9 in the plan: a sighting within 15 km). */
  public static final int OFF_PORT_M = 15_000;

  /** Finds it. */
  @FunctionalInterface
  public interface Finder {
    /** The nearest one to a place in degrees, anchorages before bare points. */
    Harbour nearest(double lat, double lon);

    /**
     * The port off which a place lies, where that coast is watched; null elsewhere. Asked at the
     * end of every hour of every vessel.
     */
    default @Nullable Offing offing(int lat6, int lon6) {
      return null;
    }
  }

  /**
   * A place off a coast that is watched.
   *
   * @param port name of the nearest port of that coast
   * @param distanceM to its point, metres
   */
  public record Offing(String port, int distanceM) {}

  /** Whether a vessel at this distance is in port. */
  public boolean holds() {
    return distanceM <= entryM();
  }

  int entryM() {
    return bare ? BARE_ENTRY_M : ENTRY_M;
  }

  int exitM() {
    return bare ? BARE_EXIT_M : EXIT_M;
  }

  /** So far a vessel can sail before it is near any harbour, metres. */
  int clearM() {
    return Math.max(0, distanceM - BARE_EXIT_M);
  }
}
