package org.stswatch.voyage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stswatch.event.state.CadenceDay;

/**
 * How often a vessel is heard: the times between its fixes, counted by length over the last 14 days
 * on which it was heard. A silence means something only against this (after Eykon's dark-contact
 * events, which open at 12 times a vessel's own 14-day cadence).
 */
final class Cadence {
  /** Days that count: Eykon's baseline. */
  static final int DAYS = 14;

  private static final int DAY_S = 86_400;

  /** Upper ends of the classes of length, minutes; longer ones fall into the last. */
  private static final int[] UP_TO_MIN = {
    1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440
  };

  private static final int MOST = 65_535;

  private final int firstDay;
  private final List<CadenceDay> before;
  private final int day;
  private final int[] counts;

  private Cadence(List<CadenceDay> days, int day) {
    this.day = day;
    this.firstDay = day - DAYS + 1;
    this.before = days.stream().filter(d -> d.getDay() < day && d.getDay() >= firstDay).toList();
    this.counts =
        days.stream()
            .filter(d -> d.getDay() == day)
            .findFirst()
            .map(d -> unpacked(d.getCounts()))
            .orElseGet(() -> new int[UP_TO_MIN.length]);
  }

  /** The cadence on the day of this time, s since 1970. */
  static Cadence at(List<CadenceDay> days, int timeS) {
    return new Cadence(days, Math.floorDiv(timeS, DAY_S));
  }

  /** Counts the time between two fixes. */
  void add(int seconds) {
    int i = 0;
    while (i < UP_TO_MIN.length - 1 && seconds > UP_TO_MIN[i] * 60) {
      i++;
    }
    counts[i] = Math.min(MOST, counts[i] + 1);
  }

  List<CadenceDay> days() {
    List<CadenceDay> days = new ArrayList<>(before);
    days.add(new CadenceDay(day, packed(counts)));
    return days;
  }

  /** Median time between fixes, minutes, rounded up to the end of its class; 0 for none. */
  static int medianMinutes(List<CadenceDay> days) {
    int[] sum = new int[UP_TO_MIN.length];
    for (CadenceDay d : days) {
      int[] counts = unpacked(d.getCounts());
      Arrays.setAll(sum, i -> sum[i] + counts[i]);
    }
    int all = Arrays.stream(sum).sum();
    int passed = 0;
    for (int i = 0; i < sum.length; i++) {
      passed += sum[i];
      if (passed > 0 && 2 * passed >= all) {
        return UP_TO_MIN[i];
      }
    }
    return 0;
  }

  private static ByteBuffer packed(int[] counts) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * counts.length);
    for (int count : counts) {
      bytes.putShort((short) count);
    }
    return bytes.flip();
  }

  private static int[] unpacked(ByteBuffer packed) {
    ByteBuffer bytes = packed.duplicate();
    int[] counts = new int[UP_TO_MIN.length];
    for (int i = 0; bytes.remaining() >= 2 && i < counts.length; i++) {
      counts[i] = Short.toUnsignedInt(bytes.getShort());
    }
    return counts;
  }
}
