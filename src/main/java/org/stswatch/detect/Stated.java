package org.stswatch.detect;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VoyageStatement;

/** What was stated of a ship that is no party. */
final class Stated {
  private Stated() {}

  /** The AIS type stated last, by whomever. */
  static @Nullable Integer type(Collection<VoyageStatement> statements) {
    return statements.stream()
        .filter(s -> s.getShipType() != null)
        .max(
            Comparator.comparing(VoyageStatement::getObservedAt)
                .thenComparing(VoyageStatement::getStatementId))
        .map(s -> Objects.requireNonNull(s.getShipType()))
        .orElse(null);
  }
}
