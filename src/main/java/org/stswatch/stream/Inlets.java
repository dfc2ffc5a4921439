package org.stswatch.stream;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The input topics of one task of the gate. Several may travel on one edge, whose watermark is then
 * that of the topic farthest behind.
 */
final class Inlets {
  private final Map<String, Inlet> byTopic = new LinkedHashMap<>();
  private final Map<String, Long> passedMs = new TreeMap<>();

  /** An input topic and what is known of this task's partition of it. */
  static final class Inlet {
    final GateSettings.Input input;
    final Counters counters;
    private final CounterGauges gauges;
    private long saidMs = Watermarks.NONE;

    private Inlet(
        GateSettings.Input input, Counters counters, String topic, ProcessorContext<?, ?> context) {
      this.input = input;
      this.counters = counters;
      this.gauges = CounterGauges.ofGate(context, topic, counters, () -> saidMs);
    }
  }

  Inlets(
      Map<String, GateSettings.Input> inputs,
      Function<String, Counters> counters,
      ProcessorContext<?, ?> context) {
    new TreeMap<>(inputs)
        .forEach(
            (topic, input) ->
                byTopic.put(topic, new Inlet(input, counters.apply(topic), topic, context)));
  }

  Inlet of(String topic) {
    return Objects.requireNonNull(byTopic.get(topic));
  }

  Collection<Inlet> all() {
    return byTopic.values();
  }

  /** A topic has said so much; returns the watermark of its edge if that rose, else NONE. */
  long say(Inlet inlet, long watermarkMs) {
    if (watermarkMs <= inlet.saidMs) {
      return Watermarks.NONE;
    }
    inlet.saidMs = watermarkMs;
    String edge = inlet.input.edge();
    long least =
        byTopic.values().stream()
            .filter(other -> other.input.edge().equals(edge))
            .mapToLong(other -> other.saidMs)
            .min()
            .orElse(Watermarks.NONE);
    if (least <= passedMs.getOrDefault(edge, Watermarks.NONE)) {
      return Watermarks.NONE;
    }
    passedMs.put(edge, least);
    return least;
  }

  void close() {
    byTopic.values().forEach(inlet -> inlet.gauges.close());
  }
}
