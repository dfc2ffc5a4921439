package org.stswatch.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.stswatch.event.VesselSighting;
import org.stswatch.stream.Decoded;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.Topic;

/** The floor below any reader of Avro: decodes the sightings out of memory, and nothing else. */
final class DecodeLoop {
  /** Enough to fill no cache of the CPU, and not the heap: some 40 MB. */
  private static final int SIGHTINGS = 200_000;

  /** The compiler is done with the loop after the first of them. */
  private static final int ROUNDS = 10;

  private static final Duration POLL = Duration.ofMillis(500);

  private final List<byte[]> values;
  private final PublicDecoder<VesselSighting> decoder;

  private DecodeLoop(List<byte[]> values, PublicDecoder<VesselSighting> decoder) {
    this.values = values;
    this.decoder = decoder;
  }

  /** Reads the first sightings of a topic. */
  static DecodeLoop of(Connection connection, Topic sightings) {
    Map<String, Object> settings = new HashMap<>(connection.client());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> all =
          IntStream.range(0, sightings.partitions())
              .mapToObj(p -> new TopicPartition(sightings.name(), p))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (values.size() < SIGHTINGS
          && ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.value() != null) {
            values.add(record.value());
          }
        }
      }
    }
    return new DecodeLoop(values, new PublicDecoder<>(VesselSighting.class, connection.registry()));
  }

  /** Sightings per second, each thread decoding all of them several times. */
  double perSecond(int threads) {
    round(threads);
    long startNs = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      round(threads);
    }
    return (double) ROUNDS * threads * values.size() / ((System.nanoTime() - startNs) / 1e9);
  }

  private void round(int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> counts =
          IntStream.range(0, threads).mapToObj(i -> pool.submit(this::decodeAll)).toList();
      for (Future<Integer> count : counts) {
        if (count.get() != values.size()) {
          throw Failure.failed("the topic of sightings holds what cannot be decoded");
        }
      }
    } catch (ExecutionException e) {
      throw Failure.failed("decoding failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted();
    } finally {
      pool.shutdownNow();
    }
  }

  private int decodeAll() {
    int good = 0;
    for (byte[] value : values) {
      if (decoder.decode(value) instanceof Decoded.Value<?>) {
        good++;
      }
    }
    return good;
  }
}
