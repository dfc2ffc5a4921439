package org.stswatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The claim of this project without a broker: 500 random worlds, each processed by the processors
 * of the whole topology in an order of its own, with late and repeated messages, crashes and tasks
 * that Kafka Streams would use again. {@code -Dsimulation.seed=N} runs one seed alone; the long
 * form is scripts/simulation.sh.
 */
class SimulationIT {
  private static final int SEEDS = 500;

  @Test
  void everySeedGivesWhatTheOracleFinds() {
    Long one = Long.getLong("simulation.seed");
    Tally tally = new Tally();
    Seeds.assertHold(one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one), tally);
    System.out.println(tally);
    if (one == null) {
      assertThat(tally.mostFixes).isEqualTo(org.stswatch.scenario.World.MOST_FIXES);
      assertEnoughHappened(tally);
    }
  }

  /** Else what holds would prove nothing. */
  private static void assertEnoughHappened(Tally tally) {
    assertThat(tally.standing).as("alerts").isGreaterThan(SEEDS / 5);
    assertThat(tally.facts).as("encounters").isGreaterThan(SEEDS / 3);
    assertThat(tally.retracted).as("alerts retracted").isGreaterThan(20);
    assertThat(tally.superseded).as("alerts superseded").isGreaterThan(10);
    assertThat(tally.changedAfterClosed).as("alerts changed after CLOSED").isPositive();
    assertThat(tally.corroborated).as("alerts corroborated").isGreaterThan(10);
    assertThat(tally.cleared).as("alerts cleared").isGreaterThan(3);
    assertThat(tally.denied).as("alerts denied").isGreaterThan(20);
    assertThat(tally.doubtful).as("alerts with ambiguous reports").isGreaterThan(20);
    assertThat(tally.retractedFacts).as("encounters retracted").isGreaterThan(20);
    assertThat(tally.bridgedByOne).as("holes where one was silent").isGreaterThan(10);
    assertThat(tally.bridgedByBoth).as("holes where both were silent").isGreaterThan(5);
    assertThat(tally.contested).as("contested").isGreaterThan(10);
    assertThat(tally.pastMidnight).as("past midnight").isGreaterThan(20);
    assertThat(tally.onAntimeridian).as("on the antimeridian").isGreaterThan(10);
    assertThat(tally.nearPort).as("near a port").isGreaterThan(10);
    assertThat(tally.crowded).as("in a crowd").isGreaterThan(20);
    assertThat(tally.ofOneVessel).as("alerts about one vessel").isGreaterThan(SEEDS / 3);
    assertThat(tally.gapsHeard).as("silences with others heard").isGreaterThan(20);
    assertThat(tally.gapsVoid).as("silences of all").isGreaterThan(100);
    assertThat(tally.twins).as("at two places at once").isGreaterThan(20);
    assertThat(tally.numbersShared).as("IMO numbers shared").isGreaterThan(3);
    assertThat(tally.seen).as("seen without AIS").isGreaterThan(20);
    assertThat(tally.seenCorroborated).as("seen, corroborated").isGreaterThan(1);
    assertThat(tally.seenDenied).as("seen, denied or cleared").isGreaterThan(3);
    assertThat(tally.seenDoubtful).as("seen, with ambiguous reports").isGreaterThan(5);
    assertThat(tally.oneSilent).as("beside a silent one").isGreaterThan(20);
    assertThat(tally.bothSilent).as("both silent").isGreaterThan(5);
    assertThat(tally.calls).as("port calls").isGreaterThan(50);
    assertThat(tally.falseDestinations).as("false destinations").isGreaterThan(10);
    assertThat(tally.chains).as("chains").isGreaterThan(10);
    assertThat(tally.undone).as("failures that undid something").isGreaterThan(SEEDS);
    assertThat(tally.revived).as("tasks kept from being revived").isGreaterThan(SEEDS / 4);
    assertThat(tally.late).as("late").isGreaterThan(50);
  }
}
