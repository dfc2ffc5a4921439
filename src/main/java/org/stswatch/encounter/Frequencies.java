package org.stswatch.encounter;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often each whole number occurred, as it is stored: number and count in turn, by number. Gives
 * the exact median of any number of values in the room of the different ones.
 */
final class Frequencies {
  private Frequencies() {}

  /**
   * With one value more; the old list stays as it is. Counted when it is first read: of most sums
   * on the way to the latest nobody asks.
   */
  static List<Integer> with(List<Integer> frequencies, int value) {
    return new Counted(frequencies, value);
  }

  /** Frequencies and values that are not counted yet, the last one first. */
  private static final class Counted extends AbstractList<Integer> {
    /** So that no list holds on to more than so many before it. */
    private static final int MOST_UNREAD = 64;

    private final int value;
    private final int unread;
    private @Nullable List<Integer> before;
    private int[] counted = {};

    Counted(List<Integer> frequencies, int value) {
      this.value = value;
      int earlier = frequencies instanceof Counted c && c.before != null ? c.unread : 0;
      this.unread = earlier + 1;
      this.before = frequencies;
      if (unread == MOST_UNREAD) {
        read();
      }
    }

    private int[] read() {
      if (before != null) {
        int[] values = new int[unread];
        List<Integer> list = this;
        int n = unread;
        while (list instanceof Counted c && c.before != null) {
          values[--n] = c.value;
          list = c.before;
        }
        counted = count(list, values, n);
        before = null;
      }
      return counted;
    }

    @Override
    public Integer get(int index) {
      return read()[index];
    }

    @Override
    public int size() {
      return read().length;
    }
  }

  private static int[] count(List<Integer> frequencies, int[] values, int from) {
    int size = frequencies.size();
    int[] more = new int[size + 2 * (values.length - from)];
    if (frequencies instanceof Counted c) {
      System.arraycopy(c.counted, 0, more, 0, size);
    } else {
      for (int i = 0; i < size; i++) {
        more[i] = frequencies.get(i);
      }
    }
    for (int i = from; i < values.length; i++) {
      int at = indexOf(more, size, values[i]);
      if (at < size && more[at] == values[i]) {
        more[at + 1]++;
      } else {
        System.arraycopy(more, at, more, at + 2, size - at);
        more[at] = values[i];
        more[at + 1] = 1;
        size += 2;
      }
    }
    return size == more.length ? more : Arrays.copyOf(more, size);
  }

  /** Where this value is or belongs. */
  private static int indexOf(int[] frequencies, int size, int value) {
    int low = 0;
    int high = size / 2;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (frequencies[2 * middle] < value) {
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

  /** How many values are at most this. */
  static int upTo(List<Integer> frequencies, int most) {
    int count = 0;
    for (int i = 0; i < frequencies.size() && frequencies.get(i) <= most; i += 2) {
      count += frequencies.get(i + 1);
    }
    return count;
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
