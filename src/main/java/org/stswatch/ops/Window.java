package org.stswatch.ops;

import java.time.Instant;
import java.util.Optional;

/**
 * The part of the input that a replay takes, by time of observation.
 *
 * @param from first instant, inclusive
 * @param to last instant, exclusive
 */
record Window(Optional<Instant> from, Optional<Instant> to) {
  static final Window ALL = new Window(Optional.empty(), Optional.empty());

  /** Whether an observation at that time, ms since 1970, is taken. */
  boolean contains(long observedAtMs) {
    if (from.isEmpty() && to.isEmpty()) {
      return true;
    }
    Instant observedAt = Instant.ofEpochMilli(observedAtMs);
    return from.map(f -> !observedAt.isBefore(f)).orElse(true)
        && to.map(observedAt::isBefore).orElse(true);
  }
}
