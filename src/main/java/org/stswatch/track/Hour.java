package org.stswatch.track;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.TrackHour;

/**
 * The open fixes of a vessel in one hour: of each minute and place the earliest one, in 16 bytes.
 * Which one is kept depends on the set of fixes only, never on the order in which they came, and
 * never on the segments. Immutable.
 *
 * <p>An entry is two longs: minute (6 bits), latitude + 90 and longitude + 180 in 1e-6 degrees (28
 * and 29 bits); then a bit for each second of that minute in which the ship was heard. The lowest
 * bit is the second of the fix that is kept. Entries stand in the order of their fixes.
 */
final class Hour {
  static final int SECONDS = 3600;
  private static final int ENTRY_LONGS = 2;

  private final int number;
  private final long[] entries;

  /** The stored form, made when it is asked for: a state that is never written needs none. */
  private @Nullable TrackHour stored;

  private Hour(int number, long[] entries) {
    this.number = number;
    this.entries = entries;
  }

  /**
   * The hour without fixes.
   *
   * @param number hours since 1970
   */
  static Hour empty(int number) {
    return new Hour(number, new long[0]);
  }

  static Hour of(int number, TrackHour stored) {
    LongBuffer buffer = stored.getFixes().duplicate().asLongBuffer();
    Hour hour = empty(number);
    while (buffer.hasRemaining()) {
      hour = new Hour(number, with(hour.entries, buffer.get(), buffer.get()));
    }
    hour.stored = stored;
    return hour;
  }

  static int numberOf(int timeS) {
    return Math.floorDiv(timeS, SECONDS);
  }

  int number() {
    return number;
  }

  /** As it lies in the store; of one hour always the same object. */
  TrackHour stored() {
    TrackHour made = stored;
    if (made == null) {
      ByteBuffer bytes = ByteBuffer.allocate(entries.length * Long.BYTES);
      bytes.asLongBuffer().put(entries);
      made = new TrackHour(bytes);
      stored = made;
    }
    return made;
  }

  /**
   * What became of a fix: the hour with it, whether it had come before, and whether it is one that
   * is kept.
   */
  record Added(Hour hour, boolean duplicate, boolean kept) {}

  Added add(Fix fix) {
    int minute = minuteOf(fix);
    int i = entries.length;
    while (i > 0 && minuteOf(entries[i - ENTRY_LONGS]) >= minute) {
      i -= ENTRY_LONGS;
      if (minuteOf(entries[i]) == minute && fixAt(i).place() == fix.place()) {
        return merge(i, fix);
      }
    }
    return new Added(new Hour(number, with(entries, pack(fix), bitOf(fix))), false, true);
  }

  private Added merge(int i, Fix fix) {
    boolean duplicate = (entries[i + 1] & bitOf(fix)) != 0;
    boolean better = fix.compareTo(fixAt(i)) < 0;
    if (duplicate && !better) {
      return new Added(this, true, false);
    }
    long seconds = entries[i + 1] | bitOf(fix);
    if (better) {
      long[] changed = with(without(i), pack(fix), seconds);
      return new Added(new Hour(number, changed), duplicate, true);
    }
    long[] heard = entries.clone();
    heard[i + 1] = seconds;
    return new Added(new Hour(number, heard), false, false);
  }

  /** The fixes from one time to before another, s since 1970, in order. */
  List<Fix> fixes(int fromS, int toS) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = 0; i < entries.length; i += ENTRY_LONGS) {
      int timeS = number * SECONDS + second(entries[i], entries[i + 1]);
      if (timeS >= fromS && timeS < toS) {
        fixes.add(fixAt(i));
      }
    }
    return fixes;
  }

  private static long[] with(long[] entries, long packed, long seconds) {
    int i = entries.length;
    while (i > 0 && follows(entries[i - ENTRY_LONGS], entries[i - 1], packed, seconds)) {
      i -= ENTRY_LONGS;
    }
    long[] more = new long[entries.length + ENTRY_LONGS];
    System.arraycopy(entries, 0, more, 0, i);
    more[i] = packed;
    more[i + 1] = seconds;
    System.arraycopy(entries, i, more, i + ENTRY_LONGS, entries.length - i);
    return more;
  }

  private long[] without(int i) {
    long[] less = new long[entries.length - ENTRY_LONGS];
    System.arraycopy(entries, 0, less, 0, i);
    System.arraycopy(entries, i + ENTRY_LONGS, less, i, less.length - i);
    return less;
  }

  /** Whether the first entry's fix comes after the second's, as {@link Fix} orders them. */
  private static boolean follows(long packed, long seconds, long packed2, long seconds2) {
    int later = second(packed, seconds) - second(packed2, seconds2);
    return later != 0 ? later > 0 : packed > packed2;
  }

  private static long pack(Fix fix) {
    long lat = fix.lat6() + 90_000_000L;
    long lon = fix.lon6() + 180_000_000L;
    return (long) minuteOf(fix) << 57 | lat << 29 | lon;
  }

  private Fix fixAt(int i) {
    int lat6 = (int) (entries[i] >>> 29 & (1 << 28) - 1) - 90_000_000;
    int lon6 = (int) (entries[i] & (1 << 29) - 1) - 180_000_000;
    return new Fix(number * SECONDS + second(entries[i], entries[i + 1]), lat6, lon6);
  }

  private static int minuteOf(Fix fix) {
    return Math.floorMod(fix.timeS(), SECONDS) / 60;
  }

  private static int minuteOf(long packed) {
    return (int) (packed >>> 57);
  }

  private static long bitOf(Fix fix) {
    return 1L << Math.floorMod(fix.timeS(), 60);
  }

  /** Seconds from the start of the hour to the fix that is kept. */
  private static int second(long packed, long seconds) {
    return minuteOf(packed) * 60 + Long.numberOfTrailingZeros(seconds);
  }
}
