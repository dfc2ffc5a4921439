package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.BufferedReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselSighting;
import org.stswatch.stream.Decoded;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.PublicSchema;
import org.stswatch.stream.PublicSerializer;
import org.stswatch.stream.Registry;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;

class RegistryServerIT {
  private static final Topics TOPICS = Topics.live();

  @TempDir static Path data;

  private static EmbeddedCluster cluster;
  private static SchemaRegistryClient client;

  @BeforeAll
  static void start() {
    cluster = EmbeddedCluster.forAnyProcess(Optional.of(data));
    client = cluster.registryClient();
    createTopics();
  }

  @AfterAll
  static void stop() {
    List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
    cluster.close();
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  private static void createTopics() {
    try (TopicAdmin admin = new TopicAdmin(cluster.bootstrapServers(), client)) {
      admin.create(TOPICS);
    }
  }

  @Test
  void everyAvroTopicHasItsSubjectFullyCompatible() throws Exception {
    assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
    for (var topic : TOPICS.all()) {
      assertThat(client.getAllSubjects().contains(topic.subject()))
          .isEqualTo(topic.value().isPresent());
      if (topic.value().isPresent()) {
        assertThat(client.getCompatibility(topic.subject())).isEqualTo("FULL_TRANSITIVE");
      }
    }
  }

  @Test
  void creatingAgainRegistersNoSecondVersion() throws Exception {
    createTopics();

    assertThat(client.getAllVersions(TOPICS.sightings().subject())).hasSize(1);
  }

  @Test
  void aFieldMoreWithoutDefaultIsRefused() {
    Schema schema =
        new Schema.Parser()
            .parse(
                PublicSchema.of(VesselSighting.class)
                    .toString()
                    .replace(
                        "\"fields\":[{\"name\":\"sightingId\"",
                        "\"fields\":[{\"name\":\"hullColour\",\"type\":\"string\"},"
                            + "{\"name\":\"sightingId\""));

    assertThatThrownBy(() -> client.register(TOPICS.sightings().subject(), new AvroSchema(schema)))
        .isInstanceOfSatisfying(
            RestClientException.class, e -> assertThat(e.getStatus()).isEqualTo(409));
  }

  @Test
  void whatWeWriteIsReadByUsAndByOthers() throws Exception {
    Reject reject = reject();
    String topic = TOPICS.rejects().name();

    byte[] bytes =
        Objects.requireNonNull(
            new PublicSerializer<>(Reject.class, client).serialize(topic, reject));

    assertThat(new PublicDecoder<>(Reject.class, anotherClient()).decode(bytes))
        .isEqualTo(new Decoded.Value<>(reject));
    Schema registered =
        (Schema) anotherClient().getSchemaById(ByteBuffer.wrap(bytes).getInt(1)).rawSchema();
    GenericRecord foreign =
        new GenericDatumReader<GenericRecord>(registered)
            .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    assertThat(foreign.get("detail")).hasToString("lat 95");
  }

  @Test
  void anIdThatTheServerDoesNotKnowIsPoison() {
    byte[] bytes = ByteBuffer.allocate(6).put((byte) 0).putInt(99_999).put((byte) 2).array();

    assertThat(new PublicDecoder<>(Reject.class, client).decode(bytes))
        .isInstanceOfSatisfying(
            Decoded.Poison.class,
            poison -> assertThat(poison.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA));
  }

  @Test
  void deletingARunLeavesNothingOfItAndNothingElseIsTouched() throws Exception {
    Topics run = Topics.replay("r1", 2, 1);
    try (TopicAdmin admin = new TopicAdmin(cluster.bootstrapServers(), client)) {
      admin.create(run);
      assertThat(admin.exists(run)).isTrue();

      admin.delete(run);

      assertThat(admin.exists(run)).isFalse();
      assertThat(admin.describe(TOPICS)).hasSize(TOPICS.all().size());
      assertThat(anotherClient().getAllSubjects())
          .noneMatch(subject -> subject.startsWith(run.prefix()))
          .contains(TOPICS.alerts().subject());
      admin.create(run);
      assertThat(admin.exists(run)).isTrue();
    }
  }

  @Test
  void schemasSurviveARestart(@TempDir Path folder) throws Exception {
    int id;
    try (RegistryServer server = RegistryServer.start(Optional.of(folder));
        SchemaRegistryClient registry = Registry.connect(server.url(), Map.of())) {
      id = registry.register("s-value", new AvroSchema(PublicSchema.of(Reject.class)));
    }
    try (RegistryServer server = RegistryServer.start(Optional.of(folder));
        SchemaRegistryClient registry = Registry.connect(server.url(), Map.of())) {
      assertThat(registry.getSchemaById(id).rawSchema()).isEqualTo(PublicSchema.of(Reject.class));
    }
  }

  @Test
  void theServerEndsWithAParentThatIsKilled(@TempDir Path folder) throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RegistryParent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<ProcessHandle> children;
    try (BufferedReader out = parent.inputReader()) {
      assertThat(out.readLine()).startsWith("http://127.0.0.1:");
      children = parent.descendants().toList();
    } finally {
      parent.destroyForcibly();
    }

    assertThat(children).hasSizeGreaterThanOrEqualTo(2);
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }

  private static SchemaRegistryClient anotherClient() {
    return Registry.connect(cluster.registryUrl().orElseThrow(), Map.of());
  }

  private static Reject reject() {
    return Reject.newBuilder()
        .setReason(RejectReason.FIELD_RANGE)
        .setDetail("lat 95")
        .setOrigin("day.csv:7")
        .setRaw(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .setReceivedAt(Instant.parse("2017-10-19T07:40:00Z"))
        .build();
  }
}
