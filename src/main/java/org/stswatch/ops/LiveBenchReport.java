package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * How long alerts take in a live system.
 *
 * @param ratePerSecond asked for
 * @param sightings published in the measured time
 * @param cost of publishing, processor and subscriber in the measured time, and of the broker
 * @param early alerts that came before their pair's last sighting: the measurement is wrong
 * @param missing pairs that should have made an alert and did not
 * @param gridTimes how many grid times fell into the measured time: then all slow ships are sampled
 * @param latenciesMs of each alert, the shortest first
 */
record LiveBenchReport(
    int ratePerSecond,
    long sightings,
    Meter.Cost cost,
    int early,
    int missing,
    int gridTimes,
    List<Double> latenciesMs) {

  LiveBenchReport {
    latenciesMs = latenciesMs.stream().sorted().toList();
  }

  /** The smallest latency that this part of all alerts does not exceed; NaN without alerts. */
  double quantileMs(double part) {
    int rank = (int) Math.ceil(part * latenciesMs.size());
    return latenciesMs.isEmpty() ? Double.NaN : latenciesMs.get(Math.max(rank, 1) - 1);
  }

  /** Every pair made an alert, and none too early. */
  boolean isWhole() {
    return early == 0 && missing == 0 && !latenciesMs.isEmpty();
  }

  private double perSecond() {
    return sightings / cost.seconds();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ratePerSecond", ratePerSecond).put("sightings", sightings);
    json.put("seconds", BenchRun.rounded(cost.seconds()));
    json.put("sightingsPerSecond", Math.round(perSecond()));
    json.put("cpuSeconds", BenchRun.rounded(cost.cpuSeconds()));
    json.put("brokerCpuSeconds", BenchRun.rounded(cost.brokerCpuSeconds()));
    json.put("gridTimes", gridTimes);
    json.put("alerts", latenciesMs.size()).put("early", early).put("missing", missing);
    ObjectNode latency = json.putObject("latencyMs");
    latency.put("p50", BenchRun.rounded(quantileMs(0.5)));
    latency.put("p95", BenchRun.rounded(quantileMs(0.95)));
    latency.put("p99", BenchRun.rounded(quantileMs(0.99)));
    latency.put("max", BenchRun.rounded(quantileMs(1)));
    return json;
  }

  String text() {
    String measured =
        String.format(
            Locale.ROOT,
            "%,d sightings in %.1f s: %,.0f/s of %,d asked for; CPU %.2f s + broker %.2f s;"
                + " %d grid times in between%n"
                + "%,d alerts, from publication to subscriber: p50 %.0f ms, p95 %.0f, p99 %.0f,"
                + " max %.0f%n",
            sightings,
            cost.seconds(),
            perSecond(),
            ratePerSecond,
            cost.cpuSeconds(),
            cost.brokerCpuSeconds(),
            gridTimes,
            latenciesMs.size(),
            quantileMs(0.5),
            quantileMs(0.95),
            quantileMs(0.99),
            quantileMs(1));
    return isWhole()
        ? measured
        : measured + early + " ALERTS TOO EARLY, " + missing + " PAIRS WITHOUT ALERT\n";
  }
}
