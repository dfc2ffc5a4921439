package org.stswatch.detect;

import java.time.Instant;
import java.util.List;

/** What was in force on the UTC day of an instant: id, colon, neutral text. */
@FunctionalInterface
public interface Law {
  List<String> inForceAt(Instant time);

  /** Whether a measure of this id was in force then. */
  default boolean isInForce(String id, Instant time) {
    return inForceAt(time).stream().anyMatch(r -> r.startsWith(id + ":"));
  }
}
