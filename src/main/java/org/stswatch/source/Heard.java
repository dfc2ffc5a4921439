package org.stswatch.source;

import org.jspecify.annotations.Nullable;

/**
 * What stands around a sentence about its reception.
 *
 * @param atMs time of reception, ms since 1970; null when none is given
 * @param station who heard it, as the feed names it
 */
record Heard(@Nullable Long atMs, @Nullable String station) {
  static final Heard NOTHING = new Heard(null, null);

  /** This, and from the other what is missing here. */
  Heard or(Heard other) {
    return new Heard(atMs != null ? atMs : other.atMs, station != null ? station : other.station);
  }

  /** Seconds or milliseconds since 1970 in 9 to 13 digits; null for anything else. */
  static @Nullable Long epochMs(String text) {
    int length = text.length();
    if (length < 9 || length > 13 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    long value = Long.parseLong(text);
    return length > 10 ? value : value * 1000;
  }
}
