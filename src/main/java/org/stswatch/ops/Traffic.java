package org.stswatch.ops;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What the producers of a processor have sent to one kind of topic, as compressed: before a cleaner
 * or a purge of the broker takes any of it away.
 */
record Traffic(long records, long bytes) {
  private static final String GROUP = "producer-topic-metrics";

  /** To the changelogs of the stores. */
  static Traffic toChangelogs(Map<MetricName, ? extends Metric> metrics) {
    return of(metrics, "-changelog");
  }

  /** To the next stages. */
  static Traffic toRepartition(Map<MetricName, ? extends Metric> metrics) {
    return of(metrics, "-repartition");
  }

  private static Traffic of(Map<MetricName, ? extends Metric> metrics, String suffix) {
    return new Traffic(
        sum(metrics, "record-send-total", suffix), sum(metrics, "byte-total", suffix));
  }

  private static long sum(Map<MetricName, ? extends Metric> metrics, String name, String suffix) {
    double sum = 0;
    for (var metric : metrics.entrySet()) {
      MetricName key = metric.getKey();
      boolean wanted = key.group().equals(GROUP) && key.name().equals(name);
      if (wanted && key.tags().getOrDefault("topic", "").endsWith(suffix)) {
        sum += (double) metric.getValue().metricValue();
      }
    }
    return Math.round(sum);
  }
}
