package org.stswatch.simulation;

import java.util.stream.LongStream;

/** Runs seeds on all cores; each says how to run it alone when it fails. */
final class Seeds {
  private Seeds() {}

  static void assertHold(LongStream seeds, Tally tally) {
    seeds.parallel().forEach(seed -> assertHolds(seed, tally));
  }

  static void assertHolds(long seed, Tally tally) {
    SeededRun run = new SeededRun(seed);
    try {
      Outcome found = run.run();
      new Verdict(run).assertHolds(found);
      tally.add(run, found);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed %d (%s) failed; alone: mvn -o -q verify -Dit.test=SimulationIT -Dtest=none"
                  .formatted(seed, run)
              + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed="
              + seed
              + "\n"
              + e,
          e);
    }
  }
}
