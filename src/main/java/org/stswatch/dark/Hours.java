package org.stswatch.dark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things by the hour in which they ended. Immutable.
 *
 * @param sorted by hour since 1970, then id
 */
record Hours<T extends Hours.Ended>(List<T> sorted) {
  private static final int HOUR_S = 3600;

  /** Something that is over. */
  interface Ended {
    /** Its end, s since 1970. */
    long endS();

    String id();
  }

  static <T extends Ended> Hours<T> none() {
    return new Hours<>(List.of());
  }

  static int of(long timeS) {
    return (int) Math.floorDiv(timeS, (long) HOUR_S);
  }

  @Nullable T get(long endS, String id) {
    int at = find(sorted, of(endS), id);
    return at < 0 ? null : sorted.get(at);
  }

  /** With these in the place of those with the same id. */
  Hours<T> with(Collection<T> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    List<T> more = new ArrayList<>(sorted.size() + 1);
    more.addAll(sorted);
    for (T one : changed) {
      int at = find(more, of(one.endS()), one.id());
      if (at < 0) {
        more.add(-at - 1, one);
      } else {
        more.set(at, one);
      }
    }
    return new Hours<>(more);
  }

  /** What ended in the hours from one second to another. */
  List<T> ended(long fromS, long toS) {
    return sorted.subList(first(of(fromS)), first(of(toS) + 1));
  }

  /** Without the hours before this one. */
  Hours<T> from(int hour) {
    int first = first(hour);
    return first == 0 ? this : new Hours<>(List.copyOf(sorted.subList(first, sorted.size())));
  }

  /** Where this hour begins; no id is empty. */
  private int first(int hour) {
    return -find(sorted, hour, "") - 1;
  }

  /** Where it is, or, less than 0, -1 - where it belongs. */
  private static <T extends Ended> int find(List<T> sorted, int hour, String id) {
    int low = 0;
    int high = sorted.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      T there = sorted.get(middle);
      int hours = Integer.compare(of(there.endS()), hour);
      int order = hours == 0 ? there.id().compareTo(id) : hours;
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
