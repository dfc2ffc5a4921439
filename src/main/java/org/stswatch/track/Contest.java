package org.stswatch.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one MMSI was used at two places at once. Around a grid time, two segments are contested
 * when at least three fixes of each lie where both were heard: one fix off the track is a jump, not
 * a second ship.
 */
final class Contest {
  /** Fixes of each segment that must interleave. */
  static final int FIXES = 3;

  private final List<Heard> all = new ArrayList<>(2);
  private final int windowS;

  /**
   * @param windowS how far around a grid time counts, s: what lies farther ahead is not known when
   *     it becomes final
   */
  Contest(int windowS) {
    this.windowS = windowS;
  }

  /** Takes in the fixes of a leg. Legs come in the order of time. */
  void add(Leg leg) {
    for (int i = 0; i < leg.fixes(); i++) {
      Heard heard = find(leg.segmentS(i));
      if (heard == null) {
        heard = new Heard(leg.segmentS(i));
        all.add(heard);
      }
      heard.add(leg.timeS(i));
    }
  }

  boolean contested(int segmentS, int timeS) {
    Heard own = all.size() < 2 ? null : find(segmentS);
    if (own == null) {
      return false;
    }
    int fromS = timeS - windowS;
    int toS = timeS + windowS;
    for (Heard other : all) {
      if (other != own && interleave(own, other, fromS, toS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean interleave(Heard a, Heard b, int fromS, int toS) {
    if (a.count(fromS, toS) < FIXES || b.count(fromS, toS) < FIXES) {
      return false;
    }
    int bothFromS = Math.max(a.firstFrom(fromS), b.firstFrom(fromS));
    int bothToS = Math.min(a.lastTo(toS), b.lastTo(toS));
    return a.count(bothFromS, bothToS) >= FIXES && b.count(bothFromS, bothToS) >= FIXES;
  }

  private @Nullable Heard find(int segmentS) {
    for (Heard heard : all) {
      if (heard.segmentS == segmentS) {
        return heard;
      }
    }
    return null;
  }

  /** The times at which a segment was heard. */
  private static final class Heard {
    private final int segmentS;
    private int[] timesS = new int[32];
    private int size;

    Heard(int segmentS) {
      this.segmentS = segmentS;
    }

    void add(int timeS) {
      if (size == timesS.length) {
        timesS = Arrays.copyOf(timesS, 2 * size);
      }
      timesS[size++] = timeS;
    }

    /** How often it was heard from one time to another, both included. */
    int count(int fromS, int toS) {
      return Math.max(0, before(toS + 1) - before(fromS));
    }

    int firstFrom(int fromS) {
      return timesS[before(fromS)];
    }

    int lastTo(int toS) {
      return timesS[before(toS + 1) - 1];
    }

    /** How often it was heard before a time. */
    private int before(int timeS) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (timesS[middle] < timeS) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
