package org.stswatch.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VoyageStatement;

/**
 * Puts parts A (name) and B (the rest) of AIS type 24 together, by MMSI, in the order in which they
 * are given. Memory is bounded.
 */
final class StatementParts {
  /** More Class B stations than are heard in a day worldwide. */
  private static final int MAX_VESSELS = 200_000;

  private final Map<String, VoyageStatement> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VoyageStatement> eldest) {
          return size() > MAX_VESSELS;
        }
      };

  /** What is now known: the part, and what the other part said before. */
  VoyageStatement merged(VoyageStatement part) {
    VoyageStatement before = known.get(part.getMmsi());
    VoyageStatement all = before == null ? part : merged(part, before);
    known.put(part.getMmsi(), all);
    return all;
  }

  private static VoyageStatement merged(VoyageStatement part, VoyageStatement before) {
    VoyageStatement draft =
        VoyageStatement.newBuilder(part)
            .setName(either(part.getName(), before.getName()))
            .setCallSign(either(part.getCallSign(), before.getCallSign()))
            .setShipType(either(part.getShipType(), before.getShipType()))
            .setLengthM(either(part.getLengthM(), before.getLengthM()))
            .setBeamM(either(part.getBeamM(), before.getBeamM()))
            .build();
    return VoyageStatement.newBuilder(draft).setStatementId(StatementId.of(draft)).build();
  }

  private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }
}
