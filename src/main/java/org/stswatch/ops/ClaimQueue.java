package org.stswatch.ops;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Claims that wait for the time of their publication; those of one instant keep their order. */
final class ClaimQueue {
  private final TreeMap<Instant, Deque<Claim>> byTime = new TreeMap<>();
  private int size;

  void add(Claim claim) {
    byTime.computeIfAbsent(claim.publishedAt(), at -> new ArrayDeque<>()).add(claim);
    size++;
  }

  int size() {
    return size;
  }

  /** Takes the earliest claim that was published by then, or null. */
  @Nullable Claim next(long untilMs) {
    Map.Entry<Instant, Deque<Claim>> first = byTime.firstEntry();
    if (first == null || first.getKey().toEpochMilli() > untilMs) {
      return null;
    }
    Claim claim = first.getValue().remove();
    if (first.getValue().isEmpty()) {
      byTime.remove(first.getKey());
    }
    size--;
    return claim;
  }
}
