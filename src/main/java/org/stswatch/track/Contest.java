package org.stswatch.track;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether one MMSI was used at two places at once. Around a grid time, two segments are contested
 * when at least three fixes of each lie where both were heard: one fix off the track is a jump, not
 * a second ship.
 */
final class Contest {
  /** Fixes of each segment that must interleave. */
  static final int FIXES = 3;

  private final Map<Integer, int[]> timesBySegment = new TreeMap<>();
  private final int windowS;

  /** A fix and the segment that it belongs to. */
  record Placed(int timeS, int segmentS) {}

  /**
   * @param placed the fixes by time
   * @param windowS how far around a grid time counts, s: what lies farther ahead is not known when
   *     it becomes final
   */
  Contest(List<Placed> placed, int windowS) {
    this.windowS = windowS;
    for (Placed p : placed) {
      timesBySegment.merge(p.segmentS(), new int[] {p.timeS()}, Contest::append);
    }
    timesBySegment.values().removeIf(times -> times.length < FIXES);
  }

  boolean possible() {
    return timesBySegment.size() > 1;
  }

  boolean contested(int segmentS, int timeS) {
    int[] own = window(timesBySegment.get(segmentS), timeS);
    if (own.length < FIXES) {
      return false;
    }
    for (Map.Entry<Integer, int[]> other : timesBySegment.entrySet()) {
      if (other.getKey() != segmentS && interleave(own, window(other.getValue(), timeS))) {
        return true;
      }
    }
    return false;
  }

  private static boolean interleave(int[] a, int[] b) {
    if (b.length < FIXES) {
      return false;
    }
    int from = Math.max(a[0], b[0]);
    int to = Math.min(a[a.length - 1], b[b.length - 1]);
    return between(a, from, to).length >= FIXES && between(b, from, to).length >= FIXES;
  }

  private int[] window(int @org.jspecify.annotations.Nullable [] times, int timeS) {
    return times == null ? new int[0] : between(times, timeS - windowS, timeS + windowS);
  }

  private static int[] between(int[] times, int from, int to) {
    return Arrays.stream(times).filter(t -> t >= from && t <= to).toArray();
  }

  private static int[] append(int[] times, int[] more) {
    int[] all = Arrays.copyOf(times, times.length + more.length);
    System.arraycopy(more, 0, all, times.length, more.length);
    return all;
  }
}
