package org.stswatch.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class FrequenciesTest {
  @Property
  void theMedianIsThatOfTheSortedValues(
      @ForAll @NotEmpty List<@IntRange(min = 0, max = 40) Integer> values) {
    List<Integer> frequencies = List.of();
    for (int value : values) {
      frequencies = Frequencies.with(frequencies, value);
    }
    List<Integer> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    double median = (sorted.get((n - 1) / 2) / 100.0 + sorted.get(n / 2) / 100.0) / 2;
    assertThat(Frequencies.median(frequencies, 100)).isEqualTo(median);
    assertThat(Frequencies.least(frequencies)).isEqualTo(sorted.get(0));
    assertThat(frequencies).hasSize(2 * (int) values.stream().distinct().count());
  }

  @Example
  void oneMoreLeavesTheOldOnesAsTheyWere() {
    List<Integer> two = Frequencies.with(Frequencies.with(List.of(), 7), 500);
    List<Integer> three = Frequencies.with(two, 500);
    assertThat(two).containsExactly(7, 1, 500, 1);
    assertThat(three).containsExactly(7, 1, 500, 2);
  }

  @Example
  void theMedianOfNothingIsZero() {
    assertThat(Frequencies.median(List.of(), 100)).isZero();
  }
}
