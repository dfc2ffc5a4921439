package org.stswatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.stswatch.event.state.Tick;

/**
 * The words in which the topology is written: gate, step, edge, publish. Every node, store and
 * topic has a name. Tests extend it to break one rule.
 */
public class Pipeline {
  /**
   * With stores in memory only, Kafka Streams draws a new process id at each start, and readers
   * hang on the dead process's transaction for its whole timeout. One store on disk, never written,
   * keeps the id.
   */
  private static final String ANCHOR = "process-anchor";

  private final StreamsBuilder builder;
  private final List<String> gateStores;
  private final Serde<SpecificRecord> internal = InternalSerde.any();

  /**
   * @param anchored whether a store on disk keeps the process id; the test driver, which commits
   *     after each record, does without
   */
  public Pipeline(StreamsBuilder builder, boolean anchored) {
    this.builder = builder;
    if (anchored) {
      builder.addStateStore(
          Stores.keyValueStoreBuilder(
                  Stores.persistentKeyValueStore(ANCHOR), Serdes.Bytes(), Serdes.ByteArray())
              .withLoggingDisabled());
    }
    this.gateStores = anchored ? List.of(ANCHOR) : List.of();
  }

  /** Reads the input topics; what is rejected comes out beside what is not. */
  public KStream<String, SpecificRecord> gate(GateSettings settings) {
    builder.addStateStore(store(settings.store()));
    List<String> stores = new ArrayList<>(gateStores);
    stores.add(settings.store());
    return builder.stream(
            settings.inputs().keySet().stream().sorted().toList(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("inputs"))
        .process(
            () -> new Gate(settings, internal), Named.as("gate"), stores.toArray(String[]::new));
  }

  /** Runs a step on its own store; the first step shares the gate's. */
  public <S> KStream<String, SpecificRecord> step(
      KStream<String, SpecificRecord> in, Step<S> step, Stage stage, boolean ownStore) {
    if (ownStore) {
      builder.addStateStore(store(step.name()));
    }
    return in.process(
        () -> new StepProcessor<>(step, stage, internal), Named.as(step.name()), step.name());
  }

  /** Records of these classes, and the watermark of this edge, within the task. */
  public KStream<String, SpecificRecord> within(
      KStream<String, SpecificRecord> from,
      String edge,
      Set<Class<? extends SpecificRecord>> types) {
    return from.process(
        () -> new Sieve(value -> travels(value, edge, types)), Named.as("to-" + edge));
  }

  /** The same through a repartition topic: an edge to the next stage. */
  public KStream<String, SpecificRecord> edge(
      KStream<String, SpecificRecord> from,
      String edge,
      int partitions,
      Set<Class<? extends SpecificRecord>> types,
      Multicast to) {
    return within(from, edge, types)
        .repartition(
            Repartitioned.<String, SpecificRecord>as(edge)
                .withKeySerde(Serdes.String())
                .withValueSerde(internal)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(to));
  }

  /** Gives the records of one class another key; the rest keeps its own. */
  public <T extends SpecificRecord> KStream<String, SpecificRecord> keyed(
      KStream<String, SpecificRecord> from, String name, Class<T> type, Function<T, String> key) {
    return from.selectKey(
        (old, value) -> type.isInstance(value) ? key.apply(type.cast(value)) : old,
        Named.as("by-" + name));
  }

  /** Two edges of one stage. */
  public KStream<String, SpecificRecord> both(
      KStream<String, SpecificRecord> one, KStream<String, SpecificRecord> other, String name) {
    return one.merge(other, Named.as(name));
  }

  /** Writes records of these classes to a result topic. */
  public void publish(
      KStream<String, SpecificRecord> from,
      String name,
      String topic,
      PublicSink sink,
      List<Class<? extends SpecificRecord>> types) {
    Serde<SpecificRecord> serde = Serdes.serdeFrom(sink, internal.deserializer());
    from.process(
            () -> new Sieve(value -> types.contains(value.getClass())), Named.as("select-" + name))
        .to(
            topic,
            Produced.with(Serdes.String(), serde)
                .withStreamPartitioner(Multicast.ofTime())
                .withName("publish-" + name));
  }

  public Topology build() {
    return builder.build();
  }

  /** Whether a record goes along this edge, which carries records of these classes. */
  static boolean travels(
      SpecificRecord value, String edge, Set<Class<? extends SpecificRecord>> types) {
    return types.contains(value.getClass())
        || (value instanceof Tick tick && tick.getEdge().equals(edge));
  }

  private static StoreBuilder<StageStore> store(String name) {
    return StageStore.builder(
        name, Map.of("segment.bytes", "67108864", "min.cleanable.dirty.ratio", "0.2"));
  }
}
