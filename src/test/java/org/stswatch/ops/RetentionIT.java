package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.VesselSighting;
import org.stswatch.stream.Topics;
import org.stswatch.support.Conservation;
import org.stswatch.support.Sightings;

/** A broker that looks each second for what is too old to keep; records dated 2017. */
class RetentionIT {
  private static final int RECORDS = 10_000;
  private static final int SHIPS = 100;
  private static final Instant IN_2017 = Instant.parse("2017-10-19T07:40:00Z");
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final String DEFAULT = "as-kafka-makes-it";

  @TempDir Path folder;

  @Test
  void ourTopicsKeepWhatADefaultTopicLoses() throws Exception {
    Map<String, String> quick =
        Map.of("log.retention.check.interval.ms", "1000", "log.initial.task.delay.ms", "100");
    EmbeddedBroker broker = EmbeddedBroker.start(Optional.empty(), quick);
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    Topics topics = Topics.replay("kept", 2, 1);
    try (LiveSystem live = new LiveSystem(broker, topics, registry);
        Admin admin = Admin.create(live.client())) {
      admin.createTopics(List.of(sevenDays())).all().get();
      publish(live);
      try (Processor first = start(live, registry, "first")) {
        live.awaitShown("accepted", RECORDS);
        await().atMost(SOON).until(() -> firstOffset(admin) == RECORDS);
        assertThat(first.isAlive()).isTrue();
      }

      assertThat(live.read(topics.sightings())).hasSize(RECORDS);
      assertThat(live.rejects()).isEmpty();
      // The input is read and committed: what a new instance knows comes from the changelogs.
      try (Processor second = start(live, registry, "second")) {
        await().atMost(SOON).until(() -> second.readiness().ready());
        live.awaitShown("accepted", RECORDS);
        Conservation.assertShown(topics.applicationId(), topics.inputPartitions());
      }
    }
  }

  /** Kafka's default, set on the topic, for our broker keeps all. */
  private static NewTopic sevenDays() {
    return new NewTopic(DEFAULT, Optional.of(1), Optional.empty())
        .configs(Map.of("retention.ms", String.valueOf(Duration.ofDays(7).toMillis())));
  }

  private static void publish(LiveSystem live) {
    for (int i = 0; i < RECORDS; i++) {
      Instant at = IN_2017.plusSeconds(i / SHIPS * 60L);
      VesselSighting s = Sightings.at("SHIP-" + i % SHIPS, at, 40, 135 + i % SHIPS / 10.0);
      byte[] key = s.getVesselKey().getBytes(StandardCharsets.UTF_8);
      long receivedMs = at.toEpochMilli();
      live.publish(
          new ProducerRecord<>(
              live.topics.sightings().name(), null, receivedMs, key, live.bytes(s)));
      live.publish(new ProducerRecord<>(DEFAULT, null, receivedMs, key, live.bytes(s)));
    }
    live.flush();
  }

  private Processor start(LiveSystem live, MockSchemaRegistryClient registry, String state) {
    return live.start(new PatientRegistry(registry), folder.resolve(state), 1);
  }

  private static long firstOffset(Admin admin) throws Exception {
    TopicPartition only = new TopicPartition(DEFAULT, 0);
    return admin
        .listOffsets(Map.of(only, OffsetSpec.earliest()))
        .partitionResult(only)
        .get()
        .offset();
  }
}
