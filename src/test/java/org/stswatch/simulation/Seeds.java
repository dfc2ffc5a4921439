package org.stswatch.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Runs seeds on all cores; each says how to run it alone when it fails. */
final class Seeds {
  private static final String ALONE =
      "mvn -o -q verify -Dit.test=SimulationIT -Dtest=none"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed=";

  private Seeds() {}

  static void assertHold(LongStream seeds, Tally tally) {
    List<AssertionError> failures =
        seeds.parallel().mapToObj(seed -> failure(seed, tally)).flatMap(Optional::stream).toList();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  static Optional<AssertionError> failure(long seed, Tally tally) {
    SeededRun run = new SeededRun(seed);
    try {
      Outcome found = run.run();
      new Verdict(run).assertHolds(found);
      tally.add(run, found);
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      String said = "seed %d failed; alone: %s%d\n%s\n%s".formatted(seed, ALONE, seed, run, e);
      return Optional.of(new AssertionError(said, e));
    }
  }
}
