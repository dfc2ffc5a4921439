package org.stswatch.simulation;

/** Runs so many seeds from a first one, and says what came of them; see scripts/simulation.sh. */
final class LongSimulation {
  private LongSimulation() {}

  public static void main(String[] arguments) {
    long first = Long.parseLong(arguments[0]);
    int seeds = Integer.parseInt(arguments[1]);
    Tally tally = new Tally();
    int failed = 0;
    long startedNs = System.nanoTime();
    for (long seed = first; seed < first + seeds; seed++) {
      try {
        SeededRun run = new SeededRun(seed);
        Outcome found = run.run();
        new Verdict(run).assertHolds(found);
        tally.add(run, found);
      } catch (AssertionError | RuntimeException e) {
        failed++;
        String said = e.toString();
        System.out.println(
            "seed " + seed + "  FAILED  " + said.substring(0, Math.min(2000, said.length())));
      }
      if ((seed - first + 1) % 500 == 0) {
        System.out.printf(
            "%d seeds  %.0f s  failed %d%n",
            seed - first + 1, (System.nanoTime() - startedNs) / 1e9, failed);
      }
    }
    System.out.println(tally);
    System.out.printf("failed %d of %d%n", failed, seeds);
    System.exit(failed == 0 ? 0 : 1);
  }
}
