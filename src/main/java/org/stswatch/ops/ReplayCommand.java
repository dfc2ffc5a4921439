package org.stswatch.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stswatch.source.Input;
import org.stswatch.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay FILE...}: publishes the files and detects in one go. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Publishes files to topics of their own, detects, and writes what was found.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class ReplayCommand implements Callable<Integer> {
  private final StopSignal stop;

  @Spec private CommandSpec spec;

  @Mixin private ReplayOptions options;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InputOptions.InstantText.class,
      description = "Leaves out what was observed before.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = InputOptions.InstantText.class,
      description = "Leaves out what was observed then or later.")
  private @Nullable Instant to;

  @Option(
      names = "--speed",
      paramLabel = "max|60x",
      description = "As fast as it goes (default), or so many times faster than it happened.")
  private String speed = "max";

  @Option(names = "--out", paramLabel = "DIR", description = "Writes the results there.")
  private @Nullable Path out;

  @Option(
      names = "--max-reject-ratio",
      paramLabel = "R",
      description = "Exit code 3 when more than this part is late or rejected (1.0).")
  private double maxRejectRatio = 1.0;

  @Option(names = "--run-id", paramLabel = "R", description = "Names the run's topics sts.R.*.")
  private @Nullable String runId;

  @Option(names = "--overwrite", description = "Deletes an existing run of that id first.")
  private boolean overwrite;

  @Option(names = "--json", description = "Prints the manifest in place of the summary.")
  private boolean json;

  ReplayCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    check();
    List<Input> inputs = options.inputs();
    try {
      Window window = new Window(Optional.ofNullable(from), Optional.ofNullable(to));
      return replay(options.request(inputs, Pace.of(speed), window));
    } finally {
      for (Input one : inputs) {
        one.close();
      }
    }
  }

  private int replay(ReplayRequest request) throws IOException {
    List<InputFile> hashed = request.files();
    Topics topics = options.topics(runId == null ? request.runId(hashed) : runId);
    Replay replay = new Replay(request, spec.commandLine().getErr(), stop, json);
    Replay.Outcome outcome;
    try (Cluster cluster = options.cluster()) {
      cluster.createRun(topics, overwrite);
      outcome =
          replay.run(cluster.connection(), topics, hashed, cluster.stateFolder(), alert -> {});
    }
    if (out != null) {
      RunFiles.write(out, outcome.results(), outcome.manifest());
    }
    print(outcome);
    double ratio = outcome.counts().rejectRatio();
    if (ratio > maxRejectRatio) {
      throw Failure.tooManyRejects(
          "%.4f of the messages are late or rejected, more than %s"
              .formatted(ratio, maxRejectRatio));
    }
    return 0;
  }

  private void print(Replay.Outcome outcome) {
    PrintWriter text = spec.commandLine().getOut();
    if (json) {
      text.println(RecordJson.line(outcome.manifest()));
    } else {
      text.print(Summary.of(outcome));
      if (out != null) {
        text.println("Written to " + out);
      }
    }
    text.flush();
  }

  private void check() {
    options.check();
    if (!(maxRejectRatio >= 0 && maxRejectRatio <= 1)) {
      throw Failure.usage("--max-reject-ratio must lie between 0 and 1");
    } else if (from != null && to != null && !from.isBefore(to)) {
      throw Failure.usage("--from must lie before --to");
    }
  }
}
