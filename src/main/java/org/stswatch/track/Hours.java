package org.stswatch.track;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.TrackHour;

/**
 * The open fixes of a vessel: of each minute and place the earliest one, in 16 bytes. Which one is
 * kept depends on the set of fixes only, never on the order in which they came, and never on the
 * segments.
 *
 * <p>An entry is two longs: minute (6 bits), latitude + 90 and longitude + 180 in 1e-6 degrees (28
 * and 29 bits); then a bit for each second of that minute in which the ship was heard. The lowest
 * bit is the second of the fix that is kept.
 */
record Hours(SortedMap<Integer, TrackHour> byHour) {
  static final int SECONDS = 3600;
  private static final int ENTRY_LONGS = 2;

  static Hours none() {
    return new Hours(new TreeMap<>());
  }

  /**
   * What became of a fix: the hours with it, whether it had come before, and whether it is one that
   * is kept.
   */
  record Added(Hours hours, boolean duplicate, boolean kept) {}

  Added add(Fix fix) {
    int hour = Math.floorDiv(fix.timeS(), SECONDS);
    long[] entries = longs(byHour.get(hour));
    int minute = Math.floorMod(fix.timeS(), SECONDS) / 60;
    long second = 1L << (fix.timeS() % 60);
    for (int i = 0; i < entries.length; i += ENTRY_LONGS) {
      Fix there = fixOf(hour, entries[i], entries[i + 1]);
      if (minuteOf(entries[i]) == minute && there.place() == fix.place()) {
        return merge(hour, entries, i, fix, there, second);
      }
    }
    long[] more = java.util.Arrays.copyOf(entries, entries.length + ENTRY_LONGS);
    more[entries.length] = pack(minute, fix);
    more[entries.length + 1] = second;
    return new Added(with(hour, more), false, true);
  }

  private Added merge(int hour, long[] entries, int i, Fix fix, Fix there, long second) {
    boolean duplicate = (entries[i + 1] & second) != 0;
    boolean better = ORDER.compare(fix, there) < 0;
    if (duplicate && !better) {
      return new Added(this, true, false);
    }
    long[] changed = entries.clone();
    changed[i + 1] |= second;
    if (better) {
      changed[i] = pack(minuteOf(entries[i]), fix);
    }
    return new Added(with(hour, changed), duplicate, better);
  }

  /** By time, then by content. */
  static final Comparator<Fix> ORDER =
      Comparator.comparingInt(Fix::timeS).thenComparingInt(Fix::lat6).thenComparingInt(Fix::lon6);

  /** The fixes that are kept, by time. */
  List<Fix> fixes() {
    List<Fix> fixes = new ArrayList<>();
    byHour.forEach(
        (hour, packed) -> {
          long[] entries = longs(packed);
          for (int i = 0; i < entries.length; i += ENTRY_LONGS) {
            fixes.add(fixOf(hour, entries[i], entries[i + 1]));
          }
        });
    fixes.sort(ORDER);
    return fixes;
  }

  Hours before(int hour) {
    return new Hours(new TreeMap<>(byHour.headMap(hour)));
  }

  Hours from(int hour) {
    return new Hours(new TreeMap<>(byHour.tailMap(hour)));
  }

  private Hours with(int hour, long[] entries) {
    ByteBuffer bytes = ByteBuffer.allocate(entries.length * Long.BYTES);
    bytes.asLongBuffer().put(entries);
    SortedMap<Integer, TrackHour> changed = new TreeMap<>(byHour);
    changed.put(hour, new TrackHour(bytes));
    return new Hours(changed);
  }

  private static long[] longs(@Nullable TrackHour hour) {
    if (hour == null) {
      return new long[0];
    }
    LongBuffer buffer = hour.getFixes().duplicate().asLongBuffer();
    long[] entries = new long[buffer.remaining()];
    buffer.get(entries);
    return entries;
  }

  private static long pack(int minute, Fix fix) {
    long lat = fix.lat6() + 90_000_000L;
    long lon = fix.lon6() + 180_000_000L;
    return (long) minute << 57 | lat << 29 | lon;
  }

  private static int minuteOf(long packed) {
    return (int) (packed >>> 57);
  }

  private static Fix fixOf(int hour, long packed, long seconds) {
    int timeS = hour * SECONDS + minuteOf(packed) * 60 + Long.numberOfTrailingZeros(seconds);
    int lat6 = (int) (packed >>> 29 & (1 << 28) - 1) - 90_000_000;
    int lon6 = (int) (packed & (1 << 29) - 1) - 180_000_000;
    return new Fix(timeS, lat6, lon6);
  }
}
