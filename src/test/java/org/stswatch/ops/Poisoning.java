package org.stswatch.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.stream.Topic;

/** Copies a recorded replay to another's topics, with poison between its sightings. */
final class Poisoning implements AutoCloseable {
  private static final long SEED = 20171015;

  /** The gate keeps so much of what it rejects. */
  private static final int KEPT_BYTES = 64 * 1024;

  private static final int KEPT_KEY_BYTES = 256;

  /** By then each partition has some minutes behind it, and a record can be behind its clock. */
  private static final int FIRST = 1_000;

  private final RecordedReplay from;
  private final RecordedReplay to;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Expected> poison = new ConcurrentHashMap<>();

  Poisoning(RecordedReplay from, RecordedReplay to) {
    this.from = from;
    this.to = to;
    Map<String, Object> settings = new HashMap<>(to.connection().client());
    settings.put("max.in.flight.requests.per.connection", 1);
    settings.put("compression.type", "lz4");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** What a reject has to say of a poison record. */
  record Expected(RejectReason reason, ByteBuffer raw, @Nullable String key, long receivedMs) {
    static Expected of(Reject reject) {
      long receivedMs = reject.getReceivedAt() == null ? -1 : reject.getReceivedAt().toEpochMilli();
      return new Expected(reject.getReason(), reject.getRaw(), reject.getRejectedKey(), receivedMs);
    }

    static Expected of(Poison bad) {
      byte[] raw = Arrays.copyOf(bad.value(), Math.min(bad.value().length, KEPT_BYTES));
      byte[] key = Arrays.copyOf(bad.key(), Math.min(bad.key().length, KEPT_KEY_BYTES));
      return new Expected(
          bad.reason(), ByteBuffer.wrap(raw), new String(key, UTF_8), bad.receivedMs());
    }
  }

  /**
   * Writes all records, each partition in its order, and the poison at places of a seed.
   *
   * @return by origin what has to become of each poison record
   */
  Map<String, Expected> copyWithPoison(int records) {
    copy(from.topics().voyageStatements(), to.topics().voyageStatements());
    copy(from.topics().reports(), to.topics().reports());
    copy(from.topics().watchlist(), to.topics().watchlist());
    producer.flush();
    List<ConsumerRecord<byte[], byte[]>> sightings = read(from.topics().sightings());
    List<List<Integer>> kindsAfter = places(sightings, records);
    PoisonCabinet cabinet =
        new PoisonCabinet(to.connection().registry(), to.topics(), to.lateness());
    for (int i = 0; i < sightings.size(); i++) {
      ConsumerRecord<byte[], byte[]> good = sightings.get(i);
      send(good, to.topics().sightings(), null);
      for (int n : kindsAfter.get(i)) {
        send(good, to.topics().sightings(), cabinet.poison(n, good));
      }
    }
    producer.flush();
    return poison;
  }

  private void copy(Topic claims, Topic there) {
    read(claims).forEach(r -> send(r, there, null));
  }

  /** After which record which poison comes; never after an END. */
  private static List<List<Integer>> places(
      List<ConsumerRecord<byte[], byte[]>> sightings, int records) {
    List<List<Integer>> places = new ArrayList<>();
    sightings.forEach(r -> places.add(new ArrayList<>()));
    Random random = new Random(SEED);
    for (int n = 0; n < records; ) {
      int place = random.nextInt(sightings.size());
      ConsumerRecord<byte[], byte[]> good = sightings.get(place);
      if (good.offset() >= FIRST && good.value() != null) {
        places.get(place).add(n++);
      }
    }
    return places;
  }

  private List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    return TopicRecords.committed(from.connection().client(), from.topics(), topic);
  }

  /** To the same partition, at the same time; poison in place of the record where given. */
  private void send(ConsumerRecord<byte[], byte[]> good, Topic topic, @Nullable Poison bad) {
    ProducerRecord<byte[], byte[]> record =
        bad == null
            ? new ProducerRecord<>(
                topic.name(),
                good.partition(),
                good.timestamp(),
                good.key(),
                good.value(),
                good.headers())
            : new ProducerRecord<>(
                topic.name(), good.partition(), bad.receivedMs(), bad.key(), bad.value());
    producer.send(
        record,
        (written, e) -> {
          assertThat(e).isNull();
          if (bad != null) {
            poison.put(written.toString(), Expected.of(bad));
          }
        });
  }

  @Override
  public void close() {
    producer.close();
  }
}
