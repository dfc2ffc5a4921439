package org.stswatch.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.MeasurableStat;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.stswatch.stream.Counters.Name;

/**
 * The counters of one processor as metrics of Kafka Streams, and so in JMX: group {@value #GROUP},
 * tags thread-id, stage and partition, the gate also topic. They show the numbers of the store and
 * own none; each is read when somebody asks, so that a message costs nothing.
 */
final class CounterGauges implements AutoCloseable {
  static final String GROUP = "sts-conservation";

  /** Lag of a stage to which not every upstream partition has spoken. */
  static final long NO_WATERMARK_YET = -1;

  private final StreamsMetrics metrics;
  private final Sensor sensor;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private long highestReceivedMs;

  private CounterGauges(ProcessorContext<?, ?> context, String stage, Map<String, String> more) {
    tags.put("thread-id", Thread.currentThread().getName());
    tags.put("stage", stage);
    tags.put("partition", Integer.toString(context.taskId().partition()));
    tags.putAll(more);
    metrics = context.metrics();
    sensor = metrics.addSensor(GROUP + tags, Sensor.RecordingLevel.INFO);
  }

  /**
   * Of a stage.
   *
   * @param watermarkMs as the stage has reached it
   */
  static CounterGauges ofStage(
      ProcessorContext<?, ?> context, String stage, Counters counters, LongSupplier watermarkMs) {
    CounterGauges gauges = new CounterGauges(context, stage, Map.of()).show(counters);
    return gauges.lag(() -> gauges.highestReceivedMs, watermarkMs);
  }

  /** Of the gate, on one input topic. */
  static CounterGauges ofGate(
      ProcessorContext<?, ?> context, String topic, Counters counters, LongSupplier watermarkMs) {
    return new CounterGauges(context, "gate", Map.of("topic", topic))
        .show(counters)
        .lag(() -> counters.get(Name.HIGHEST_RECEIVED_MS), watermarkMs);
  }

  /** A message that was received at this time has come to the stage. */
  void received(long receivedMs) {
    if (receivedMs > highestReceivedMs) {
      highestReceivedMs = receivedMs;
    }
  }

  private CounterGauges show(Counters counters) {
    for (Name name : Name.values()) {
      if (name.isCount()) {
        gauge(name.published(), "messages", () -> counters.get(name));
      }
    }
    return this;
  }

  /** How far the watermark is behind the highest time of receipt. */
  private CounterGauges lag(LongSupplier highestMs, LongSupplier watermarkMs) {
    return gauge(
        "watermarkLagMs",
        "ms; " + NO_WATERMARK_YET + " while there is no watermark",
        () -> lagMs(highestMs.getAsLong(), watermarkMs.getAsLong()));
  }

  private static long lagMs(long highestMs, long watermarkMs) {
    return watermarkMs == Watermarks.NONE
        ? NO_WATERMARK_YET
        : Math.max(0, highestMs - watermarkMs); // END is beyond all
  }

  private CounterGauges gauge(String name, String unit, LongSupplier value) {
    sensor.add(new MetricName(name, GROUP, unit, tags), new Shown(value));
    return this;
  }

  @Override
  public void close() {
    metrics.removeSensor(sensor);
  }

  /** Read by another thread than the one that counts: a glance, not a transaction. */
  private record Shown(LongSupplier value) implements MeasurableStat {
    @Override
    public void record(MetricConfig config, double recorded, long timeMs) {}

    @Override
    public double measure(MetricConfig config, long nowMs) {
      return value.getAsLong();
    }
  }
}
