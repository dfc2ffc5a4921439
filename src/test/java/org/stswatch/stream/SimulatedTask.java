package org.stswatch.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.SimulatedLog.Channel;
import org.stswatch.stream.SimulatedLog.Message;
import org.stswatch.stream.SimulatedLog.Published;

/**
 * One partition of one part of the topology, as a task of Kafka Streams runs it under exactly-once:
 * what it wrote, sent and published since the last commit becomes valid with the next one, together
 * with its place in the input, or not at all.
 */
final class SimulatedTask {
  final Serde<SpecificRecord> serde = InternalSerde.any();
  private final TaskId id;
  private final Wiring.Part part;
  private final SimulatedLog log;
  private final StreamsMetrics metrics;
  private final Predicate<Bytes> restored;
  private final Map<Channel, Double> speeds = new HashMap<>();

  // what is committed
  private final Map<String, Map<Bytes, byte[]>> changelogs = new TreeMap<>();
  private final Map<Channel, Integer> committed = new LinkedHashMap<>();
  private final Map<String, Long> committedBeside = new TreeMap<>();

  // what is lost in a crash
  private final Map<Channel, Integer> read = new LinkedHashMap<>();
  private final Map<Wiring.Node, Consumer<Record<String, SpecificRecord>>> made =
      new IdentityHashMap<>();
  private final Map<String, Long> besideOffsets = new TreeMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Published> published = new ArrayList<>();
  private final Map<String, SimulatedStore> entries = new TreeMap<>();
  private final Map<String, StageStore> stores = new TreeMap<>();
  private @Nullable Gate gate;
  private @Nullable RecordMetadata at;
  private int since;

  private record Sent(Channel channel, Message message) {}

  private record At(String topic, int partition, long offset) implements RecordMetadata {}

  /**
   * @param restored which entries of the changelog are read again after a crash
   * @param random draws how fast each channel is read against the others
   */
  @SuppressWarnings("NullAway.Init") // begin() is the constructor of a task
  SimulatedTask(
      TaskId id,
      Wiring.Part part,
      SimulatedLog log,
      StreamsMetrics metrics,
      Predicate<Bytes> restored,
      Random random) {
    this.id = id;
    this.part = part;
    this.log = log;
    this.metrics = metrics;
    this.restored = restored;
    channels()
        .forEach(
            channel -> {
              committed.put(channel, 0);
              speeds.put(channel, Lot.speed(random));
            });
    begin();
  }

  private List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    if (part.gate != null) {
      part.gate.inputs().keySet().stream()
          .sorted()
          .forEach(topic -> channels.add(new Channel(topic, 0, id.partition())));
    }
    part.upstreams.forEach(
        (edge, upstreams) -> {
          for (int from = 0; from < upstreams; from++) {
            channels.add(new Channel(edge, from, id.partition()));
          }
        });
    return channels;
  }

  /** New objects on the committed state, as after a crash. */
  void begin() {
    read.putAll(committed);
    besideOffsets.clear();
    besideOffsets.putAll(committedBeside);
    made.clear();
    sent.clear();
    published.clear();
    since = 0;
    for (String name : part.stores) {
      var changelog = changelogs.computeIfAbsent(name, n -> new TreeMap<>());
      SimulatedStore restoredEntries = new SimulatedStore(name, changelog, restored);
      StageStore store = new StageStore(restoredEntries);
      store.init(SimulatedContext.ofStore(id), store);
      entries.put(name, restoredEntries);
      stores.put(name, store);
    }
    part.sources.values().forEach(this::make);
    if (part.gate != null) {
      gate = new Gate(part.gate, serde);
      gate.init(context(make(Objects.requireNonNull(part.sources.get("gate")))));
    }
  }

  private Consumer<Record<String, SpecificRecord>> make(Wiring.Node node) {
    Consumer<Record<String, SpecificRecord>> known = made.get(node);
    if (known == null) {
      var next = node.next.stream().map(this::make).toList();
      known = node.maker.in(this, r -> next.forEach(n -> n.accept(r)));
      made.put(node, known);
    }
    return known;
  }

  /** Begins a processor of this task. */
  Consumer<Record<String, SpecificRecord>> begin(
      StepProcessor<?> processor, Consumer<Record<String, SpecificRecord>> out) {
    processor.init(context(out));
    return processor::process;
  }

  private ProcessorContext<String, SpecificRecord> context(
      Consumer<Record<String, SpecificRecord>> out) {
    return SimulatedContext.of(id, stores, metrics, () -> at, besideOffsets, out);
  }

  void send(String edge, int to, Record<String, SpecificRecord> r) {
    byte[] key = r.key().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] value = serde.serializer().serialize(edge, r.value());
    Message message = new Message(key, value, new RecordHeaders(), r.timestamp());
    sent.add(new Sent(new Channel(edge, id.partition(), to), message));
  }

  void publish(String topic, SpecificRecord value) {
    published.add(new Published(topic, value));
  }

  /** Whether there is something to read. */
  boolean ready() {
    return read.entrySet().stream().anyMatch(e -> e.getValue() < log.of(e.getKey()).size());
  }

  /** Processes the next record of one of the channels that have one. */
  void process(Random random) {
    List<Channel> ready =
        read.entrySet().stream()
            .filter(e -> e.getValue() < log.of(e.getKey()).size())
            .map(Map.Entry::getKey)
            .toList();
    Channel channel = Lot.draw(ready, c -> Objects.requireNonNull(speeds.get(c)), random);
    int offset = Objects.requireNonNull(read.get(channel));
    Message m = log.of(channel).get(offset);
    at = new At(channel.topic(), id.partition(), offset);
    if (gate != null) {
      gate.process(new Record<>(m.key(), m.value(), m.timestamp(), m.headers()));
    } else {
      String key =
          new String(Objects.requireNonNull(m.key()), java.nio.charset.StandardCharsets.UTF_8);
      SpecificRecord value = serde.deserializer().deserialize(channel.topic(), m.value());
      make(Objects.requireNonNull(part.sources.get(channel.topic())))
          .accept(new Record<>(key, value, m.timestamp()));
    }
    read.put(channel, offset + 1);
    since++;
  }

  /** How many records were processed since the last commit. */
  int since() {
    return since;
  }

  void commit() {
    stores.values().forEach(StageStore::flushCache);
    entries.forEach(
        (name, written) -> written.commitTo(Objects.requireNonNull(changelogs.get(name))));
    committed.putAll(read);
    committedBeside.putAll(besideOffsets);
    sent.forEach(s -> log.of(s.channel).add(s.message));
    sent.clear();
    log.publish(published);
    published.clear();
    since = 0;
  }

  /**
   * What Kafka Streams does with a corrupted task before its thread is replaced: closes it without
   * a commit and begins the same store again.
   */
  void revive() {
    for (StageStore store : stores.values()) {
      store.clearCache();
      store.close();
      store.init(SimulatedContext.ofStore(id), store);
    }
  }
}
