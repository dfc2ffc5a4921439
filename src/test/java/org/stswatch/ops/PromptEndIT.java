package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Partitions;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;
import org.stswatch.topology.WatchTopology;

/** Each stage commits as soon as END has passed it: nobody waits for the commit interval then. */
class PromptEndIT {
  private static final Path INPUT = Path.of("src/main/resources/demo/vityaz/positions.csv");

  /** There are four commits between the input and the results. */
  private static final Duration COMMIT_INTERVAL = Duration.ofMinutes(10);

  /** A hang fails; how long it takes is not judged. */
  private static final Duration HANG = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void aReplayEndsLongBeforeTheCommitIntervalIsOver() throws IOException {
    Topics topics = Topics.replay("prompt", 2, 1);
    Results results = new Results();
    try (EmbeddedCluster cluster = EmbeddedCluster.forThisProcess();
        Input input = Input.of(INPUT, Format.AUTO)) {
      Connection connection = Connection.to(cluster);
      try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
        admin.create(topics);
      }
      ReplayFeed feed =
          ReplayFeed.survey(
              List.of(input), List.of(), ListedClaims.NONE, Window.ALL, new StopSignal(), n -> {});
      try (ResultReader reader = new ResultReader(connection, topics);
          Publisher publisher = new Publisher(connection, topics);
          Processor processor = processor(connection, topics, feed)) {
        processor.start();
        feed.publish(publisher, Pace.MAX, n -> {});
        long deadlineNs = System.nanoTime() + HANG.toNanos();
        reader.readToEnd(results::add, () -> processor.isAlive() && System.nanoTime() < deadlineNs);

        assertThat(processor.failure()).isEmpty();
        assertThat(reader.ends().done()).as("END on all result topics").isTrue();
        assertThat(results.alerts()).isNotEmpty();
      }
    }
  }

  private Processor processor(Connection connection, Topics topics, ReplayFeed feed) {
    Properties properties =
        StreamsProperties.replay(
            connection.client(), topics.applicationId(), folder.resolve("state"), 1);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) COMMIT_INTERVAL.toMillis());
    Settings settings = Rules.of("gfw", Map.of()).settings();
    Topology topology =
        new WatchTopology(
                settings,
                settings.replayTime(feed.lateness()),
                topics,
                Partitions.ofInput(topics.inputPartitions()),
                connection.registry())
            .build(new StreamsBuilder(), ReferencePack.bundled(), ProgramVersion.get());
    return new Processor(topology, properties, connection.patience());
  }
}
