package org.stswatch.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stswatch.event.VoyageStatement;

/**
 * Lets a statement pass when its content differs from the vessel's last published one, and once
 * more at the second equal receipt: one in 256 damaged sentences passes the 8-bit checksum of NMEA,
 * so only what was heard twice is taken as confirmed. Not thread-safe.
 */
public final class StatementFilter {
  /**
   * More identities than were ever heard in a day; a flood of invented ones must not fill memory.
   */
  private static final int MAX_VESSELS = 1_000_000;

  private record Last(String statementId, int receipts) {}

  private final Map<String, Last> lastOfVessel =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
          return size() > MAX_VESSELS;
        }
      };

  private final StatementParts parts = new StatementParts();

  /** The statement to publish, whole and with its receipt, or nothing. */
  public Optional<VoyageStatement> publish(Item.Stated stated) {
    return publish(stated.part() ? parts.merged(stated.statement()) : stated.statement());
  }

  private Optional<VoyageStatement> publish(VoyageStatement statement) {
    String vessel = statement.getMmsi();
    Last last = lastOfVessel.get(vessel);
    if (last == null || !last.statementId().equals(statement.getStatementId())) {
      lastOfVessel.put(vessel, new Last(statement.getStatementId(), 1));
      return Optional.of(received(statement, 1));
    }
    if (last.receipts() > 1) {
      return Optional.empty();
    }
    lastOfVessel.put(vessel, new Last(last.statementId(), 2));
    return Optional.of(received(statement, 2));
  }

  private static VoyageStatement received(VoyageStatement statement, int receipt) {
    return statement.getReceipt() == receipt
        ? statement
        : VoyageStatement.newBuilder(statement).setReceipt(receipt).build();
  }
}
