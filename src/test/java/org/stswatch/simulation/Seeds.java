package org.stswatch.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Runs seeds on all cores; each says how to run it alone when it fails. */
final class Seeds {
  private static final String ALONE =
      "mvn -o -q verify -Dit.test=SimulationIT -Dtest=none"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed=";

  private Seeds() {}

  static void assertHold(LongStream seeds, Tally tally) {
    assertHold(seeds.parallel().mapToObj(seed -> failure(seed, tally)));
  }

  private static void assertHold(Stream<Optional<AssertionError>> outcomes) {
    List<AssertionError> failures = outcomes.flatMap(Optional::stream).toList();
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** The same without reports and watch lists: as when these seeds found something. */
  static void assertHoldWithoutRumours(LongStream seeds, Tally tally) {
    assertHold(
        seeds
            .mapToObj(seed -> new SeededRun(seed, false))
            .map(run -> failure(run, run.seed, tally)));
  }

  /** Months of port calls. */
  static void assertTradeHolds(LongStream seeds, Tally tally) {
    assertHold(seeds.parallel().mapToObj(seed -> failure(SeededRun.ofTrade(seed), seed, tally)));
  }

  static Optional<AssertionError> failure(long seed, Tally tally) {
    return failure(new SeededRun(seed), seed, tally);
  }

  static Optional<AssertionError> failure(SeededRun run, long seed, Tally tally) {
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
