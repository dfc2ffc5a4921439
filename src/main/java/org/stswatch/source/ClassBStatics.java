package org.stswatch.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** Puts parts A (name) and B (the rest) of AIS type 24 together, by MMSI. Memory is bounded. */
final class ClassBStatics {
  /** More Class B stations than are heard in a day worldwide. */
  private static final int MAX_VESSELS = 200_000;

  private final Map<String, StaticData> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StaticData> eldest) {
          return size() > MAX_VESSELS;
        }
      };

  /** What is now known: the part, and what the other part said before. */
  StaticData merged(String mmsi, StaticData part) {
    StaticData before = known.get(mmsi);
    StaticData all = before == null ? part : part.or(before);
    known.put(mmsi, all);
    return all;
  }
}
