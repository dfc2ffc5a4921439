package org.stswatch.naive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.stswatch.ops.EmbeddedBroker;

/** One run of the naive twin over a history, to its end. */
final class NaiveRun {
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final Comparator<TopicPartition> BY_PARTITION =
      Comparator.comparingInt(TopicPartition::partition);

  private final Map<String, Object> client;
  private final String application;
  private final String reports;
  private final String pairs;
  private final int partitions;
  private final Outcome outcome;

  /**
   * What came of it.
   *
   * @param sessions pair, start and end
   * @param dropped reports that windows and joins took for late
   */
  record Outcome(Set<String> sessions, long dropped) {
    /** Who met whom. */
    Set<String> pairs() {
      return sessions.stream()
          .map(s -> s.substring(0, s.indexOf(' ', s.indexOf(' ') + 1)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  NaiveRun(EmbeddedBroker broker, History history, int partitions, Path state) {
    this.client = Map.of("bootstrap.servers", broker.bootstrapServers());
    this.application = "naive-" + partitions;
    this.reports = application + "-reports";
    this.pairs = application + "-pairs";
    this.partitions = partitions;
    try (Admin admin = Admin.create(client)) {
      create(admin);
      publish(history);
      outcome = run(admin, history, state);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  Outcome outcome() {
    return outcome;
  }

  private void create(Admin admin) throws InterruptedException, ExecutionException {
    Map<String, String> keep = Map.of("retention.ms", "-1");
    admin
        .createTopics(
            List.of(
                new NewTopic(reports, Optional.of(partitions), Optional.empty()).configs(keep),
                new NewTopic(pairs, Optional.of(1), Optional.empty()).configs(keep)))
        .all()
        .get();
  }

  /** By one writer, in the order of time; the record timestamp is the time of the report. */
  private void publish(History history) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("linger.ms", 20);
    settings.put("max.in.flight.requests.per.connection", 1); // KAFKA-15591
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      history
          .reports()
          .forEach(
              r ->
                  producer.send(
                      new ProducerRecord<>(
                          reports, null, r.at().toEpochMilli(), r.key(), r.csv().getBytes(UTF_8))));
    }
  }

  private Outcome run(Admin admin, History history, Path state) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 200);
    properties.put("auto.offset.reset", "earliest");
    properties.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
    try (KafkaStreams streams =
        new KafkaStreams(NaiveWatch.topology(reports, pairs, partitions), properties)) {
      streams.start();
      // In the order of the data: who has committed what he read has written what he made of it.
      awaitRead(admin, reports, history.reports().size());
      awaitRead(admin, application + "-cell-repartition", history.reports().size());
      // It may have lost every pair: then there is nothing to wait for.
      awaitRead(admin, application + "-pair-repartition", 0);
      return new Outcome(sessions(), dropped(streams));
    }
  }

  /** Returns when all is read of a topic that gets so many records at least. */
  private void awaitRead(Admin admin, String topic, int atLeast) {
    await().atMost(SOON).until(() -> sum(committed(admin, topic)) >= atLeast);
    await().atMost(SOON).until(() -> committed(admin, topic).equals(written(admin, topic)));
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<TopicPartition, Long> written(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new TreeMap<>(BY_PARTITION);
    partitionsOf(topic).forEach(p -> latest.put(p, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new TreeMap<>(BY_PARTITION);
    admin.listOffsets(latest).all().get().forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  private Map<TopicPartition, Long> committed(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, Long> committed = new TreeMap<>(BY_PARTITION);
    for (TopicPartition p : partitionsOf(topic)) {
      OffsetAndMetadata at = offsets.get(p);
      committed.put(p, at == null ? 0 : at.offset());
    }
    return committed;
  }

  private static long dropped(KafkaStreams streams) {
    return streams.metrics().values().stream()
        .filter(m -> m.metricName().name().equals("dropped-records-total"))
        .mapToLong(m -> ((Number) m.metricValue()).longValue())
        .sum();
  }

  /** What stands at the end. */
  private Set<String> sessions() {
    TopicPartition only = new TopicPartition(pairs, 0);
    Set<String> standing = new TreeSet<>();
    try (KafkaConsumer<String, Long> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new LongDeserializer())) {
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(only)).get(only));
      while (consumer.position(only) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.value() == null) {
                    standing.remove(record.key());
                  } else {
                    standing.add(record.key());
                  }
                });
      }
    }
    return standing;
  }

  private List<TopicPartition> partitionsOf(String topic) {
    List<TopicPartition> all = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      all.add(new TopicPartition(topic, p));
    }
    return all;
  }
}
