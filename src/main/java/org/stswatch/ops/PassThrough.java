package org.stswatch.ops;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.stswatch.stream.Topic;

/**
 * The floor below any processor on Kafka Streams: reads the sightings and writes the same bytes to
 * another topic, exactly once, with the same settings and threads, and looks at nothing.
 */
final class PassThrough {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Connection connection;
  private final Topic input;
  private final String output;
  private final Properties properties;
  private final StopSignal stop;

  /**
   * Over the sightings of a run.
   *
   * @param name of this attempt, part of names on the broker
   */
  PassThrough(
      Connection connection, Topic input, String name, Path state, int threads, StopSignal stop) {
    this.connection = connection;
    this.input = input;
    this.output = input.name() + "." + name;
    this.stop = stop;
    properties =
        StreamsProperties.replay(connection.client(), output, state.resolve(name), threads);
  }

  /** The consumer group that it leaves behind. */
  String group() {
    return output;
  }

  /** From the first poll until the last record is committed. */
  Meter.Cost run(Meter meter) {
    InputWatch.Watch watch = new InputWatch.Watch(Set.of(input.name()), meter::read);
    properties.putAll(watch.settings());
    try (Admin admin = Admin.create(connection.client())) {
      get(admin.createTopics(List.of(outputTopic())).all());
      Map<TopicPartition, Long> ends = ends(admin);
      try (Processor processor = new Processor(topology(), properties, connection.patience())) {
        processor.start();
        while (!committed(admin).equals(ends)) {
          if (stop.isRequestedWithin(LOOK_EVERY)) {
            throw Failure.interrupted();
          }
          processor.failure().ifPresent(PassThrough::thrown);
        }
        return watch.first().to(meter.read());
      } finally {
        get(admin.deleteTopics(List.of(output)).all());
      }
    }
  }

  private Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            input.name(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("in"))
        .to(output, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("out"));
    return builder.build();
  }

  private NewTopic outputTopic() {
    return new NewTopic(output, Optional.of(input.partitions()), Optional.empty())
        .configs(input.creationSettings());
  }

  private Map<TopicPartition, Long> ends(Admin admin) {
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, input.partitions())
            .mapToObj(p -> new TopicPartition(input.name(), p))
            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    return get(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  private Map<TopicPartition, Long> committed(Admin admin) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        get(admin.listConsumerGroupOffsets(output).partitionsToOffsetAndMetadata());
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  private static void thrown(Failure failure) {
    throw failure;
  }

  private static <R> R get(org.apache.kafka.common.KafkaFuture<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException r ? r : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted();
    }
  }
}
