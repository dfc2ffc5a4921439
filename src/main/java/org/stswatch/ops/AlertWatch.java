package org.stswatch.ops;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Party;
import org.stswatch.stream.Decoded;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.Topic;

/** A subscriber as any other: notes when the first alert about each pair of a fleet is read. */
final class AlertWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<Integer, Long> readAtNs = new ConcurrentHashMap<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final PublicDecoder<Alert> decoder;
  private final Thread thread = new Thread(this::readOn, "alert-watch");
  private volatile boolean closing;

  AlertWatch(Connection connection, Topic alerts) {
    decoder = new PublicDecoder<>(Alert.class, connection.registry());
    Map<String, Object> settings = new HashMap<>(connection.client());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        IntStream.range(0, alerts.partitions())
            .mapToObj(p -> new TopicPartition(alerts.name(), p))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    thread.start();
  }

  /** When the first alert about each pair was read, ns of {@link System#nanoTime}. */
  Map<Integer, Long> readAtNs() {
    return readAtNs;
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOn() {
    try (consumer) {
      while (!closing) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          long nowNs = System.nanoTime();
          if (decoder.decode(record.value()) instanceof Decoded.Value<Alert> value
              && value.record().getStatus() == AlertStatus.OPEN) {
            note(value.record(), nowNs);
          }
        }
      }
    }
  }

  private void note(Alert alert, long nowNs) {
    for (Party party : alert.getParties()) {
      Integer pair = LiveFleet.pairOf(party.getVesselKey());
      if (pair != null) {
        readAtNs.putIfAbsent(pair, nowNs);
      }
    }
  }
}
