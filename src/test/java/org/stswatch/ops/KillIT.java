package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of the processor, exactly-once, and kill -9 in mid-run. The long forms are run by
 * scripts/kills.
 */
class KillIT {
  private static final Path INPUT = Path.of("src/test/resources/bench-s1e5/ais.csv.gz");

  /** 24 h in 2 min. */
  private static final Pace TWO_MINUTES = new Pace(720);

  private static final Pace ONE_MINUTE = new Pace(1440);
  private static final int KILLS = 5;
  private static final double LEAST_PROGRESS = 0.05;
  private static final Duration LIMIT = Duration.ofMinutes(20);

  /** Twice the time after which a broker aborts a transaction that nobody ends. */
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  @TempDir static Path calmFolder;

  private static CalmRun calm;

  @TempDir Path folder;

  @BeforeAll
  static void undisturbed() throws IOException {
    calm = CalmRun.of(INPUT, calmFolder);
  }

  @Test
  void fiveKillsInMidRunChangeNothing() throws IOException {
    long seed = Long.getLong("kill.seed", 2017);
    Killer killer = new Killer(KillPlan.of(KILLS, 2, LEAST_PROGRESS, seed), false);
    try (PrintStream log = log("kill-it.log")) {
      log.println("seed " + seed);
      Trial trial = new Trial(INPUT, TWO_MINUTES, 1, 2, 1, 4, LIMIT, folder, log);

      Trial.Outcome outcome = trial.run(killer);

      assertThat(killer.recoveries()).hasSize(KILLS);
      calm.assertSame(outcome);
      log.printf("%.0f s, result %s, equal%n", outcome.seconds(), outcome.resultSha256());
    }
  }

  @Test
  void aBrokerThatIsAwayFor20SecondsChangesNothing() throws IOException {
    try (PrintStream log = log("outage-it.log")) {
      Trial trial = new Trial(INPUT, ONE_MINUTE, 1, 1, 2, 4, LIMIT, folder, log);

      Trial.Outcome outcome = trial.run(KillIT::outage);

      calm.assertSame(outcome);
      log.printf("%.0f s, result %s, equal%n", outcome.seconds(), outcome.resultSha256());
    }
  }

  /** A fifth into the run; the sleep is the outage. */
  private static void outage(Trial.Scene scene) {
    scene.await(() -> scene.committed().sightings() > scene.published() / 5);
    long before = scene.committed().sightings();
    scene.brokers().stop(1);
    try {
      TimeUnit.MILLISECONDS.sleep(OUTAGE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scene.brokers().start(1);
    long startedNs = System.nanoTime();
    scene.await(() -> scene.committed().sightings() > before);
    scene
        .log()
        .printf(
            "broker away for %d s; output resumed %.1f s after it was back%n",
            OUTAGE.toSeconds(), (System.nanoTime() - startedNs) / 1e9);
  }

  private static PrintStream log(String name) throws IOException {
    Path file = Files.createDirectories(Path.of("target/reliability")).resolve(name);
    return new PrintStream(file.toFile(), StandardCharsets.UTF_8);
  }
}
