package org.stswatch.stream;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The topology as it ships, written down instead of handed to Kafka Streams, so that a simulation
 * can run its nodes one record at a time. The steps, processors, stores and partitioners are those
 * of the program; what Kafka Streams itself would do (filter, re-key, repartition) is done here.
 */
public final class Wiring extends Pipeline {
  /** What a node makes of its place in a task: the way in, from the way out. */
  interface Maker {
    Consumer<Record<String, SpecificRecord>> in(
        SimulatedTask task, Consumer<Record<String, SpecificRecord>> out);
  }

  /** A node; what comes out of it goes to all that hang on it. */
  static final class Node {
    final Maker maker;
    final List<Node> next = new ArrayList<>();

    Node(Maker maker) {
      this.maker = maker;
    }
  }

  /** What one task runs: from the topics that it reads to those that it writes. */
  static final class Part {
    final int partitions;

    /** First node by edge; its repartition topic has the name of the edge. */
    final Map<String, Node> sources = new TreeMap<>();

    /** Upstream partitions by edge. */
    final Map<String, Integer> upstreams = new TreeMap<>();

    @Nullable GateSettings gate;
    final Set<String> stores = new TreeSet<>();
    @Nullable Part mergedInto;

    Part(int partitions) {
      this.partitions = partitions;
    }

    Part whole() {
      return mergedInto == null ? this : mergedInto.whole();
    }
  }

  private record Place(Node node, Part part) {}

  private final Map<KStream<String, SpecificRecord>, Place> places = new IdentityHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Breaker breaker;

  /** Makes another step of each: a control leaves out a rule. */
  public interface Breaker {
    <S> Step<S> apply(Step<S> step);
  }

  public Wiring(Breaker breaker) {
    super(new StreamsBuilder(), false);
    this.breaker = breaker;
  }

  /** The parts in the order in which the data moves. */
  List<Part> parts() {
    return parts.stream().filter(p -> p.mergedInto == null).toList();
  }

  @Override
  public KStream<String, SpecificRecord> gate(GateSettings settings) {
    Part part = new Part(settings.partitions());
    part.gate = settings;
    part.stores.add(settings.store());
    Node node = new Node((task, out) -> out);
    part.sources.put("gate", node);
    parts.add(part);
    return handle(new Place(node, part));
  }

  @Override
  public <S> KStream<String, SpecificRecord> step(
      KStream<String, SpecificRecord> in, Step<S> step, Stage stage, boolean ownStore) {
    Step<S> run = breaker.apply(step);
    part(in).stores.add(step.name());
    return hang(in, (task, out) -> task.begin(new StepProcessor<>(run, stage, task.serde), out));
  }

  @Override
  public KStream<String, SpecificRecord> within(
      KStream<String, SpecificRecord> from,
      String edge,
      Set<Class<? extends SpecificRecord>> types) {
    return filter(from, value -> travels(value, edge, types));
  }

  @Override
  public KStream<String, SpecificRecord> edge(
      KStream<String, SpecificRecord> from,
      String edge,
      int partitions,
      Set<Class<? extends SpecificRecord>> types,
      Multicast to) {
    hang(
        within(from, edge, types),
        (task, out) ->
            r ->
                to.partitions(edge, r.key(), r.value(), partitions)
                    .orElseThrow()
                    .forEach(p -> task.send(edge, p, r)));
    Part part = new Part(partitions);
    Node source = new Node((task, out) -> out);
    part.sources.put(edge, source);
    part.upstreams.put(edge, part(from).partitions);
    parts.add(part);
    return handle(new Place(source, part));
  }

  @Override
  public <T extends SpecificRecord> KStream<String, SpecificRecord> keyed(
      KStream<String, SpecificRecord> from, String name, Class<T> type, Function<T, String> key) {
    UnaryOperator<Record<String, SpecificRecord>> rekeyed =
        r -> type.isInstance(r.value()) ? r.withKey(key.apply(type.cast(r.value()))) : r;
    return hang(from, (task, out) -> r -> out.accept(rekeyed.apply(r)));
  }

  @Override
  public KStream<String, SpecificRecord> both(
      KStream<String, SpecificRecord> one, KStream<String, SpecificRecord> other, String name) {
    Part whole = part(one);
    Part joining = part(other);
    if (joining != whole) {
      whole.sources.putAll(joining.sources);
      whole.upstreams.putAll(joining.upstreams);
      joining.mergedInto = whole;
    }
    KStream<String, SpecificRecord> merged = hang(one, (task, out) -> out);
    place(other).node.next.add(place(merged).node);
    return merged;
  }

  @Override
  public void publish(
      KStream<String, SpecificRecord> from,
      String name,
      String topic,
      PublicSink sink,
      List<Class<? extends SpecificRecord>> types) {
    hang(
        filter(from, value -> types.contains(value.getClass())),
        (task, out) -> r -> task.publish(topic, r.value()));
  }

  @Override
  public Topology build() {
    return new Topology();
  }

  private KStream<String, SpecificRecord> filter(
      KStream<String, SpecificRecord> from, Predicate<SpecificRecord> keep) {
    return hang(
        from,
        (task, out) ->
            r -> {
              if (keep.test(r.value())) {
                out.accept(r);
              }
            });
  }

  private KStream<String, SpecificRecord> hang(KStream<String, SpecificRecord> on, Maker maker) {
    Node node = new Node(maker);
    place(on).node.next.add(node);
    return handle(new Place(node, part(on)));
  }

  private Place place(KStream<String, SpecificRecord> stream) {
    return Objects.requireNonNull(places.get(stream));
  }

  private Part part(KStream<String, SpecificRecord> stream) {
    return place(stream).part.whole();
  }

  /** The topology only hands them on, and calls none of their methods. */
  @SuppressWarnings("unchecked")
  private KStream<String, SpecificRecord> handle(Place place) {
    KStream<String, SpecificRecord> handle =
        (KStream<String, SpecificRecord>)
            Proxy.newProxyInstance(
                Wiring.class.getClassLoader(),
                new Class<?>[] {KStream.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    places.put(handle, place);
    return handle;
  }
}
