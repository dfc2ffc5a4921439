package org.stswatch.source;

/**
 * The time that a position report speaks of. It carries the second of its minute; the receiver adds
 * the time of reception. From both follows one time, whoever received it within seconds: receivers
 * of one message then give one sighting.
 */
final class UtcSecond {
  private static final long MINUTE_MS = 60_000;

  // From the fix to the time stamp of the receiver pass -2 to 5 s in 95 % of the reports of two
  // terrestrial feeds (2,700 of AisLib's sample, 740 of the Norwegian Coastal Administration's).
  // Beyond it the second and the reception do not belong together (a logging host's clock, a sender
  // without UTC), and the time of reception stands.
  private static final long CLOCK_ERROR_MS = 3_000;
  private static final long MAX_DELAY_MS = 8_000;

  private UtcSecond() {}

  /**
   * Time of the fix, ms since 1970.
   *
   * @param second as sent: 0 to 59; 60 to 63 say that there is none
   */
  static long sentAtMs(long receivedAtMs, int second) {
    if (second < 0 || second > 59) {
      return receivedAtMs;
    }
    long sent = receivedAtMs - Math.floorMod(receivedAtMs, MINUTE_MS) + second * 1000L;
    if (sent > receivedAtMs + CLOCK_ERROR_MS) {
      sent -= MINUTE_MS;
    } else if (sent <= receivedAtMs + CLOCK_ERROR_MS - MINUTE_MS) {
      sent += MINUTE_MS;
    }
    return receivedAtMs - sent <= MAX_DELAY_MS ? sent : receivedAtMs;
  }
}
