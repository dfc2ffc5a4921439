package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;
import org.stswatch.support.Sightings;

/** A run on topics that would lose records, or give another result, does not begin. */
class RefusalIT {
  private static final Topics TOPICS = Topics.live("refused.", 2, 1);
  private static final Duration SOON = Duration.ofMinutes(4);

  private static LiveSystem live;
  private static Admin admin;

  @TempDir static Path folder;

  /** An application that has begun with two partitions of its input, and has read some of it. */
  @BeforeAll
  static void begin() {
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    live = new LiveSystem(TOPICS, registry);
    admin = Admin.create(live.client());
    PatientRegistry patience = new PatientRegistry(registry);
    try (Processor processor = live.start(patience, folder.resolve("state"), 1)) {
      live.publish(Sightings.at("SHIP-A", Instant.now(), 40, 135));
      live.publish(Sightings.at("SHIP-B", Instant.now(), 40, 135));
      live.flush();
      live.awaitShown("accepted", 2);
      await().atMost(SOON).until(() -> !offsets().isEmpty());
    }
  }

  @AfterAll
  static void end() {
    admin.close();
    live.close();
  }

  @ParameterizedTest
  @CsvSource({
    "refused.sightings, retention.ms, 604800000, -1",
    "refused.alerts, retention.bytes, 1000000000, -1",
    "refused.voyage-statements, cleanup.policy, compact, delete",
    "refused.sightings, message.timestamp.type, CreateTime, LogAppendTime",
    "refused.rejects, message.timestamp.after.max.ms, 3600000, 9223372036854775807",
    "refused-cell-repartition, retention.ms, 604800000, -1",
    "refused-pair-repartition, retention.bytes, 1000000000, -1",
    "refused-track-changelog, cleanup.policy, delete, compact",
    "refused-case-repartition, message.timestamp.after.max.ms, 3600000, 9223372036854775807",
  })
  void aTopicThatWouldEatRecordsOrSetAnotherTime(
      String topic, String setting, String found, String wanted) throws Exception {
    set(topic, setting, found);
    try {
      Answer answer = run("partitions=2");
      assertThat(answer.err())
          .contains(
              "topic %s: %s is %s, must be %s".formatted(topic, setting, found, wanted),
              "--entity-name %s --add-config %s=%s".formatted(topic, setting, wanted))
          .doesNotContain("\tat ");
      assertThat(answer.exitCode()).isEqualTo(1);
    } finally {
      set(topic, setting, wanted);
    }
  }

  @Test
  void anotherNumberOfPartitionsThanTheTopicsHave() throws IOException {
    Answer answer = run("partitions=6");
    assertThat(answer.err())
        .contains("topic refused.sightings: partitions is 2, must be 6", "set partitions=2");
    assertThat(answer.exitCode()).isEqualTo(1);
  }

  /** Whoever adds partitions to the input would find his state where no key leads any more. */
  @Test
  void anotherNumberOfPartitionsThanTheApplicationBeganWith() throws Exception {
    Topics grown = Topics.live("grown.", 1, 1);
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    try (LiveSystem small = new LiveSystem(grown, registry);
        Admin kafka = Admin.create(small.client())) {
      PatientRegistry patience = new PatientRegistry(registry);
      try (Processor processor = small.start(patience, folder.resolve("grown"), 1)) {
        await().atMost(SOON).until(() -> processor.readiness().ready());
      }
      kafka
          .createPartitions(
              grown.inputs().stream()
                  .collect(Collectors.toMap(Topic::name, t -> NewPartitions.increaseTo(3))))
          .all()
          .get();

      Answer answer = run(small, "topic.prefix=grown.", "partitions=3");
      assertThat(answer.err())
          .contains(
              "topic grown-track-changelog: partitions is 1, must be 3",
              "topic grown-cell-repartition: partitions is 1, must be 3",
              "application grown began with these partitions");
      assertThat(answer.exitCode()).isEqualTo(1);
    }
  }

  /** What was read is committed: it would never be read again, and nothing would be left of it. */
  @Test
  void aStateThatIsGone() throws Exception {
    String changelog = "refused-meetings-changelog";
    NewTopic same = new NewTopic(changelog, Optional.of(2), Optional.empty());
    Config configs = configs(changelog);
    Map<String, String> settings =
        configs.entries().stream()
            .filter(e -> e.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
            .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    admin.deleteTopics(List.of(changelog)).all().get();
    await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(changelog));
    try {
      Answer answer = run("partitions=2");
      assertThat(answer.err())
          .contains("topic refused-meetings-changelog: is missing", "reads all again");
      assertThat(answer.exitCode()).isEqualTo(1);
    } finally {
      admin.createTopics(List.of(same.configs(settings))).all().get();
    }
  }

  /** The run id is that of another replay, or topics of this name were made by hand. */
  @Test
  void aReplayOnTopicsThatAreThere() throws Exception {
    NewTopic there = new NewTopic("sts.r1.sightings", Optional.of(4), Optional.empty());
    admin.createTopics(List.of(there)).all().get();
    Answer answer =
        CommandLineTest.run(
            "replay",
            "src/main/resources/demo/vityaz/positions.csv",
            "--run-id",
            "r1",
            "--bootstrap-servers",
            live.broker.bootstrapServers(),
            "--registry-url",
            "http://127.0.0.1:1");
    assertThat(answer.err()).contains("a run sts.r1 is there already", "--overwrite");
    assertThat(answer.exitCode()).isEqualTo(1);
  }

  private static Answer run(String... settings) throws IOException {
    String[] all = new String[settings.length + 1];
    System.arraycopy(settings, 0, all, 0, settings.length);
    all[settings.length] = "topic.prefix=refused.";
    return run(live, all);
  }

  /** The registry is asked after the topics only. */
  private static Answer run(LiveSystem system, String... settings) throws IOException {
    Path config = Files.createTempFile(folder, "run", ".properties");
    Files.write(config, List.of(settings));
    return CommandLineTest.run(
        "run",
        "--config",
        config.toString(),
        "--state-dir",
        folder.resolve("none").toString(),
        "--bootstrap-servers",
        system.broker.bootstrapServers(),
        "--registry-url",
        "http://127.0.0.1:1");
  }

  private static Map<?, ?> offsets() throws Exception {
    return admin
        .listConsumerGroupOffsets(TOPICS.applicationId())
        .partitionsToOffsetAndMetadata()
        .get();
  }

  private static void set(String topic, String setting, String value) throws Exception {
    AlterConfigOp change =
        new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource(topic), List.of(change))).all().get();
    await().atMost(SOON).until(() -> value.equals(configs(topic).get(setting).value()));
  }

  private static Config configs(String topic) throws InterruptedException, ExecutionException {
    ConfigResource resource = resource(topic);
    return Objects.requireNonNull(
        admin.describeConfigs(List.of(resource)).all().get().get(resource));
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
