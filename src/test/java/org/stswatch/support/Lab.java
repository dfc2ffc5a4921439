package org.stswatch.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.stream.Decoded;
import org.stswatch.stream.Heartbeats;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.PublicSubjects;
import org.stswatch.stream.TimeSettings;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Partitions;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;
import org.stswatch.topology.WatchTopology;

/** The whole topology in the test driver, with one partition; as a replay runs it unless told. */
public final class Lab implements AutoCloseable {
  private static final ReferencePack PACK = ReferencePack.bundled();

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final Topics topics = Topics.replay("lab", 1, 1);
  private final Inputs messages = new Inputs(registry);
  private final TopologyTestDriver driver;
  private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new TreeMap<>();
  private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new TreeMap<>();
  private long receivedMs;

  public Lab(Settings settings, Duration lateness) {
    this(settings, settings.replayTime(lateness));
  }

  public Lab(Settings settings, TimeSettings time) {
    new PublicSubjects(registry).register(topics.all());
    driver = new TopologyTestDriver(topology(settings, time), new Properties());
    for (Topic topic : topics.inputs()) {
      inputs.put(
          topic.name(),
          driver.createInputTopic(
              topic.name(), new ByteArraySerializer(), new ByteArraySerializer()));
    }
  }

  private Topology topology(Settings settings, TimeSettings time) {
    return new WatchTopology(settings, time, topics, new Partitions(1, 1, 1, 1), registry)
        .inMemory(new StreamsBuilder(), PACK, "test");
  }

  /** Receives a sighting; the time of receipt is the highest seen so far. */
  public void sight(VesselSighting s) {
    sight(s, Math.max(receivedMs, s.getObservedAt().toEpochMilli()));
  }

  /** Receives a sighting at this time, whatever came before. */
  public void sight(VesselSighting s, long receivedMs) {
    this.receivedMs = receivedMs;
    claim(s);
  }

  public void state(VoyageStatement s) {
    claim(s);
  }

  /** Receives a statement, a report or a watch-list entry, now. */
  public void claim(SpecificRecord input) {
    Inputs.Message m = messages.of(input, topics);
    pipe(m.topic().name(), m.key(), m.value(), new RecordHeaders());
  }

  /** Receives a claim when it was published, or now where that has passed. */
  public void claim(SpecificRecord input, Instant publishedAt) {
    receivedMs = Math.max(receivedMs, publishedAt.toEpochMilli());
    claim(input);
  }

  /** Receives these bytes as a sighting. */
  public void raw(String key, byte[] value) {
    pipe(topics.sightings().name(), key, value, new RecordHeaders());
  }

  /** Ends the run. */
  public void end() {
    for (Topic topic : topics.inputs()) {
      pipe(topic.name(), null, null, new RecordHeaders().add(Heartbeats.END, "1".getBytes(UTF_8)));
    }
  }

  private void pipe(String topic, @Nullable String key, byte @Nullable [] value, Headers headers) {
    byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
    Objects.requireNonNull(inputs.get(topic))
        .pipeInput(new TestRecord<>(keyBytes, value, headers, receivedMs));
  }

  /** All revisions of all alerts so far, in order. */
  public List<Alert> alerts() {
    return read(topics.alerts(), Alert.class);
  }

  public List<Encounter> encounters() {
    return read(topics.encounters(), Encounter.class);
  }

  public List<Reject> rejects() {
    return read(topics.rejects(), Reject.class);
  }

  /** The last revision of each alert that stands, by start. */
  public static List<Alert> standing(List<Alert> alerts) {
    Map<String, Alert> latest = new TreeMap<>();
    alerts.forEach(a -> latest.put(a.getStart() + a.getAlertId(), a));
    return latest.values().stream().filter(a -> a.getStatus() != AlertStatus.RETRACTED).toList();
  }

  /** The last revision of each encounter that stands, by start. */
  public static List<Encounter> standingFacts(List<Encounter> encounters) {
    Map<String, Encounter> latest = new TreeMap<>();
    encounters.forEach(e -> latest.put(e.getStart() + e.getEncounterId(), e));
    return latest.values().stream().filter(e -> e.getStatus() != FactStatus.RETRACTED).toList();
  }

  /** The counters at the end of the run, by topic on which they came; read once. */
  public Counts counts(Topic topic) {
    Map<String, Long> counts = new TreeMap<>();
    for (TestRecord<byte[], byte[]> r = next(topic); r != null; r = next(topic)) {
      Header header = r.headers().lastHeader(Heartbeats.COUNTS);
      if (header != null) {
        counts.putAll(numbers(header.value()));
      }
    }
    return new Counts(counts);
  }

  /** What all stages show in metrics under this name, summed. */
  public long shown(String counter) {
    return driver.metrics().entrySet().stream()
        .filter(e -> e.getKey().group().equals("sts-conservation"))
        .filter(e -> e.getKey().name().equals(counter))
        .mapToLong(e -> ((Number) e.getValue().metricValue()).longValue())
        .sum();
  }

  /** Counters by name. */
  public record Counts(Map<String, Long> byName) {
    public long of(String name) {
      return Objects.requireNonNull(byName.get(name), name);
    }

    /** in = accepted + duplicate + late + rejected. */
    public boolean balanced() {
      return of("in") == of("accepted") + of("duplicate") + of("late") + of("rejected");
    }
  }

  public Topics topics() {
    return topics;
  }

  private <T extends SpecificRecord> List<T> read(Topic topic, Class<T> type) {
    PublicDecoder<T> decoder = new PublicDecoder<>(type, registry);
    List<T> values = new ArrayList<>();
    for (TestRecord<byte[], byte[]> r = next(topic); r != null; r = next(topic)) {
      if (r.value() != null) {
        Decoded<T> decoded = decoder.decode(r.value());
        values.add(((Decoded.Value<T>) decoded).record());
      }
    }
    return values;
  }

  private @Nullable TestRecord<byte[], byte[]> next(Topic topic) {
    TestOutputTopic<byte[], byte[]> output =
        outputs.computeIfAbsent(
            topic.name(),
            name ->
                driver.createOutputTopic(
                    name, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    return output.isEmpty() ? null : output.readRecord();
  }

  private static Map<String, Long> numbers(byte[] json) {
    try {
      return new ObjectMapper().readValue(new String(json, UTF_8), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    driver.close();
  }
}
