package org.stswatch.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.record.TimestampType;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Severity;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the case library on a broker and a registry of its own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Replays the case library on a broker and registry of its own; shows the alerts.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class DemoCommand implements Callable<Integer> {
  private static final Duration LONG = Duration.ofDays(365);

  /**
   * In one partition ships arrive in order: no early alert has to be taken back before your eyes.
   */
  private static final int PARTITIONS = 1;

  private final StopSignal stop;

  @Spec private CommandSpec spec;

  @Option(names = "--exit", description = "Ends after the replay.")
  private boolean exit;

  @Option(
      names = "--speed",
      paramLabel = "max|3600x",
      description = "As fast as it goes (default), or so many times faster than it happened.")
  private String speed = "max";

  DemoCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    Pace pace = Pace.of(speed);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Starting a Kafka broker and a schema registry of its own ...");
    try (DemoLibrary library = DemoLibrary.unpack();
        EmbeddedCluster embedded = EmbeddedCluster.forAnyProcess(Optional.empty());
        Cluster cluster = Cluster.of(embedded)) {
      stop.check();
      String registry = embedded.registryUrl().orElseThrow();
      out.printf("broker %s  registry %s%n%n", embedded.bootstrapServers(), registry);
      out.print(library.introduction());
      out.flush();
      Replay.Outcome outcome = replay(library, cluster, pace);
      out.println();
      out.print(Summary.of(outcome));
      out.println();
      out.print(DemoGuide.of(embedded.bootstrapServers(), registry, topics()));
      out.flush();
      if (!exit) {
        out.println("\nCtrl-C ends the demo.");
        stop.isRequestedWithin(LONG);
        throw Failure.interrupted();
      }
    }
    return 0;
  }

  private Replay.Outcome replay(DemoLibrary library, Cluster cluster, Pace pace)
      throws IOException {
    Topics topics = topics();
    cluster.createRun(topics, false);
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Severity> shown = new HashMap<>();
    try (Input positions = Input.of(library.positions(), Format.POSITIONS)) {
      ReplayRequest request = request(positions, library, pace);
      return new Replay(request, spec.commandLine().getErr(), stop, true)
          .run(
              cluster.connection(),
              topics,
              request.files(),
              cluster.stateFolder(),
              alert -> show(alert, shown, out));
    }
  }

  /** A line when an alert opens, when its severity changes, and when it is closed or taken back. */
  private static void show(Alert alert, Map<String, Severity> shown, PrintWriter out) {
    Severity before = shown.put(alert.getAlertId(), alert.getSeverity());
    boolean quiet =
        alert.getStatus() == AlertStatus.UPDATED || alert.getStatus() == AlertStatus.OPEN;
    if (before != alert.getSeverity() || !quiet) {
      out.println(AlertRow.of(RecordJson.of(alert)).line());
      out.flush();
    }
  }

  /** Everywhere, as the tests of the library: partners without a link are alerts too. */
  private static ReplayRequest request(Input positions, DemoLibrary library, Pace pace) {
    return new ReplayRequest(
        List.of(positions),
        List.of(library.reports()),
        List.of(library.statements()),
        List.of(library.detections()),
        List.of(),
        Optional.empty(),
        Rules.of("gfw", Map.of(Setting.SCOPE.key, "world")),
        PARTITIONS,
        ProcessorTopology.defaultThreads(),
        pace,
        Window.ALL);
  }

  /** On a cluster of its own the demo may have the names of the live topics. */
  private static Topics topics() {
    return new Topics(
        Topics.DEFAULT_PREFIX,
        TimestampType.CREATE_TIME,
        PARTITIONS,
        Topics.DEFAULT_RESULT_PARTITIONS);
  }
}
