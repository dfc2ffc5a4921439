package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import org.stswatch.voyage.Silence;

/** Where no silence was told: how long a ship was silent at most around a time. */
final class LongestSilence {
  private LongestSilence() {}

  /**
   * Against the shortest silence that is told at all; a ship that is seldom heard has to be silent
   * for longer, and a silence that no fix ended is none here.
   *
   * @param heardS when it was heard, s since 1970
   */
  static Gate gate(String name, NavigableSet<Integer> heardS, Instant time) {
    int fromS = (int) time.minus(NearMeeting.REACH).getEpochSecond();
    int toS = (int) time.plus(NearMeeting.REACH).getEpochSecond();
    Integer first = heardS.ceiling(fromS);
    boolean heard = first != null && first <= toS;
    Number minutes = heard ? longestMinutes(heardS, fromS, toS) : null;
    return Gate.atLeast(name, minutes, Silence.OPEN_S / 60, "min").decided(false);
  }

  private static long longestMinutes(NavigableSet<Integer> heardS, int fromS, int toS) {
    int longestS = 0;
    Integer before = heardS.floor(fromS);
    for (int at : heardS.tailSet(fromS, true)) {
      longestS = before == null ? longestS : Math.max(longestS, at - before);
      before = at;
      if (at > toS) {
        break;
      }
    }
    return Duration.ofSeconds(longestS).toMinutes();
  }
}
