package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import org.stswatch.support.Conservation;
import org.stswatch.topology.Partitions;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;
import org.stswatch.topology.WatchTopology;

/**
 * After a TaskCorruptedException Kafka Streams goes on with the same consumer, which has read on,
 * and with the same task objects or new ones, as a rebalance comes in between or not. None of ours
 * may: the thread is replaced, and everything beside the broker with it.
 */
class RevivedTaskIT {
  private static final Path INPUT = Path.of("src/test/resources/bench-s1e5/ais.csv.gz");

  /** In every stage, early and late in the run. */
  private static final Map<String, List<Long>> CORRUPTED =
      Map.of(
          "gate", List.of(20_000L, 21_000L),
          "track", List.of(50_000L),
          "proximity", List.of(6_000L),
          "meetings", List.of(400L),
          "cases", List.of(20L));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noTaskIsRevivedAndNothingIsLost(boolean alone) throws IOException {
    CalmRun calm = CalmRun.of(INPUT, folder.resolve("calm"));
    TaskCorruption.plan(CORRUPTED, alone);
    Results results = new Results();
    Topics topics = Topics.replay("revived", 2, 1);
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
        reader.readToEnd(results::add, processor::isAlive);

        assertThat(processor.failure()).isEmpty();
        int planned = CORRUPTED.values().stream().mapToInt(List::size).sum();
        assertThat(TaskCorruption.corruptions()).isEqualTo(planned);
        assertThat(TaskCorruption.revivals()).isZero();
        assertThat(Conservation.failedThreads(topics.applicationId()))
            .isPositive(); // not planned: one may have committed just before
        CalmRun.assertNothingLost(reader.ends(), publisher.published());
        calm.assertSameResult(reader.ends(), results);
      }
    }
  }

  private Processor processor(Connection connection, Topics topics, ReplayFeed feed) {
    Properties properties =
        StreamsProperties.replay(
            connection.client(), topics.applicationId(), folder.resolve("state"), 1);
    properties.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, TaskCorruption.class);
    Settings settings = Rules.of("gfw", Map.of(Setting.SCOPE.key, "world")).settings();
    Topology topology =
        new WatchTopology(
                settings,
                settings.replayTime(feed.lateness()),
                topics,
                Partitions.ofInput(topics.inputPartitions()),
                connection.registry())
            .build(
                new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties))),
                ReferencePack.bundled(),
                ProgramVersion.get());
    return new Processor(topology, properties, connection.patience());
  }
}
