package org.stswatch.ops;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
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
final class Publisher implements Outlet, AutoCloseable {
  /** Compacted topics take no record without a key. */
  private static final byte[] TIME_KEY = "time".getBytes(StandardCharsets.UTF_8);

  private static final byte[] ONE = "1".getBytes(StandardCharsets.UTF_8);
  private static final int BATCH_BYTES = 256 << 10;
  private static final int LIVE_LINGER_MS = 20;

  /** Nobody waits for a single sighting of a replay: larger batches cost all sides less. */
  private static final int REPLAY_LINGER_MS = 100;

  private static final long BUFFER_BYTES = 64L << 20;

  private final Topics topics;
  private final Producer<byte[], byte[]> producer;
  private final PublicSerializer<VesselSighting> sightings;
  private final PublicSerializer<VoyageStatement> statements;
  private final PublicSerializer<VesselReport> reports;
  private final PublicSerializer<WatchlistEntry> watchlist;
  private final PublicSerializer<Reject> rejects;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Deliveries toSightings;
  private final Deliveries toStatements;
  private final Deliveries toReports;
  private final Deliveries toWatchlist;
  private final Deliveries toRejects;
  private long published;

  Publisher(Connection connection, Topics topics) {
    this.topics = topics;
    sightings = new PublicSerializer<>(VesselSighting.class, connection.registry());
    statements = new PublicSerializer<>(VoyageStatement.class, connection.registry());
    reports = new PublicSerializer<>(VesselReport.class, connection.registry());
    watchlist = new PublicSerializer<>(WatchlistEntry.class, connection.registry());
    rejects = new PublicSerializer<>(Reject.class, connection.registry());
    toSightings = new Deliveries(topics.sightings(), failure);
    toStatements = new Deliveries(topics.voyageStatements(), failure);
    toReports = new Deliveries(topics.reports(), failure);
    toWatchlist = new Deliveries(topics.watchlist(), failure);
    toRejects = new Deliveries(topics.rejects(), failure);
    producer = new KafkaProducer<>(settings(connection, topics));
  }

  /**
   * Publishes a message under its own key.
   *
   * @param receivedAtMs time of receipt, ms since 1970; null where the broker sets it
   */
  @Override
  public void publish(SpecificRecord message, @Nullable Long receivedAtMs) {
    if (message instanceof VesselSighting s) {
      send(toSightings, sightings, s, s.getVesselKey(), receivedAtMs);
    } else if (message instanceof VoyageStatement s) {
      send(toStatements, statements, s, s.getMmsi(), receivedAtMs);
    } else if (message instanceof VesselReport r) {
      send(toReports, reports, r, r.getReportId(), receivedAtMs);
    } else if (message instanceof WatchlistEntry w) {
      send(toWatchlist, watchlist, w, w.getEntryId(), receivedAtMs);
    } else {
      throw new IllegalArgumentException("no input topic takes " + message.getClass());
    }
  }

  /** Publishes what ingest itself rejected; it never reaches the gate. */
  @Override
  public void reject(Reject reject, @Nullable Long receivedAtMs) {
    write(toRejects, rejects, reject, reject.getOrigin(), receivedAtMs);
  }

  /** Ends a replay: on every partition of every input topic, after all that went before. */
  @Override
  public void end(long receivedAtMs) {
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
  @Override
  public long published() {
    return published;
  }

  /** How many messages the broker has taken into each partition, all of them. */
  Map<TopicPartition, Long> written() {
    flush();
    Map<TopicPartition, Long> counts = new HashMap<>();
    Stream.of(toSightings, toStatements, toReports, toWatchlist, toRejects)
        .forEach(to -> counts.putAll(to.byPartition()));
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
      check();
      producer.send(
          new ProducerRecord<>(topic.name(), partition, timestamp, key, null, headers),
          (metadata, e) -> {
            if (e != null) {
              failure.compareAndSet(null, e);
            }
          });
    }
  }

  private <T extends SpecificRecord> void send(
      Deliveries to,
      PublicSerializer<T> serializer,
      T message,
      String key,
      @Nullable Long timestamp) {
    published++;
    write(to, serializer, message, key, timestamp);
  }

  private <T extends SpecificRecord> void write(
      Deliveries to,
      PublicSerializer<T> serializer,
      T message,
      String key,
      @Nullable Long timestamp) {
    check();
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] value = serializer.serialize(to.topic(), message);
    producer.send(new ProducerRecord<>(to.topic(), null, timestamp, bytes, value), to);
  }

  private void check() {
    Exception e = failure.get();
    if (e != null) {
      throw Failure.failed("publishing failed: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> settings(Connection connection, Topics topics) {
    Map<String, Object> settings = new HashMap<>(connection.client());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(
        ProducerConfig.LINGER_MS_CONFIG, topics.isReplay() ? REPLAY_LINGER_MS : LIVE_LINGER_MS);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    // KAFKA-15591: of several in flight to a new partition the first may come before its leader and
    // the second after; the broker takes the second, and refuses the first as out of order for ever
    // (publishing fails after two minutes).
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return settings;
  }
}
