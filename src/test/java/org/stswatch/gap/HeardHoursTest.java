package org.stswatch.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.stswatch.event.state.AreaHour;
import org.stswatch.event.state.Presence;

class HeardHoursTest {
  /** Whatever the order in which they come. */
  @Property
  void theyAreThoseOfASortedMap(
      @ForAll @Size(max = 40) List<@IntRange(min = -20, max = 20) Integer> numbers,
      @ForAll @IntRange(min = -25, max = 25) int one,
      @ForAll @IntRange(min = -25, max = 25) int other) {
    HeardHours hours = HeardHours.NONE;
    TreeMap<Integer, AreaHour> expected = new TreeMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      HeardHours before = hours;
      List<AreaHour> asItWas = List.copyOf(before.between(-20, 20));
      hours = hours.with(numbers.get(i), hour(i));
      expected.put(numbers.get(i), hour(i));
      assertThat(before.between(-20, 20)).isEqualTo(asItWas);
    }
    int first = Math.min(one, other);
    int last = Math.max(one, other);

    assertThat(hours.isEmpty()).isEqualTo(expected.isEmpty());
    assertThat(hours.get(one)).isEqualTo(expected.get(one));
    assertThat(hours.between(first, last))
        .isEqualTo(List.copyOf(expected.subMap(first, true, last, true).values()));
    assertThat(hours.between(last + 1, first)).isEmpty();
    assertThat(all(hours.from(first))).isEqualTo(List.copyOf(expected.tailMap(first).values()));
    if (!expected.isEmpty()) {
      assertThat(hours.first()).isEqualTo(expected.firstKey());
    }
  }

  private static List<AreaHour> all(HeardHours hours) {
    List<AreaHour> all = new ArrayList<>();
    hours.forEach((number, hour) -> all.add(hour));
    return all;
  }

  private static AreaHour hour(int n) {
    return new AreaHour(
        List.of(new Presence("412" + n, 0, 0, 0, false, n, 0, false, ByteBuffer.allocate(0))));
  }
}
