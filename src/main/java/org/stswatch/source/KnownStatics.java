package org.stswatch.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stswatch.event.StatementSource;
import org.stswatch.event.VoyageStatement;

/**
 * Tables repeat what a vessel says of herself in every row. The id of her last statement is kept,
 * for it costs more than the rest of the row. Memory is bounded.
 */
final class KnownStatics {
  private static final int MAX_VESSELS = 1_000_000;

  private record Last(StaticData statics, String statementId) {}

  private final Map<String, Last> lastOfVessel =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
          return size() > MAX_VESSELS;
        }
      };

  /** The statement that these make. */
  VoyageStatement statement(
      String vessel, StaticData statics, long statedAtMs, StatementSource source) {
    Last last = lastOfVessel.get(vessel);
    if (last != null && last.statics().equals(statics)) {
      return statics.statement(last.statementId(), vessel, statedAtMs, source);
    }
    VoyageStatement statement = statics.statement(vessel, statedAtMs, source);
    lastOfVessel.put(vessel, new Last(statics, statement.getStatementId()));
    return statement;
  }
}
