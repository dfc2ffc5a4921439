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
    if (stated.part()) {
      VoyageStatement whole = parts.merged(stated.statement());
      int receipt = receipt(whole.getMmsi(), whole.getStatementId());
      return receipt > 2 ? Optional.empty() : Optional.of(received(whole, receipt));
    }
    int receipt = receipt(stated.mmsi(), stated.statementId());
    return receipt > 2 ? Optional.empty() : Optional.of(received(stated.statement(), receipt));
  }

  /** The how manieth equal receipt in sequence this is; 3 for any further one. */
  private int receipt(String vessel, String statementId) {
    Last last = lastOfVessel.get(vessel);
    if (last == null || !last.statementId().equals(statementId)) {
      lastOfVessel.put(vessel, new Last(statementId, 1));
      return 1;
    }
    if (last.receipts() > 1) {
      return 3;
    }
    lastOfVessel.put(vessel, new Last(statementId, 2));
    return 2;
  }

  private static VoyageStatement received(VoyageStatement statement, int receipt) {
    return statement.getReceipt() == receipt
        ? statement
        : VoyageStatement.newBuilder(statement).setReceipt(receipt).build();
  }
}
