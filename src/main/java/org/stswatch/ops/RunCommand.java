package org.stswatch.ops;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the production processor, until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the processor against an existing Kafka and schema registry.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final StopSignal stop;

  @Mixin private LiveOptions live;
  @Mixin private RuleOptions rules;

  @Option(names = "--threads", paramLabel = "N", description = "Of the processor.")
  private @Nullable Integer threads;

  @Option(names = "--state-dir", paramLabel = "DIR", description = "One for each instance.")
  private @Nullable Path stateDir;

  RunCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() {
    LiveConfig config = config();
    Rules inForce = config.rules();
    Topics topics = config.topics();
    int threadCount = config.count(LiveConfig.Key.THREADS, ProcessorTopology.defaultThreads());
    Path state = Path.of(config.get(LiveConfig.Key.STATE_DIR));
    Connection connection = config.connect();
    check(connection, topics, false);
    var topology = ProcessorTopology.live(inForce, connection, topics);
    var properties =
        StreamsProperties.live(connection.client(), topics.applicationId(), state, threadCount);
    try (Heart heart = new Heart(connection, topics);
        Processor processor = new Processor(topology, properties, connection.patience())) {
      processor.start();
      heart.start();
      LOG.info(
          "{} runs on {} ({}* topics, profile {}, scope {})",
          ProgramVersion.get(),
          connection.bootstrapServers(),
          topics.prefix(),
          inForce.settings().profile(),
          inForce.scope());
      return untilStopped(processor, () -> check(connection, topics, true));
    }
  }

  /** Refuses topics that would lose records, or bring other results than the run began with. */
  private static void check(Connection connection, Topics topics, boolean running) {
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.check(topics);
      admin.check(ProcessorTopology.internal(topics), running);
    }
  }

  /** Whoever starts a processor ends it with a signal; 130 tells that from an end by itself. */
  private int untilStopped(Processor processor, Runnable firstReady) {
    Readiness told = processor.readiness();
    boolean checked = false;
    while (!stop.isRequestedWithin(LOOK_EVERY)) {
      if (!processor.isAlive()) {
        throw processor.failure().orElseGet(() -> Failure.failed("the processor stopped"));
      }
      Readiness now = processor.readiness();
      if (!now.equals(told)) {
        LOG.info("{}", now);
        told = now;
      }
      if (now.ready() && !checked) {
        firstReady.run(); // what Kafka Streams has made by now must be right too
        checked = true;
      }
    }
    LOG.info("stopping");
    throw Failure.interrupted();
  }

  private LiveConfig config() {
    Map<String, String> options = rules.overrides();
    LiveOptions.put(options, LiveConfig.Key.PROFILE, rules.givenProfile());
    LiveOptions.put(options, LiveConfig.Key.THREADS, threads);
    LiveOptions.put(options, LiveConfig.Key.STATE_DIR, stateDir);
    return live.config(options);
  }
}
