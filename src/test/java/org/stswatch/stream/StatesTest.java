package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.stswatch.event.state.CellState;
import org.stswatch.event.state.Sample;

/** The states of more keys than are held as objects. */
class StatesTest {
  private static final int KEYS = 12;

  /** However few are held, and however often they are written, each key has its last state. */
  @Property
  void aKeyThatMadeRoomIsAsItWas(
      @ForAll @IntRange(min = 1, max = KEYS) int most, @ForAll Random random) {
    SimulatedStore entries = new SimulatedStore("stage", Map.of(), key -> true);
    States<CellState> states = states(entries, most);
    Map<String, CellState> expected = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      String key = "key " + random.nextInt(KEYS);
      States.Held<CellState> held = states.find(key);
      assertThat(held.state()).isEqualTo(expected.get(key));
      if (random.nextInt(3) > 0) {
        CellState next = random.nextInt(4) == 0 ? null : state(i);
        states.put(held, next, i);
        expected.put(key, next);
      }
      if (random.nextInt(20) == 0) {
        states.write();
      }
    }
    states.write();
    States<CellState> again = states(entries, most);
    expected.forEach((key, state) -> assertThat(again.find(key).state()).isEqualTo(state));
  }

  private static States<CellState> states(SimulatedStore entries, int most) {
    return new States<>(
        StateLayout.single(CellState.class), new StepStore(entries, InternalSerde.any()), most);
  }

  private static CellState state(int timeS) {
    Sample sample = Sample.newBuilder(StepProcessorTest.sample(timeS)).build();
    return new CellState(List.of(sample));
  }
}
