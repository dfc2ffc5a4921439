package org.stswatch.gap;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.AreaHour;

/**
 * The hours in which somebody was heard in an area, by number. Immutable, in two arrays: each sign
 * of life makes a new one, and to copy a tree of 86 hours would cost more than all else with it.
 */
final class HeardHours {
  static final HeardHours NONE = new HeardHours(new int[0], new AreaHour[0]);

  private final int[] numbers;
  private final AreaHour[] hours;

  private HeardHours(int[] numbers, AreaHour[] hours) {
    this.numbers = numbers;
    this.hours = hours;
  }

  /** With this hour, in place of what was known of it. */
  HeardHours with(int number, AreaHour hour) {
    int at = Arrays.binarySearch(numbers, number);
    if (at >= 0) {
      AreaHour[] changed = hours.clone();
      changed[at] = hour;
      return new HeardHours(numbers, changed);
    }
    int place = -at - 1;
    int[] more = Arrays.copyOf(numbers, numbers.length + 1);
    AreaHour[] longer = Arrays.copyOf(hours, hours.length + 1);
    System.arraycopy(numbers, place, more, place + 1, numbers.length - place);
    System.arraycopy(hours, place, longer, place + 1, hours.length - place);
    more[place] = number;
    longer[place] = hour;
    return new HeardHours(more, longer);
  }

  @Nullable AreaHour get(int number) {
    int at = Arrays.binarySearch(numbers, number);
    return at < 0 ? null : hours[at];
  }

  /** Those from one to another, both included, by number. */
  List<AreaHour> between(int first, int last) {
    int from = place(first);
    int to = last == Integer.MAX_VALUE ? hours.length : place(last + 1);
    return from >= to ? List.of() : Arrays.asList(hours).subList(from, to);
  }

  /** Those from this one on. */
  HeardHours from(int number) {
    int from = place(number);
    return from == 0
        ? this
        : new HeardHours(
            Arrays.copyOfRange(numbers, from, numbers.length),
            Arrays.copyOfRange(hours, from, hours.length));
  }

  boolean isEmpty() {
    return hours.length == 0;
  }

  /** Number of the first; of none an error. */
  int first() {
    return numbers[0];
  }

  void forEach(BiConsumer<Integer, AreaHour> each) {
    for (int i = 0; i < hours.length; i++) {
      each.accept(numbers[i], hours[i]);
    }
  }

  private int place(int number) {
    int at = Arrays.binarySearch(numbers, number);
    return at < 0 ? -at - 1 : at;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HeardHours h
        && Arrays.equals(numbers, h.numbers)
        && Arrays.equals(hours, h.hours);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hours);
  }

  @Override
  public String toString() {
    return Arrays.toString(numbers) + Arrays.toString(hours);
  }
}
