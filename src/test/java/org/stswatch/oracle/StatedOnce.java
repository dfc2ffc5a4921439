package org.stswatch.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stswatch.event.VoyageStatement;

/** What is stated in the same words several times a day: the first and the last of them count. */
public final class StatedOnce {
  private static final long DAY_MS = 86_400_000;

  private StatedOnce() {}

  /** The statements that count, by vessel. */
  static Map<String, List<VoyageStatement>> of(Collection<VoyageStatement> all, Duration window) {
    Map<String, List<VoyageStatement>> sameWords =
        all.stream().collect(Collectors.groupingBy(s -> dayAndWords(s, window)));
    Map<String, Set<VoyageStatement>> counting = new TreeMap<>();
    for (List<VoyageStatement> same : sameWords.values()) {
      List<VoyageStatement> byTime = new ArrayList<>(same);
      byTime.sort(
          Comparator.comparing(VoyageStatement::getObservedAt)
              .thenComparing(VoyageStatement::getStatementId));
      Set<VoyageStatement> of =
          counting.computeIfAbsent(byTime.get(0).getMmsi(), vessel -> new LinkedHashSet<>());
      of.add(byTime.get(0));
      of.add(byTime.get(byTime.size() - 1));
    }
    return counting.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /** Those stated in the last days of the window of a fact do not count for it. */
  public static boolean counts(VoyageStatement s, Instant last, Duration window) {
    long promptMs = Math.min(10 * DAY_MS, window.toMillis() / 2);
    long lastMs = last.toEpochMilli() - promptMs;
    return s.getObservedAt().toEpochMilli() < lastMs - Math.floorMod(lastMs, dayMs(window));
  }

  private static long dayMs(Duration window) {
    return Math.min(DAY_MS, Math.max(1, window.toMillis() / 2));
  }

  private static String dayAndWords(VoyageStatement s, Duration window) {
    VoyageStatement words =
        VoyageStatement.newBuilder(s)
            .setObservedAt(Instant.EPOCH)
            .setStatementId("")
            .setSource(null)
            .build();
    return Math.floorDiv(s.getObservedAt().toEpochMilli(), dayMs(window)) + " " + words;
  }
}
