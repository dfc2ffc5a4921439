package org.stswatch.geo;

/**
 * A cell at a grid time, where ships look for each other.
 *
 * @param cell S2 cell id
 * @param timeS grid time, s since 1970
 */
public record CellTime(long cell, int timeS) {
  private static final int HOUR_S = 3600;

  /** The Kafka key under which it is found: hex cell id, start of the hour. */
  public static String key(long cell, int timeS) {
    return Long.toHexString(cell) + '@' + hourS(timeS);
  }

  /** The cell of a key. */
  public static long cellOf(String key) {
    return Long.parseUnsignedLong(key, 0, key.indexOf('@'), 16);
  }

  /** The part of a key that tells its partition: the cell, so that its hours stay together. */
  public static String place(String key) {
    return key.substring(0, key.indexOf('@'));
  }

  /** The last instant of the hour, ms since 1970. */
  public long lastMs() {
    return (hourS(timeS) + HOUR_S) * 1000L - 1;
  }

  private static int hourS(int timeS) {
    return Math.floorDiv(timeS, HOUR_S) * HOUR_S;
  }
}
