package org.stswatch.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

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
    assertThat(Frequencies.upTo(frequencies, 20))
        .isEqualTo((int) sorted.stream().filter(v -> v <= 20).count());
    assertThat(frequencies).hasSize(2 * (int) values.stream().distinct().count());
  }

  @Example
  void oneMoreLeavesTheOldOnesAsTheyWere() {
    List<Integer> two = Frequencies.with(Frequencies.with(List.of(), 7), 500);
    List<Integer> three = Frequencies.with(two, 500);
    assertThat(two).containsExactly(7, 1, 500, 1);
    assertThat(three).containsExactly(7, 1, 500, 2);
  }

  /** Lists on the way are read or not, and many grow from one. */
  @Property
  void whatIsReadOnTheWayChangesNothing(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 9) Integer> values,
      @ForAll Random random) {
    List<List<Integer>> onTheWay = new ArrayList<>(List.of(List.of()));
    for (int value : values) {
      List<Integer> last = onTheWay.get(onTheWay.size() - 1);
      assertThat(Frequencies.with(last, 10)).endsWith(10, 1);
      onTheWay.add(Frequencies.with(last, value));
      if (random.nextInt(4) == 0) {
        assertThat(onTheWay.get(random.nextInt(onTheWay.size())).size()).isEven();
      }
    }
    for (int n = 0; n < onTheWay.size(); n++) {
      Map<Integer, Integer> expected = new TreeMap<>();
      values.subList(0, n).forEach(v -> expected.merge(v, 1, Integer::sum));
      List<Integer> flat = new ArrayList<>();
      expected.forEach((v, count) -> flat.addAll(List.of(v, count)));
      assertThat(onTheWay.get(n)).isEqualTo(flat);
    }
  }

  @Example
  void theMedianOfNothingIsZero() {
    assertThat(Frequencies.median(List.of(), 100)).isZero();
  }
}
