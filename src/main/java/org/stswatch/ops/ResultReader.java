package org.stswatch.ops;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.Decoded;
import org.stswatch.stream.Heartbeats;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;

/**
 * Reads the result topics of a replay, committed records only, until each is at its END. Not
 * thread-safe.
 */
final class ResultReader implements AutoCloseable {
  /** The first stage: its counters are those of the gate, with which it shares a store. */
  static final String ENTRY_STAGE = "track";

  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, PublicDecoder<? extends SpecificRecord>> decoders = new HashMap<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> withoutEnd;
  private final EndTracker ends;

  ResultReader(Connection connection, Topics topics) {
    Map<String, String> stages =
        Map.of(
            topics.rejects().name(), ENTRY_STAGE,
            topics.encounters().name(), "meetings",
            topics.portCalls().name(), "voyages",
            topics.gaps().name(), "dark",
            topics.alerts().name(), "cases");
    List<Topic> read =
        List.of(
            topics.encounters(),
            topics.portCalls(),
            topics.gaps(),
            topics.alerts(),
            topics.rejects());
    ends =
        new EndTracker(
            stages, read.stream().collect(Collectors.toMap(Topic::name, Topic::partitions)));
    read.forEach(
        topic ->
            decoders.put(
                topic.name(),
                new PublicDecoder<>(topic.value().orElseThrow(), connection.registry())));
    consumer = new KafkaConsumer<>(settings(connection));
    List<TopicPartition> all = read.stream().flatMap(ResultReader::partitions).toList();
    withoutEnd = all.stream().filter(p -> !stages.containsKey(p.topic())).toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  /**
   * Reads on until the end.
   *
   * @param alive asked now and then; false ends the reading early
   */
  void readToEnd(Consumer<SpecificRecord> to, BooleanSupplier alive) {
    while (!ends.done()) {
      if (!alive.getAsBoolean()) {
        return;
      }
      poll(to);
    }
    Map<TopicPartition, Long> last = new HashMap<>(consumer.endOffsets(withoutEnd));
    while (last.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      poll(to);
    }
  }

  EndTracker ends() {
    return ends;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void poll(Consumer<SpecificRecord> to) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      byte[] value = record.value();
      if (value != null) {
        to.accept(decode(record.topic(), value));
      } else {
        end(record);
      }
    }
  }

  private void end(ConsumerRecord<byte[], byte[]> record) {
    String end = text(record.headers(), Heartbeats.END);
    if (end != null) {
      ends.end(
          record.topic(),
          record.partition(),
          end,
          text(record.headers(), Heartbeats.COUNTS),
          text(record.headers(), Heartbeats.ACCEPTED));
    }
  }

  private SpecificRecord decode(String topic, byte[] value) {
    PublicDecoder<? extends SpecificRecord> decoder = decoders.get(topic);
    if (decoder == null) {
      throw new IllegalStateException("not read: " + topic);
    }
    Decoded<? extends SpecificRecord> decoded = decoder.decode(value);
    if (decoded instanceof Decoded.Poison<?> poison) {
      throw Failure.failed(topic + " holds a record that is none of ours: " + poison.detail());
    }
    return ((Decoded.Value<?>) decoded).record();
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Stream<TopicPartition> partitions(Topic topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int p = 0; p < topic.partitions(); p++) {
      partitions.add(new TopicPartition(topic.name(), p));
    }
    return partitions.stream();
  }

  private static Map<String, Object> settings(Connection connection) {
    Map<String, Object> settings = new HashMap<>(connection.client());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }
}
