package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Partitions;

/** What the recovery from crashes hangs on, as broker and clients have it, not as it was asked. */
class SettingsInForceIT {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final Topics TOPICS = Topics.replay("settings", 2, 1);

  @TempDir static Path state;

  private static EmbeddedCluster cluster;
  private static Admin admin;

  @BeforeAll
  static void startOnceSoThatTheInternalTopicsAreThere() {
    cluster = EmbeddedCluster.forThisProcess();
    admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    try (TopicAdmin topics = new TopicAdmin(cluster.bootstrapServers(), cluster.registryClient())) {
      topics.create(TOPICS);
    }
    runUntilRunning();
  }

  @AfterAll
  static void stop() {
    admin.close();
    cluster.close();
  }

  @Test
  void changelogsAreCompactedOftenAndKeepEveryDate() throws Exception {
    assertThat(internalTopics("-changelog"))
        .hasSize(known("-changelog"))
        .allSatisfy(
            (name, settings) ->
                assertThat(settings)
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("segment.bytes", "67108864")
                    .containsEntry("min.cleanable.dirty.ratio", "0.2")
                    .containsEntry("retention.ms", "-1")
                    .containsEntry(
                        "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
  }

  @Test
  void repartitionTopicsKeepEveryDate() throws Exception {
    assertThat(internalTopics("-repartition"))
        .hasSize(known("-repartition"))
        .allSatisfy(
            (name, settings) ->
                assertThat(settings)
                    .containsEntry("retention.ms", "-1")
                    .containsEntry(
                        "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
  }

  /** How many internal topics of this kind the program says that it has. */
  private static int known(String suffix) {
    return (int)
        Partitions.ofInput(1).internalTopics().keySet().stream()
            .filter(name -> name.endsWith(suffix))
            .count();
  }

  @Test
  void theBrokerLooksForDeadTransactionsEverySecond() throws Exception {
    String node = admin.describeCluster().nodes().get().iterator().next().idString();

    assertThat(settings(ConfigResource.Type.BROKER, List.of(node)).get(node))
        .containsEntry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
  }

  @Test
  void aDeadInstanceIsMissedWithinSecondsAndItsTasksWaitForNoWarmUp() {
    for (Properties properties : List.of(replay(), live())) {
      StreamsConfig config = new StreamsConfig(properties);
      assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
          .isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
      assertThat(config.getLong(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG))
          .isGreaterThanOrEqualTo(100_000_000L);
      Map<String, Object> consumer = config.getMainConsumerConfigs("group", "client", 0);
      assertThat((int) Objects.requireNonNull(consumer.get("session.timeout.ms")))
          .isBetween(6_000, 10_000);
      assertThat((int) Objects.requireNonNull(consumer.get("heartbeat.interval.ms")))
          .isLessThanOrEqualTo(3_000);
      assertThat(consumer).containsEntry("isolation.level", "read_committed");
      assertThat(consumer.get("fetch.min.bytes")).isEqualTo(1);
    }
  }

  @Test
  void theProcessKeepsItsIdFromStartToStart() throws IOException {
    String first = processId();

    runUntilRunning();

    assertThat(processId()).isEqualTo(first).contains("processId");
  }

  private static void runUntilRunning() {
    try (Processor processor =
        new InstanceMain.Run(cluster.bootstrapServers(), "", "settings", 2, 1, Duration.ZERO)
            .processor(Connection.to(cluster), state, "settings")) {
      processor.start();
      await().atMost(SOON).until(() -> processor.readiness().ready());
    }
  }

  private static String processId() throws IOException {
    return Files.readString(
        state.resolve(TOPICS.applicationId()).resolve("kafka-streams-process-metadata"));
  }

  private static Properties replay() {
    return StreamsProperties.replay(client(), "replay", state, 1);
  }

  private static Properties live() {
    return StreamsProperties.live(client(), "live", state, 1);
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", cluster.bootstrapServers());
  }

  private static Map<String, Map<String, String>> internalTopics(String ending) throws Exception {
    Set<String> names =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith(TOPICS.applicationId() + "-"))
            .filter(name -> name.endsWith(ending))
            .collect(Collectors.toSet());
    return settings(ConfigResource.Type.TOPIC, names);
  }

  private static Map<String, Map<String, String>> settings(
      ConfigResource.Type type, Collection<String> names) throws Exception {
    List<ConfigResource> resources = names.stream().map(n -> new ConfigResource(type, n)).toList();
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (Map.Entry<ConfigResource, Config> e :
        admin.describeConfigs(resources).all().get().entrySet()) {
      Map<String, String> settings = new TreeMap<>();
      for (ConfigEntry entry : e.getValue().entries()) {
        settings.put(entry.name(), Objects.requireNonNullElse(entry.value(), ""));
      }
      all.put(e.getKey().name(), settings);
    }
    return all;
  }
}
