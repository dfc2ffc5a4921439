package org.stswatch.ops;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.stream.Heartbeats;
import org.stswatch.stream.PublicSerializer;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;

/**
 * Writes to the input topics, and ingest's own rejects. The partition is murmur2 of the key, the
 * default for a key that is not null: the gate checks it. Not thread-safe but for what Kafka does
 * itself.
 */
final class Publisher implements AutoCloseable {
  /** Compacted topics take no record without a key. */
  private static final byte[] TIME_KEY = "time".getBytes(StandardCharsets.UTF_8);

  private static final byte[] ONE = "1".getBytes(StandardCharsets.UTF_8);
  private static final int BATCH_BYTES = 256 << 10;
  private static final int LINGER_MS = 20;
  private static final long BUFFER_BYTES = 64L << 20;

  private final Topics topics;
  private final Producer<byte[], byte[]> producer;
  private final PublicSerializer<VesselSighting> sightings;
  private final PublicSerializer<VoyageStatement> statements;
  private final PublicSerializer<VesselReport> reports;
  private final PublicSerializer<WatchlistEntry> watchlist;
  private final PublicSerializer<Reject> rejects;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final String sightingsTopic;
  private final String statementsTopic;
  private long published;
  private final Map<TopicPartition, LongAdder> written = new ConcurrentHashMap<>();

  Publisher(Connection connection, Topics topics) {
    this.topics = topics;
    sightings = new PublicSerializer<>(VesselSighting.class, connection.registry());
    statements = new PublicSerializer<>(VoyageStatement.class, connection.registry());
    reports = new PublicSerializer<>(VesselReport.class, connection.registry());
    watchlist = new PublicSerializer<>(WatchlistEntry.class, connection.registry());
    rejects = new PublicSerializer<>(Reject.class, connection.registry());
    sightingsTopic = topics.sightings().name();
    statementsTopic = topics.voyageStatements().name();
    producer = new KafkaProducer<>(settings(connection));
  }

  /**
   * Publishes a message under its own key.
   *
   * @param receivedAtMs time of receipt, ms since 1970; null where the broker sets it
   */
  void publish(SpecificRecord message, @Nullable Long receivedAtMs) {
    if (message instanceof VesselSighting s) {
      byte[] value = sightings.serialize(sightingsTopic, s);
      send(sightingsTopic, s.getVesselKey(), value, receivedAtMs);
    } else if (message instanceof VoyageStatement s) {
      byte[] value = statements.serialize(statementsTopic, s);
      send(statementsTopic, s.getMmsi(), value, receivedAtMs);
    } else if (message instanceof VesselReport r) {
      String topic = topics.reports().name();
      send(topic, r.getReportId(), reports.serialize(topic, r), receivedAtMs);
    } else if (message instanceof WatchlistEntry w) {
      String topic = topics.watchlist().name();
      send(topic, w.getEntryId(), watchlist.serialize(topic, w), receivedAtMs);
    } else {
      throw new IllegalArgumentException("no input topic takes " + message.getClass());
    }
  }

  /** Publishes what ingest itself rejected; it never reaches the gate. */
  void reject(Reject reject, @Nullable Long receivedAtMs) {
    String topic = topics.rejects().name();
    byte[] key = reject.getOrigin().getBytes(StandardCharsets.UTF_8);
    byte[] value = rejects.serialize(topic, reject);
    send(new ProducerRecord<>(topic, null, receivedAtMs, key, value));
  }

  /** Ends a replay: on every partition of every input topic, after all that went before. */
  void end(long receivedAtMs) {
    producer.flush();
    // The sightings come last: when their END is read, all that stands beside them is there.
    List<Topic> others = new ArrayList<>(topics.inputs());
    others.remove(topics.sightings());
    others.forEach(topic -> everyPartition(topic, Heartbeats.END, receivedAtMs));
    flush();
    everyPartition(topics.sightings(), Heartbeats.END, receivedAtMs);
    flush();
  }

  /** Vouches for the time of receipt of every partition of every input topic. */
  void heartbeat() {
    topics.inputs().forEach(topic -> everyPartition(topic, Heartbeats.HEARTBEAT, null));
    check();
  }

  /** How many messages went to the input topics. */
  long published() {
    return published;
  }

  /** How many messages the broker has taken into each partition, all of them. */
  Map<TopicPartition, Long> written() {
    flush();
    Map<TopicPartition, Long> counts = new HashMap<>();
    written.forEach((at, n) -> counts.put(at, n.sum()));
    return counts;
  }

  /** Returns when all is written. */
  void flush() {
    producer.flush();
    check();
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(5));
  }

  private void everyPartition(Topic topic, String header, @Nullable Long timestamp) {
    byte[] key = topic.compacted() ? TIME_KEY : null;
    List<Header> headers = List.of(new RecordHeader(header, ONE));
    for (int partition = 0; partition < topic.partitions(); partition++) {
      send(new ProducerRecord<>(topic.name(), partition, timestamp, key, null, headers));
    }
  }

  private void send(String topic, String key, byte @Nullable [] value, @Nullable Long timestamp) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    published++;
    send(new ProducerRecord<>(topic, null, timestamp, bytes, value));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    check();
    producer.send(
        record,
        (metadata, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          } else if (record.value() != null) {
            count(record.topic(), metadata.partition());
          }
        });
  }

  private void count(String topic, int partition) {
    var at = new TopicPartition(topic, partition);
    written.computeIfAbsent(at, p -> new LongAdder()).increment();
  }

  private void check() {
    Exception e = failure.get();
    if (e != null) {
      throw Failure.failed("publishing failed: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> settings(Connection connection) {
    Map<String, Object> settings = new HashMap<>(connection.client());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A topic just made may refuse the first batch (not the leader yet) and take the next one in
    // flight; the first is then out of order for ever, and publishing fails after two minutes.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    // KAFKA-15591: of several in flight to a new partition the first may come before its leader,
    // the
    // second after; the broker takes the second, and refuses the first for ever as out of order.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return settings;
  }
}
