package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import org.stswatch.support.Conservation;

/** A replay of what anybody has written to its topics before, times of receipt included. */
final class RecordedReplay {
  private static final int PARTITIONS = 2;
  private static final int THREADS = 2;
  private static final Duration MOST = Duration.ofMinutes(10);

  private final Connection connection;
  private final InstanceMain.Run run;
  private final Path folder;

  /**
   * Makes its topics.
   *
   * @param lateness that its input needs
   */
  RecordedReplay(EmbeddedCluster cluster, String id, Path folder, Duration lateness) {
    this.connection = Connection.to(cluster);
    this.run =
        new InstanceMain.Run(cluster.bootstrapServers(), "", id, PARTITIONS, THREADS, lateness);
    this.folder = folder.resolve(id);
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.create(run.topics());
    }
  }

  /**
   * What came of it.
   *
   * @param failedThreads threads that were replaced
   * @param dropped records that Kafka Streams gave up
   */
  record Outcome(Results results, EndTracker ends, long failedThreads, long dropped) {
    String resultSha256() {
      return ResultHash.of(results.alerts().stream().map(RecordJson::of).toList());
    }

    /** Counters of the gate and the track by input partition. */
    Map<Integer, Map<String, Long>> partitions() {
      return ends.countsByPartition(ResultReader.ENTRY_STAGE);
    }
  }

  Topics topics() {
    return run.topics();
  }

  Connection connection() {
    return connection;
  }

  Duration lateness() {
    return run.lateness();
  }

  /** Processes all that was written, to the END. */
  Outcome outcome() {
    String application = topics().applicationId();
    try (Processor processor = run.processor(connection, folder, application + "-recorded");
        ResultReader reader = new ResultReader(connection, topics())) {
      processor.start();
      await().atMost(MOST).until(() -> processor.readiness().ready() || !processor.isAlive());
      Results results = new Results();
      long deadlineNs = System.nanoTime() + MOST.toNanos();
      reader.readToEnd(results::add, () -> processor.isAlive() && System.nanoTime() < deadlineNs);
      assertThat(reader.ends().done()).as("%s", processor.failure()).isTrue();
      return new Outcome(
          results,
          reader.ends(),
          Conservation.failedThreads(application),
          ReplayInstance.Work.here().dropped());
    }
  }
}
