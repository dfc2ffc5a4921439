package org.stswatch.source;

import org.jspecify.annotations.Nullable;

/** The declared time of arrival, which has no year. */
final class Eta {
  private Eta() {}

  /** {@code MM-ddTHH:mm}; null when a part is absent (month 0, day 0, hour 24, minute 60). */
  static @Nullable String text(int month, int day, int hour, int minute) {
    boolean date = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    boolean time = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
    return date && time ? "%02d-%02dT%02d:%02d".formatted(month, day, hour, minute) : null;
  }
}
