package org.stswatch.dark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Things by the hour in which they ended. Immutable.
 *
 * @param byHour hours since 1970, then id
 */
record Hours<T extends Hours.Ended>(SortedMap<Integer, SortedMap<String, T>> byHour) {
  private static final int HOUR_S = 3600;

  /** Something that is over. */
  interface Ended {
    /** Its end, s since 1970. */
    long endS();

    String id();
  }

  static <T extends Ended> Hours<T> none() {
    return new Hours<>(new TreeMap<>());
  }

  static int of(long timeS) {
    return (int) Math.floorDiv(timeS, (long) HOUR_S);
  }

  @Nullable T get(long endS, String id) {
    SortedMap<String, T> hour = byHour.get(of(endS));
    return hour == null ? null : hour.get(id);
  }

  /** With these in the place of those with the same id. */
  Hours<T> with(Collection<T> changed) {
    SortedMap<Integer, SortedMap<String, T>> more = new TreeMap<>(byHour);
    for (T one : changed) {
      int hour = of(one.endS());
      SortedMap<String, T> before = more.get(hour);
      if (before == null || before == byHour.get(hour)) {
        more.put(hour, before == null ? new TreeMap<>() : new TreeMap<>(before));
      }
      Objects.requireNonNull(more.get(hour)).put(one.id(), one);
    }
    return new Hours<>(more);
  }

  /** What ended in the hours from one second to another. */
  List<T> ended(long fromS, long toS) {
    List<T> ended = new ArrayList<>();
    byHour.subMap(of(fromS), of(toS) + 1).values().forEach(hour -> ended.addAll(hour.values()));
    return ended;
  }

  /** Without the hours before this one. */
  Hours<T> from(int hour) {
    return byHour.isEmpty() || byHour.firstKey() >= hour
        ? this
        : new Hours<>(new TreeMap<>(byHour.tailMap(hour)));
  }
}
