package org.stswatch.ops;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long forms of {@link KillIT}, as scripts/kills runs them. */
@Command(name = "kills", description = "Kills instances of the processor and compares results.")
final class LongKills implements Runnable {
  @Option(names = "--input", required = true, description = "Positions.")
  private Path input = Path.of("");

  @Option(names = "--kills", description = "In each round.")
  private int kills = 10;

  @Option(names = "--rounds", description = "Runs, each with a seed of its own.")
  private int rounds = 1;

  @Option(names = "--speed", description = "Times faster than it happened.")
  private double speed = 720;

  @Option(names = "--brokers", description = "1, or 3 of which a leader is stopped hard.")
  private int brokers = 1;

  @Option(names = "--seed", description = "Of the first round.")
  private long seed = 2017;

  @Option(names = "--least-progress", description = "Of the input between two kills, 0 to 1.")
  private double leastProgress = 0.05;

  @Option(names = "--limit", description = "Of one round, such as PT1H.")
  private Duration limit = Duration.ofHours(1);

  @Option(names = "--folder", required = true, description = "For data, states and logs.")
  private Path folder = Path.of("");

  /** Prints a line for each kill and each round; the exit code is 0 when all results are equal. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new LongKills())
            .setOverwrittenOptionsAllowed(true) // the script gives defaults first
            .execute(args));
  }

  @Override
  public void run() {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      CalmRun calm = CalmRun.of(input, folder.resolve("calm"));
      out.println("undisturbed: result " + calm.resultSha256());
      for (int round = 0; round < rounds; round++) {
        round(seed + round, calm, out);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void round(long seed, CalmRun calm, PrintStream out) throws IOException {
    out.println("seed " + seed);
    Path data = Files.createDirectories(folder.resolve("seed-" + seed));
    Killer killer = new Killer(KillPlan.of(kills, 2, leastProgress, seed), brokers > 1);
    Trial trial = new Trial(input, new Pace(speed), brokers, 2, 1, 4, limit, data, out);
    Trial.Outcome outcome = trial.run(killer);
    calm.assertSame(outcome);
    long down = killer.recoveries().stream().filter(r -> r.brokerDown() > 0).count();
    out.printf(
        "seed %d: %d kills, %d leaders stopped, %d messages, %d alerts in %d revisions,"
            + " 0 missing, 0 extra, 0 doubled, result %s, equal, %.0f s%n",
        seed,
        killer.recoveries().size(),
        down,
        outcome.published(),
        outcome.results().alerts().size(),
        CalmRun.ledger(outcome, "alerts").size(),
        outcome.resultSha256(),
        outcome.seconds());
    DataFolder.delete(data);
  }
}
