package org.stswatch.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tables repeat what a vessel says of herself in every row. From the third equal one on a statement
 * would be swallowed anyway ({@link StatementFilter}), so that it need not be made: it costs more
 * than the rest of the row. Memory is bounded.
 */
final class RepeatedStatics {
  private static final int MAX_VESSELS = 1_000_000;

  private record Last(StaticData statics, int times) {}

  private final Map<String, Last> lastOfVessel =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
          return size() > MAX_VESSELS;
        }
      };

  /** Whether the vessel has said this less than twice in sequence. */
  boolean isNews(String vessel, StaticData statics) {
    Last last = lastOfVessel.get(vessel);
    int times = last != null && last.statics().equals(statics) ? last.times() + 1 : 1;
    if (times <= 2) {
      lastOfVessel.put(vessel, new Last(statics, times));
    }
    return times <= 2;
  }
}
