package org.stswatch.geo;

/**
 * A cell at a grid time: the key under which ships look for each other.
 *
 * @param cell S2 cell id
 * @param timeS grid time, s since 1970
 */
public record CellTime(long cell, int timeS) {
  /** As a Kafka key: hex cell id, grid time. */
  public static String key(long cell, int timeS) {
    return Long.toHexString(cell) + '@' + timeS;
  }

  /** The cell of a key, as it is written there. */
  public static String cellOf(String key) {
    return key.substring(0, key.indexOf('@'));
  }

  public static CellTime of(String key) {
    int at = key.indexOf('@');
    return new CellTime(
        Long.parseUnsignedLong(key, 0, at, 16), Integer.parseInt(key, at + 1, key.length(), 10));
  }
}
