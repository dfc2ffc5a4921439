package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.List;

/**
 * How often each whole number occurred, as it is stored: number and count in turn, by number. Gives
 * the exact median of any number of values in the room of the different ones.
 */
final class Frequencies {
  private Frequencies() {}

  /** With one value more; the old list stays as it is. */
  static List<Integer> with(List<Integer> frequencies, int value) {
    int at = indexOf(frequencies, value);
    List<Integer> more = new ArrayList<>(frequencies.size() + 2);
    more.addAll(frequencies);
    if (at < more.size() && more.get(at) == value) {
      more.set(at + 1, more.get(at + 1) + 1);
    } else {
      more.add(at, value);
      more.add(at + 1, 1);
    }
    return more;
  }

  /** Where this value is or belongs. */
  private static int indexOf(List<Integer> frequencies, int value) {
    int low = 0;
    int high = frequencies.size() / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (frequencies.get(2 * middle) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }

  /** The least value; of none an error. */
  static int least(List<Integer> frequencies) {
    return frequencies.get(0);
  }

  /**
   * The median of the values divided by {@code perUnit}: of an even number of them the mean of the
   * two in the middle; 0 of none.
   */
  static double median(List<Integer> frequencies, int perUnit) {
    int count = 0;
    for (int i = 1; i < frequencies.size(); i += 2) {
      count += frequencies.get(i);
    }
    if (count == 0) {
      return 0;
    }
    double lower = nth(frequencies, (count - 1) / 2) / (double) perUnit;
    double upper = nth(frequencies, count / 2) / (double) perUnit;
    return (lower + upper) / 2;
  }

  /** The value at this place of the sorted ones, from 0 on. */
  private static int nth(List<Integer> frequencies, int n) {
    int at = 0;
    for (int left = n - frequencies.get(1); left >= 0; left -= frequencies.get(at + 1)) {
      at += 2;
    }
    return frequencies.get(at);
  }
}
