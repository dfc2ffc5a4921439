package org.stswatch.simulation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Runs so many seeds from a first one, and says what came of them; see scripts/simulation.sh. */
final class LongSimulation {
  private LongSimulation() {}

  public static void main(String[] arguments) {
    long first = Long.parseLong(arguments[0]);
    int seeds = Integer.parseInt(arguments[1]);
    Tally tally = new Tally();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    long startedNs = System.nanoTime();
    LongStream.range(first, first + seeds)
        .parallel()
        .forEach(
            seed -> {
              Seeds.failure(seed, tally)
                  .ifPresent(
                      failure -> {
                        failed.incrementAndGet();
                        System.out.println("FAILED " + beginning(failure));
                      });
              if (done.incrementAndGet() % 1000 == 0) {
                System.out.printf(
                    "%6d seeds  failed %d  %.0f s%n",
                    done.get(), failed.get(), (System.nanoTime() - startedNs) / 1e9);
              }
            });
    System.out.println(tally);
    System.out.printf("failed %d of %d%n", failed.get(), seeds);
    System.exit(failed.get() == 0 ? 0 : 1);
  }

  private static String beginning(AssertionError e) {
    String said = String.valueOf(e.getMessage());
    return said.substring(0, Math.min(2000, said.length()));
  }
}
