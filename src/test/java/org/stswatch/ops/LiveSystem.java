package org.stswatch.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselSighting;
import org.stswatch.stream.Decoded;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.PublicSerializer;
import org.stswatch.stream.Topic;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import org.stswatch.support.Conservation;

/**
 * The live topics on a real broker, written by anybody: a producer of bytes that knows nothing of
 * the program's own, and readers of what is committed.
 */
final class LiveSystem implements AutoCloseable {
  private static final Duration SOON = Duration.ofMinutes(4);

  final EmbeddedBroker broker;
  final Topics topics;
  private final SchemaRegistryClient registry;
  private final KafkaProducer<byte[], byte[]> producer;
  private final PublicSerializer<VesselSighting> sightings;

  /**
   * @param registry of the writers and readers, which is not the processor's
   */
  LiveSystem(Topics topics, SchemaRegistryClient registry) {
    this(EmbeddedBroker.start(Optional.empty()), topics, registry);
  }

  /**
   * @param broker is closed with it
   */
  LiveSystem(EmbeddedBroker broker, Topics topics, SchemaRegistryClient registry) {
    this.broker = broker;
    this.topics = topics;
    this.registry = registry;
    try (TopicAdmin admin = new TopicAdmin(broker.bootstrapServers(), registry)) {
      admin.create(topics);
    }
    Map<String, Object> settings = new HashMap<>(client());
    settings.put("linger.ms", 20);
    settings.put("max.in.flight.requests.per.connection", 1);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    sightings = new PublicSerializer<>(VesselSighting.class, registry);
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /** A processor as {@code run} has it, started; alerts everywhere. */
  Processor start(PatientRegistry patience, Path state, int threads) {
    Connection connection = new Connection(client(), patience);
    Properties properties =
        StreamsProperties.live(client(), topics.applicationId(), state, threads);
    Rules rules = Rules.of("gfw", Map.of("alert.scope", "world"));
    Processor processor =
        new Processor(ProcessorTopology.live(rules, connection, topics), properties, patience);
    processor.start();
    return processor;
  }

  byte[] bytes(VesselSighting s) {
    return Objects.requireNonNull(sightings.serialize(topics.sightings().name(), s));
  }

  void publish(VesselSighting s) {
    publish(s.getVesselKey(), bytes(s));
  }

  /** A sighting of these bytes; the partition is that of the key. */
  void publish(String key, byte[] value) {
    publish(new ProducerRecord<>(topics.sightings().name(), key.getBytes(UTF_8), value));
  }

  void publish(ProducerRecord<byte @Nullable [], byte[]> record) {
    producer.send(record);
  }

  void flush() {
    producer.flush();
  }

  /** Returns when the processor shows so many messages judged. */
  void awaitJudged(long in) {
    awaitShown("in", in);
  }

  /**
   * Returns when all sightings are processed, and what came of them is committed: counters are
   * shown before that.
   */
  void awaitCommitted() {
    try (CommittedOutput output = new CommittedOutput(broker.bootstrapServers(), topics)) {
      await().atMost(SOON).until(output::isComplete);
    }
  }

  /** Returns when the processor shows this count. */
  void awaitShown(String counter, long n) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(SOON)
        .until(() -> Conservation.shown(topics.applicationId(), counter), shown -> shown == n);
  }

  /** All rejects that are committed. */
  List<Reject> rejects() {
    return read(topics.rejects(), Reject.class);
  }

  /** All revisions of all alerts that are committed. */
  List<Alert> alerts() {
    return read(topics.alerts(), Alert.class);
  }

  private <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
    PublicDecoder<T> decoder = new PublicDecoder<>(type, registry);
    List<T> values = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
      if (record.value() != null) {
        values.add(((Decoded.Value<T>) decoder.decode(record.value())).record());
      }
    }
    return values;
  }

  /** All records of a topic that are committed. */
  List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    return TopicRecords.committed(client(), topics, topic);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    broker.close();
  }
}
