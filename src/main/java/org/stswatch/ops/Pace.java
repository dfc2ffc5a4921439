package org.stswatch.ops;

import java.time.Duration;

/**
 * How fast a replay runs: as fast as it goes, or so many times faster than it happened.
 *
 * @param factor seconds of event time per second; infinite for as fast as it goes
 */
record Pace(double factor) {
  static final Pace MAX = new Pace(Double.POSITIVE_INFINITY);

  /** Quiet hours of the input are passed over: nobody waits longer for the next sighting. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /**
   * Reads {@code max} or {@code 60x}.
   *
   * @throws Failure for anything else
   */
  static Pace of(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    if (text.matches("[0-9]{1,9}(\\.[0-9]{1,3})?x")) {
      double factor = Double.parseDouble(text.substring(0, text.length() - 1));
      if (factor > 0) {
        return new Pace(factor);
      }
    }
    throw Failure.usage("--speed: '" + text + "' is not max or a factor such as 60x");
  }

  boolean isMax() {
    return Double.isInfinite(factor);
  }

  /** How long the step from one event time to the next lasts. */
  Duration pause(long fromMs, long toMs) {
    if (isMax() || toMs <= fromMs) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofMillis(Math.round((toMs - fromMs) / factor));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
