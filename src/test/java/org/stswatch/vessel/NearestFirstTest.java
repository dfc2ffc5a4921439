package org.stswatch.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stswatch.vessel.NearestFirst.Chance;

class NearestFirstTest {
  @Test
  void aShipIsOneThingOnlyTheNearest() {
    List<Chance> chances = List.of(new Chance("A", "far", 300), new Chance("A", "near", 20));
    assertThat(NearestFirst.of(chances)).isEqualTo(Map.of("near", "A"));
  }

  @Test
  void whatTheNearestShipLeavesIsAnotherShipsToBe() {
    List<Chance> chances =
        List.of(
            new Chance("A", "one", 20), new Chance("A", "two", 90), new Chance("B", "two", 1400));
    assertThat(NearestFirst.of(chances)).isEqualTo(Map.of("one", "A", "two", "B"));
  }

  @Test
  void ofEqualDistancesTheLowerKeyThenTheLowerIdInAnyOrder() {
    List<Chance> chances =
        new ArrayList<>(
            List.of(
                new Chance("A", "x", 50),
                new Chance("A", "y", 50),
                new Chance("B", "x", 50),
                new Chance("B", "y", 50),
                new Chance("C", "y", 50)));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(chances, new Random(seed));
      assertThat(NearestFirst.of(chances)).isEqualTo(Map.of("x", "A", "y", "B"));
    }
  }
}
