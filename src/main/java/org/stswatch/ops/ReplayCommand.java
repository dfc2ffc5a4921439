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
import picocli.CommandLine.Parameters;
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

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Plain or gzip; - is standard input.")
  private List<Path> files;

  @Mixin private InputOptions input;
  @Mixin private RuleOptions rules;

  @Option(names = "--ports", paramLabel = "FILE", description = "Ports as CSV: name,lat,lon.")
  private @Nullable Path ports;

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

  @Option(names = "--partitions", paramLabel = "N", description = "Of each input topic (4).")
  private int partitions = Topics.DEFAULT_INPUT_PARTITIONS;

  @Option(names = "--threads", paramLabel = "N", description = "Of the processor (cores, up to 4).")
  private int threads = ProcessorTopology.defaultThreads();

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

  @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", description = "A Kafka cluster.")
  private @Nullable String bootstrapServers;

  @Option(names = "--registry-url", paramLabel = "URL", description = "Its schema registry.")
  private @Nullable String registryUrl;

  @Option(names = "--json", description = "Prints the manifest in place of the summary.")
  private boolean json;

  ReplayCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    check();
    List<Input> inputs = input.inputs(files);
    try {
      return replay(request(inputs));
    } finally {
      for (Input one : inputs) {
        one.close();
      }
    }
  }

  private int replay(ReplayRequest request) throws IOException {
    List<InputFile> hashed = request.files();
    Topics topics = topics(runId == null ? request.runId(hashed) : runId);
    Replay replay = new Replay(request, spec.commandLine().getErr(), stop, json);
    Replay.Outcome outcome;
    try (Cluster cluster = Cluster.open(bootstrapServers, registryUrl)) {
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

  private ReplayRequest request(List<Input> inputs) {
    return new ReplayRequest(
        inputs,
        input.reports(),
        input.statements(),
        input.sightings(),
        input.watchlist(),
        Optional.ofNullable(ports),
        rules.rules(),
        partitions,
        threads,
        Pace.of(speed),
        new Window(Optional.ofNullable(from), Optional.ofNullable(to)));
  }

  private Topics topics(String run) {
    try {
      return Topics.replay(run, partitions, Topics.DEFAULT_RESULT_PARTITIONS);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    }
  }

  private void check() {
    if (partitions < 1 || threads < 1) {
      throw Failure.usage("--partitions and --threads must be at least 1");
    } else if (!(maxRejectRatio >= 0 && maxRejectRatio <= 1)) {
      throw Failure.usage("--max-reject-ratio must lie between 0 and 1");
    } else if ((bootstrapServers == null) != (registryUrl == null)) {
      throw Failure.usage("--bootstrap-servers and --registry-url belong together");
    } else if (from != null && to != null && !from.isBefore(to)) {
      throw Failure.usage("--from must lie before --to");
    }
    if (ports != null) {
      InputOptions.readable(List.of(ports));
    }
  }
}
