package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.event.Alert;
import org.stswatch.oracle.FrontDoor;
import org.stswatch.oracle.Oracle;

/**
 * The long form of {@link DeterminismIT}: so many combinations of a data set, those of the covering
 * array first, then the controls, which have to fail. Arguments: name of the data set, number of
 * combinations. Exit code 1 when one differs.
 */
final class DeterminismLong {
  private final MatrixInput input;
  private final MatrixRun matrix;
  private final String oracleSha256;
  private final String acceptedSha256;
  private int wrong;

  private DeterminismLong(MatrixInput input, MatrixRun matrix) {
    this.input = input;
    this.matrix = matrix;
    FrontDoor accepted = input.accepted();
    List<Alert> alerts = input.alerts(accepted);
    oracleSha256 = Oracle.resultSha256(alerts);
    acceptedSha256 = Oracle.accepted(accepted.sightings()).sha256();
    say(
        "%s  oracle: alerts %d  result %s  accepted %s"
            .formatted(
                input.data,
                alerts.size(),
                oracleSha256.substring(0, 16),
                acceptedSha256.substring(0, 16)));
  }

  public static void main(String[] args) throws IOException {
    MatrixData data = MatrixData.valueOf(args[0]);
    Path folder = Files.createTempDirectory("sts-watch-matrix-");
    int wrong;
    try (EmbeddedCluster cluster = EmbeddedCluster.forAnyProcess(Optional.empty())) {
      DeterminismLong all =
          new DeterminismLong(new MatrixInput(data, folder), new MatrixRun(cluster, folder));
      wrong = all.run(Integer.parseInt(args[1]));
    } finally {
      DataFolder.delete(folder);
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  private int run(int runs) throws IOException {
    int done = 0;
    for (Combination combination : chosen(runs)) {
      say("%3d %s".formatted(++done, told(combination)));
    }
    say("%s  %d combinations, %d differ".formatted(input.data, done, wrong));
    for (BrokenPipeline.Rule rule : BrokenPipeline.Rule.values()) {
      control(rule);
    }
    return wrong;
  }

  private String told(Combination combination) {
    try {
      MatrixRun.Outcome outcome = matrix.run(combination, input);
      boolean same =
          outcome.resultSha256().equals(oracleSha256)
              && outcome.acceptedSha256().equals(acceptedSha256);
      wrong += same ? 0 : 1;
      outcome.assertWhole(combination);
      return outcome.line(combination) + (same ? "  = oracle" : "  DIFFERS");
    } catch (IOException | AssertionError e) {
      wrong++;
      return combination + "  FAILED " + e;
    }
  }

  /** The eight of the covering array, then others, evenly over the rest. */
  private static List<Combination> chosen(int runs) {
    List<Combination> all = Combination.all();
    int first = Combination.COVERING.size();
    List<Combination> chosen = new ArrayList<>(Combination.COVERING);
    int more = Math.min(runs, all.size()) - first;
    for (int i = 0; i < more; i++) {
      chosen.add(all.get(first + i * (all.size() - first) / more));
    }
    return chosen;
  }

  /** A broken topology, under the combination that shows it. */
  private void control(BrokenPipeline.Rule rule) throws IOException {
    Combination combination =
        switch (rule) {
          case HOLD_BACK -> Combination.of("4 1 thread 1 instance in-order once");
          case WRITER -> Combination.of("4/3/5/2 2 threads 1 instance shuffled once");
        };
    MatrixRun.Outcome outcome =
        matrix.run(combination, input, what -> what.build(new BrokenPipeline(rule)));
    boolean bites = !outcome.resultSha256().equals(oracleSha256);
    say(
        "control, without %-9s %s  %s"
            .formatted(
                rule,
                outcome.line(combination),
                bites ? "differs, as it has to" : "NOT NOTICED on this data set"));
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
