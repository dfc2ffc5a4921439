package org.stswatch.detect;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VoyageStatement;

/** What was stated of ships, and how far it can be trusted. */
public final class Stated {
  /** Equal receipts in sequence from which on: one damaged sentence in 256 passes its checksum. */
  private static final int RECEIPTS = 2;

  /** By when it was stated; of equal times by id. */
  static final Comparator<VoyageStatement> BY_TIME =
      Comparator.comparing(VoyageStatement::getObservedAt)
          .thenComparing(VoyageStatement::getStatementId);

  private Stated() {}

  /** Whether it was heard twice, or comes from a register or port control. */
  public static boolean isTrusted(VoyageStatement s) {
    return isHeardTwice(s)
        || s.getSourceKind() == StatementKind.REGISTER
        || s.getSourceKind() == StatementKind.PORT_CONTROL;
  }

  /** Whether it was heard in the same words before. */
  public static boolean isHeardTwice(VoyageStatement s) {
    return s.getReceipt() >= RECEIPTS;
  }

  /** Of a ship that is no party: the length stated last, by whomever, metres. */
  static @Nullable Double lengthM(Collection<VoyageStatement> statements) {
    return statements.stream()
        .filter(s -> s.getLengthM() != null)
        .max(BY_TIME)
        .map(VoyageStatement::getLengthM)
        .orElse(null);
  }

  /** Of a ship that is no party: the AIS type stated last, by whomever. */
  static @Nullable Integer type(Collection<VoyageStatement> statements) {
    return statements.stream()
        .filter(s -> s.getShipType() != null)
        .max(BY_TIME)
        .map(s -> Objects.requireNonNull(s.getShipType()))
        .orElse(null);
  }
}
