package org.stswatch.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stswatch.topology.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-live}: how long an alert takes while a fleet keeps the system at work. */
@Command(
    name = "bench-live",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures from publication to provisional alert, live: a constructed fleet at a steady rate,",
      "pairs of ships that become an alert by one more sighting, and a subscriber of alerts.",
      "Latency: from handing over the sighting that completes a pair to reading its OPEN alert."
    })
@SuppressWarnings("NullAway.Init") // filled by picocli
final class BenchLiveCommand implements Callable<Integer> {
  private final StopSignal stop;

  @Spec private CommandSpec spec;

  @Mixin private RuleOptions options;

  @Option(names = "--rate", paramLabel = "N", description = "Sightings a second (10000).")
  private int rate = 10_000;

  @Option(names = "--pairs", paramLabel = "N", description = "Alerts a second (20).")
  private int pairs = 20;

  @Option(names = "--seconds", paramLabel = "N", description = "Measured (60).")
  private int seconds = 60;

  @Option(names = "--warm-up", paramLabel = "N", description = "Seconds before, not measured (30).")
  private int warmUp = 30;

  @Option(names = "--threads", paramLabel = "N", description = "Of the processor (cores, up to 4).")
  private int threads = ProcessorTopology.defaultThreads();

  @Option(names = "--out", paramLabel = "FILE", description = "Appends what was measured, as text.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Prints what was measured for machines.")
  private boolean json;

  BenchLiveCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    if (pairs < 1 || seconds < 1 || warmUp < 0 || threads < 1 || rate < 2 * pairs) {
      throw Failure.usage(
          "--pairs, --seconds, --threads at least 1, --rate at least twice --pairs");
    }
    MemoryNeed.check(false);
    LiveBench.Plan plan = new LiveBench.Plan(rate, pairs, warmUp, seconds, threads);
    LiveBenchReport report;
    try (Cluster cluster = Cluster.of(BrokerServer.start())) {
      report = new LiveBench(rules(), plan, cluster, stop).run();
    }
    if (out != null) {
      BenchLog.append(
          out,
          spec.commandLine().getParseResult().originalArgs(),
          report.text() + RecordJson.line(report.json()));
    }
    PrintWriter text = spec.commandLine().getOut();
    text.print(json ? RecordJson.line(report.json()) + "\n" : report.text());
    text.flush();
    return report.isWhole() ? 0 : Failure.FAILED;
  }

  /** The fleet is far from the theatre: alerts everywhere, unless somebody says otherwise. */
  private Rules rules() {
    Map<String, String> overrides = options.overrides();
    overrides.putIfAbsent(Setting.SCOPE.key, "world");
    String profile = options.givenProfile();
    return Rules.of(profile == null ? "gfw" : profile, overrides);
  }
}
