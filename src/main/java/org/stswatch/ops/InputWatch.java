package org.stswatch.ops;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a processor's main consumers got their first and their last records from the input
 * topics: the clock of a measurement starts there, not while tasks are still being created. Kafka
 * makes the interceptor itself, and hands it the watch out of the settings.
 */
public final class InputWatch implements ConsumerInterceptor<byte[], byte[]> {
  private static final String WATCH = "sts.bench.watch";

  private Watch watch = new Watch(Set.of(), () -> new Meter.Reading(0, 0, 0));

  /** What one measurement sees, from all threads. */
  static final class Watch {
    private final Set<String> topics;
    private final Supplier<Meter.Reading> meter;
    private final AtomicReference<Meter.@Nullable Reading> first = new AtomicReference<>();
    private final AtomicReference<Meter.@Nullable Reading> last = new AtomicReference<>();

    Watch(Set<String> topics, Supplier<Meter.Reading> meter) {
      this.topics = Set.copyOf(topics);
      this.meter = meter;
    }

    /** Settings of Kafka Streams that let the watch see. */
    Map<String, Object> settings() {
      return Map.of(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
          InputWatch.class.getName(),
          StreamsConfig.mainConsumerPrefix(WATCH),
          this);
    }

    /** When the first input was polled; fails when none was. */
    Meter.Reading first() {
      return seen(first.get());
    }

    /** When the last input was polled; fails when none was. */
    Meter.Reading last() {
      return seen(last.get());
    }

    private void polled(Set<TopicPartition> partitions) {
      if (partitions.stream().anyMatch(p -> topics.contains(p.topic()))) {
        Meter.Reading now = meter.get();
        first.compareAndSet(null, now);
        last.set(now);
      }
    }

    private static Meter.Reading seen(Meter.@Nullable Reading reading) {
      if (reading == null) {
        throw Failure.failed("the processor never read its input");
      }
      return reading;
    }
  }

  @Override
  public void configure(Map<String, ?> settings) {
    if (settings.get(WATCH) instanceof Watch given) {
      watch = given;
    }
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    watch.polled(records.partitions());
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}
}
