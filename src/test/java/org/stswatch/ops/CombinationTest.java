package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The combinations that are run leave out no pair of settings. */
class CombinationTest {

  @Test
  void everyPairOfSettingsIsInOneOfTheEight() {
    assertThat(Combination.COVERING).hasSize(8);
    assertThat(pairs(Combination.COVERING)).isEqualTo(pairs(Combination.all()));
    // 4 partitionings with 4 times 2 settings, and 6 pairs of those with 4 each
    assertThat(pairs(Combination.all())).hasSize(4 * 8 + 6 * 4);
  }

  @Test
  void without_any_one_of_the_eight_a_pair_is_missing() {
    for (Combination one : Combination.COVERING) {
      List<Combination> others = Combination.COVERING.stream().filter(c -> !c.equals(one)).toList();
      assertThat(pairs(others)).isNotEqualTo(pairs(Combination.all()));
    }
  }

  @Test
  void aCombinationIsReadAsItIsWritten() {
    assertThat(Combination.all()).hasSize(64).doesNotHaveDuplicates();
    assertThat(Combination.all()).allMatch(c -> Combination.of(c.toString()).equals(c));
  }

  private static Set<String> pairs(List<Combination> combinations) {
    Set<String> pairs = new HashSet<>();
    for (Combination c : combinations) {
      List<String> settings =
          List.of(
              "partitions " + c.partitions(),
              "threads " + c.threads(),
              "instances " + c.instances(),
              "shuffled " + c.shuffled(),
              "repeated " + c.repeated());
      for (int i = 0; i < settings.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs.add(settings.get(i) + " with " + settings.get(j));
        }
      }
    }
    return pairs;
  }
}
