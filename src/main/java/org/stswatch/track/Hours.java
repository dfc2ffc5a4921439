package org.stswatch.track;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.stswatch.event.state.TrackHour;

/** The open fixes of a vessel, by hour. Immutable. */
final class Hours {
  private static final Hours NONE = new Hours(new Hour[0]);

  private final Hour[] hours;

  private Hours(Hour[] hours) {
    this.hours = hours;
  }

  static Hours none() {
    return NONE;
  }

  /** From the stored hours, by number. */
  static Hours of(SortedMap<Integer, TrackHour> stored) {
    return new Hours(
        stored.entrySet().stream()
            .map(e -> Hour.of(e.getKey(), e.getValue()))
            .toArray(Hour[]::new));
  }

  List<Hour> list() {
    return List.of(hours);
  }

  boolean isEmpty() {
    return hours.length == 0;
  }

  /** The number of the earliest hour. */
  int first() {
    return hours[0].number();
  }

  /** The number of the last hour before this one; there has to be one. */
  int lastBefore(int number) {
    return hours[place(number) - 1].number();
  }

  /** The hour of this number; without fixes where there are none. */
  Hour at(int number) {
    int i = place(number);
    return isAt(i, number) ? hours[i] : Hour.empty(number);
  }

  Hours with(Hour hour) {
    int i = place(hour.number());
    int after = isAt(i, hour.number()) ? i + 1 : i;
    Hour[] changed = new Hour[i + 1 + hours.length - after];
    System.arraycopy(hours, 0, changed, 0, i);
    changed[i] = hour;
    System.arraycopy(hours, after, changed, i + 1, hours.length - after);
    return new Hours(changed);
  }

  /** The hours from this number on. */
  Hours from(int number) {
    int i = place(number);
    return i == 0 ? this : new Hours(Arrays.copyOfRange(hours, i, hours.length));
  }

  /** Where this hour stands or would stand. Most fixes are of the last hour. */
  private int place(int number) {
    int i = hours.length;
    while (i > 0 && hours[i - 1].number() >= number) {
      i--;
    }
    return i;
  }

  private boolean isAt(int i, int number) {
    return i < hours.length && hours[i].number() == number;
  }
}
