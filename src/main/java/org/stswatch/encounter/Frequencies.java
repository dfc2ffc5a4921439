package org.stswatch.encounter;

import java.util.Arrays;
import java.util.List;

/**
 * How often each whole number occurred, as it is stored: number and count in turn, by number. Gives
 * the exact median of any number of values in the room of the different ones.
 */
final class Frequencies {
  private Frequencies() {}

  /** With one value more; the old list stays as it is. Copied once: each contact comes here. */
  static List<Integer> with(List<Integer> frequencies, int value) {
    int size = frequencies.size();
    int at = indexOf(frequencies, value);
    boolean known = at < size && frequencies.get(at) == value;
    Integer[] more = frequencies.toArray(new Integer[known ? size : size + 2]);
    if (known) {
      more[at + 1]++;
    } else {
      System.arraycopy(more, at, more, at + 2, size - at);
      more[at] = value;
      more[at + 1] = 1;
    }
    return Arrays.asList(more);
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
