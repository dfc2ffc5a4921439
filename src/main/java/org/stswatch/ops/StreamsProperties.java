package org.stswatch.ops;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.stswatch.stream.InternalTopics;

/** How Kafka Streams is run: exactly once, in memory, every record kept however old. */
final class StreamsProperties {
  /** Alerts leave within a few commits; 100 ms is worse under load (measured). */
  private static final Duration LIVE_COMMIT = Duration.ofMillis(200);

  /** Nobody waits for a single alert of a replay: larger transactions cost less. */
  private static final Duration REPLAY_COMMIT = Duration.ofMillis(1000);

  /**
   * Output resumes within 20 s of a kill -9; shorter ones mistake a garbage collection for death.
   */
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(8);

  private static final Duration SESSION_HEARTBEAT = Duration.ofSeconds(2);

  /**
   * What is dead longer than this is aborted by the broker, and readers go on: the longest pause
   * when a whole instance is gone and none takes its id, 45 s at most. Kafka's 10 s would leave no
   * time to wait for a registry within a transaction.
   */
  static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(40);

  /**
   * Holds the open fixes of some 10,000 ships, so that a fix does not become a changelog record.
   */
  private static final long STORE_CACHE_BYTES = 128L << 20;

  /** Restoring from memory-sized changelogs is quick: never wait for a warm-up replica. */
  private static final long RECOVERY_LAG_RECORDS = 100_000_000;

  private static final int BUFFERED_RECORDS = 10_000;

  /** So few that they are still in the processor's cache when they are worked on. */
  private static final int POLLED_RECORDS = 1_000;

  private static final int SEGMENT_BYTES = 64 << 20;
  private static final int BATCH_BYTES = 128 << 10;

  /** So long a record may wait for others to share its batch. */
  private static final int LIVE_LINGER_MS = 20;

  /** A commit sends at once what waits: between commits fewer and larger batches cost less. */
  private static final int REPLAY_LINGER_MS = 200;

  private StreamsProperties() {}

  /** Of the production processor. */
  static Properties live(
      Map<String, Object> client, String applicationId, Path state, int threads) {
    return of(client, applicationId, state, threads, LIVE_COMMIT, LIVE_LINGER_MS);
  }

  /** Of a replay. */
  static Properties replay(
      Map<String, Object> client, String applicationId, Path state, int threads) {
    return of(client, applicationId, state, threads, REPLAY_COMMIT, REPLAY_LINGER_MS);
  }

  private static Properties of(
      Map<String, Object> client,
      String applicationId,
      Path state,
      int threads,
      Duration commitInterval,
      int lingerMs) {
    Properties p = new Properties();
    p.putAll(client);
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    p.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE_BYTES);
    p.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, RECOVERY_LAG_RECORDS);
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    // Event time does not hang on which partition is read first. Waiting for one that is empty, as
    // that of the statements mostly is, costs more for each sighting than decoding its key.
    p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    consumer(p);
    producer(p, lingerMs);
    internalTopics(p);
    return p;
  }

  private static void consumer(Properties p) {
    p.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        (int) SESSION_TIMEOUT.toMillis());
    p.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        (int) SESSION_HEARTBEAT.toMillis());
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLLED_RECORDS);
    // More than 1 makes every hop wait for fetch.max.wait.ms when little is written.
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), 1);
  }

  private static void producer(Properties p, int lingerMs) {
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) TRANSACTION_TIMEOUT.toMillis());
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), lingerMs);
    // The first batch of a transaction to a partition may have to wait for the transaction before;
    // further ones in flight would be refused as out of order, loudly, and sent again.
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
  }

  private static void internalTopics(Properties p) {
    InternalTopics.settings()
        .forEach((setting, value) -> p.put(StreamsConfig.topicPrefix(setting), value));
    p.put(
        StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG),
        Integer.toString(SEGMENT_BYTES));
    p.put(StreamsConfig.topicPrefix(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG), "0.2");
  }
}
