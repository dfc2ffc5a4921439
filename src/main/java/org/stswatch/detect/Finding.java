package org.stswatch.detect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Evidence;

/**
 * One detector's opinion of one case.
 *
 * @param type what it may be, such as ENCOUNTER
 * @param evidence what speaks for and against, each code at most once
 * @param title the alert's title, where the fact alone does not make it; else null
 * @param again when further calls may change it; null where none can
 */
public record Finding(
    String type, List<Evidence> evidence, @Nullable String title, @Nullable Instant again) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** An opinion that hangs on the fact alone. */
  public Finding(String type, List<Evidence> evidence) {
    this(type, evidence, null, null);
  }
}
