package org.stswatch.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stswatch.source.Input;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench FILE...}: throughput from topic to final alert, with its floors. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures from topic to final alert: publishes the files, then runs the processor over them.",
      "In the same run, as floors: decoding alone, and a pass-through Kafka Streams application."
    })
@SuppressWarnings("NullAway.Init") // filled by picocli
final class BenchCommand implements Callable<Integer> {
  private final StopSignal stop;

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--repeat-in-time",
      paramLabel = "N",
      description = "Takes the input N times in sequence, each time later by whole days (1).")
  private int repeats = 1;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Runs over the same input; the first is told apart from the others (3).")
  private int runs = 3;

  @Option(names = "--out", paramLabel = "FILE", description = "Appends what was measured, as text.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Prints what was measured for machines.")
  private boolean json;

  BenchCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    check();
    List<Input> inputs = options.inputs();
    try {
      BenchReport report = measure(options.request(inputs, Pace.MAX, Window.ALL));
      if (out != null) {
        BenchLog.append(out, spec.commandLine().getParseResult().originalArgs(), report);
      }
      PrintWriter text = spec.commandLine().getOut();
      text.print(json ? RecordJson.line(report.json()) + "\n" : report.text());
      text.flush();
      return report.agrees() ? 0 : Failure.FAILED;
    } finally {
      for (Input one : inputs) {
        one.close();
      }
    }
  }

  private BenchReport measure(ReplayRequest request) throws IOException {
    String id = "bench_" + request.runId(request.files());
    try (Cluster cluster = options.clusterOutside()) {
      return new Bench(
              request, repeats, cluster, options.topics(id), stop, spec.commandLine().getErr())
          .run(runs);
    }
  }

  private void check() {
    options.check();
    if (repeats < 1 || runs < 1) {
      throw Failure.usage("--repeat-in-time and --runs must be at least 1");
    }
    MemoryNeed.check(options.namesCluster());
  }
}
