package org.stswatch.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

/** The gate alone in the test driver, partition 0 of the sightings. */
final class GateInDriver implements AutoCloseable {
  static final Topics TOPICS = Topics.replay("gate", 1, 1);

  /** Allowed lateness 6 h, clock margin 1 min. */
  static final TimeSettings LIVE =
      new TimeSettings(Duration.ofHours(6), Duration.ofMinutes(1), true, Duration.ofMinutes(1));

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final PublicSerializer<VesselSighting> serializer;
  private final PublicSerializer<VoyageStatement> statementSerializer;
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> in;
  private final TestInputTopic<byte[], byte[]> statements;
  private final TestOutputTopic<String, SpecificRecord> passed;
  private final TestOutputTopic<byte[], byte[]> rejected;
  private final PublicDecoder<Reject> rejects = new PublicDecoder<>(Reject.class, registry);

  GateInDriver(TimeSettings time, int partitions) {
    new PublicSubjects(registry).register(TOPICS.all());
    serializer = new PublicSerializer<>(VesselSighting.class, registry);
    statementSerializer = new PublicSerializer<>(VoyageStatement.class, registry);
    driver = new TopologyTestDriver(topology(time, partitions).build(), new Properties());
    in = driver.createInputTopic(topic(), new ByteArraySerializer(), new ByteArraySerializer());
    statements =
        driver.createInputTopic(
            statementTopic(), new ByteArraySerializer(), new ByteArraySerializer());
    passed =
        driver.createOutputTopic(
            "passed", new StringDeserializer(), InternalSerde.any().deserializer());
    rejected =
        driver.createOutputTopic(
            TOPICS.rejects().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private StreamsBuilder topology(TimeSettings time, int partitions) {
    StreamsBuilder builder = new StreamsBuilder();
    PublicDecoder<VesselSighting> decoder = new PublicDecoder<>(VesselSighting.class, registry);
    GateSettings settings =
        new GateSettings(
            time,
            partitions,
            "track",
            Map.of(
                topic(),
                new GateSettings.Input("track", false, true, decoder),
                statementTopic(),
                new GateSettings.Input(
                    "claims", true, false, new PublicDecoder<>(VoyageStatement.class, registry))),
            (seen, receivedMs) -> List.of());
    Produced<String, SpecificRecord> produced = Produced.with(Serdes.String(), InternalSerde.any());
    PublicSink rejects =
        PublicSink.of(Reject.class, new PublicSerializer<>(Reject.class, registry));
    Pipeline pipeline = new Pipeline(builder, false);
    var gate = pipeline.gate(settings);
    gate.filter((key, value) -> !(value instanceof Reject), Named.as("good"))
        .to("passed", produced);
    pipeline.publish(gate, "bad", TOPICS.rejects().name(), rejects, List.of(Reject.class));
    return builder;
  }

  static String topic() {
    return TOPICS.sightings().name();
  }

  private static String statementTopic() {
    return TOPICS.voyageStatements().name();
  }

  byte[] bytes(VesselSighting s) {
    return java.util.Objects.requireNonNull(serializer.serialize(topic(), s));
  }

  void receive(Instant at, VesselSighting s) {
    receive(at.toEpochMilli(), s.getVesselKey(), bytes(s));
  }

  void receive(Instant at, String key, VoyageStatement s) {
    byte[] value = statementSerializer.serialize(statementTopic(), s);
    statements.pipeInput(
        new TestRecord<>(key.getBytes(UTF_8), value, new RecordHeaders(), at.toEpochMilli()));
  }

  void receive(long atMs, @Nullable String key, byte @Nullable [] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
    in.pipeInput(new TestRecord<>(keyBytes, value, new RecordHeaders(), atMs));
  }

  void heartbeat(Instant at, String header) {
    in.pipeInput(new TestRecord<>(null, null, headers(header), at.toEpochMilli()));
  }

  /** END of the statements. */
  void endStatements(Instant at) {
    statements.pipeInput(new TestRecord<>(null, null, headers(Heartbeats.END), at.toEpochMilli()));
  }

  private static RecordHeaders headers(String name) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(name, new byte[0]);
    return headers;
  }

  /** What went on since asked last: sightings and ticks. */
  List<SpecificRecord> passed() {
    return passed.readValuesToList();
  }

  List<Reject> rejected() {
    return rejected.readValuesToList().stream()
        .map(bytes -> ((Decoded.Value<Reject>) rejects.decode(bytes)).record())
        .toList();
  }

  /** What the gate shows of its sightings in metrics, by name. */
  Map<String, Long> shown() {
    Map<String, Long> shown = new TreeMap<>();
    driver
        .metrics()
        .forEach(
            (name, metric) -> {
              if (name.group().equals(CounterGauges.GROUP)
                  && topic().equals(name.tags().get("topic"))) {
                shown.put(name.name(), ((Number) metric.metricValue()).longValue());
              }
            });
    return shown;
  }

  Counters counters() {
    StageStore kept = (StageStore) driver.getStateStore("track");
    return kept.counters(new StepStore(kept.entries(), InternalSerde.any())).of("gate " + topic());
  }

  @Override
  public void close() {
    driver.close();
  }
}
