package org.stswatch.source;

import org.stswatch.event.RejectReason;

/** The checksum of NMEA 0183: all characters between the mark and the asterisk, exclusive or. */
final class Nmea {
  private Nmea() {}

  /** Exclusive or of the characters from..to. */
  static int checksum(String text, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= text.charAt(i);
    }
    return sum;
  }

  /** The two hex digits that stand at the place, or -1. */
  static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  /**
   * Checks text of the shape {@code body*hh}.
   *
   * @param what the name of the thing, for the reject
   * @return the place of the asterisk
   */
  static int check(String text, int from, String what) throws Refusal {
    int asterisk = text.indexOf('*', from);
    int stated = asterisk < 0 ? -1 : hex(text, asterisk + 1);
    if (stated < 0) {
      throw new Refusal(RejectReason.TRUNCATED, what + " ends before its checksum");
    }
    int sum = checksum(text, from, asterisk);
    if (sum != stated) {
      throw new Refusal(
          RejectReason.CHECKSUM, "%s says %02X, is %02X".formatted(what, stated, sum));
    }
    return asterisk;
  }
}
