package org.stswatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stswatch.event.state.RunEnd;
import org.stswatch.ops.BrokenPipeline.Rule;

/**
 * A few seeds in the quick tier, and the controls: with one rule of the protocol left out, the same
 * seeds must give something else, so that the simulation is known to bite.
 */
class SimulationTest {
  private static final int SEEDS = 12;

  @Test
  void aFewSeedsGiveWhatTheOracleFinds() {
    Seeds.assertHold(LongStream.rangeClosed(1, SEEDS), new Tally());
  }

  @Test
  void withoutHoldBacksSomeResultsAreOthers() {
    for (long seed : Controls.HOLD_BACK) {
      SeededRun run = new SeededRun(seed);
      Outcome found = run.without(Rule.HOLD_BACK);
      assertThat(new Verdict(run).sameResult(found)).as("seed %d", seed).isFalse();
      assertThat(found.ends()).anyMatch(end -> behindWatermark(end) > 0);
    }
  }

  /** A late fix moves the middle of two ships from one cell to another. */
  @Test
  void withRemovalsThatDoNotSayWhoseTheyAreSomeResultsAreOthers() {
    for (long seed : Controls.WRITER) {
      SeededRun run = new SeededRun(seed);
      Outcome found = run.without(Rule.WRITER);
      assertThat(new Verdict(run).sameResult(found)).as("seed %d", seed).isFalse();
    }
  }

  @Test
  void withWatermarksThatARestartForgetsSomeRunsNeverEnd() {
    for (long seed : Controls.WATERMARKS) {
      SeededRun run = new SeededRun(seed);
      Outcome found = run.forgettingWatermarks();
      assertThat(new Verdict(run).ended(found)).as("seed %d", seed).isFalse();
    }
  }

  /** What makes the others differ is the rule alone. */
  @Test
  void theSeedsOfTheControlsHoldWithAllRules() {
    Seeds.assertHold(Controls.all(), new Tally());
  }

  private static long behindWatermark(RunEnd end) {
    return end.getCounts().getOrDefault("behindWatermark", 0L);
  }
}
