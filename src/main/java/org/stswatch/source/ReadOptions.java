package org.stswatch.source;

import java.time.Instant;
import java.util.Optional;

/**
 * How to read an input.
 *
 * @param assumeTime the time of AIS sentences that carry none; without it they are rejected as
 *     MISSING_TIME
 */
public record ReadOptions(Optional<Instant> assumeTime) {
  /** Nothing assumed. */
  public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty());
}
