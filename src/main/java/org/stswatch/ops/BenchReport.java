package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a bench has measured.
 *
 * @param sightings in the input
 * @param publishing what it took to read the input twice and to publish it
 * @param decodedPerSecond floor: sightings decoded by one thread
 * @param decodedPerSecondByAll floor: by all threads
 * @param threads of the processor
 * @param pairs each run with the pass-through floor measured just before
 */
record BenchReport(
    long sightings,
    Meter.Cost publishing,
    double decodedPerSecond,
    double decodedPerSecondByAll,
    int threads,
    List<Pair> pairs) {

  BenchReport {
    pairs = List.copyOf(pairs);
  }

  /** A run and its floor. */
  record Pair(Meter.Cost floor, BenchRun run) {}

  /** The first run pays for the compiler: the others count, where there are any. */
  private List<Pair> warm() {
    return pairs.size() == 1 ? pairs : pairs.subList(1, pairs.size());
  }

  /** Median of the warm runs. */
  double median(ToDoubleFunction<Pair> of) {
    double[] sorted = warm().stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double floorPerSecond(Pair pair) {
    return sightings / pair.floor().seconds();
  }

  double floorCpuMicros(Pair pair) {
    return pair.floor().allCpuSeconds() / sightings * 1e6;
  }

  /** All runs gave one result. */
  boolean agrees() {
    return pairs.stream()
            .map(p -> p.run().resultSha256() + p.run().acceptedSha256())
            .distinct()
            .count()
        == 1;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sightings", sightings).put("threads", threads);
    ObjectNode published = json.putObject("publishing");
    published.put("seconds", BenchRun.rounded(publishing.seconds()));
    published.put("cpuSeconds", BenchRun.rounded(publishing.cpuSeconds()));
    published.put("brokerCpuSeconds", BenchRun.rounded(publishing.brokerCpuSeconds()));
    json.put("decodedPerSecond", Math.round(decodedPerSecond));
    json.put("decodedPerSecondByAllThreads", Math.round(decodedPerSecondByAll));
    ArrayNode runs = json.putArray("runs");
    for (Pair pair : pairs) {
      ObjectNode run = runs.addObject();
      run.put("passThroughPerSecond", Math.round(floorPerSecond(pair)));
      run.put("passThroughCpuMicros", BenchRun.rounded(floorCpuMicros(pair)));
      run.setAll(pair.run().json());
    }
    ObjectNode median = json.putObject("median");
    median.put("sightingsPerSecond", Math.round(median(p -> p.run().perSecond())));
    median.put("cpuMicrosPerSighting", BenchRun.rounded(median(p -> p.run().cpuMicros())));
    median.put("passThroughPerSecond", Math.round(median(this::floorPerSecond)));
    median.put("passThroughCpuMicros", BenchRun.rounded(median(this::floorCpuMicros)));
    median.put("ofPassThrough", BenchRun.rounded(ratio()));
    median.put("ofPassThroughByCpu", BenchRun.rounded(cpuRatio()));
    json.put("resultsAgree", agrees());
    return json;
  }

  private double ratio() {
    return median(p -> p.run().perSecond() / floorPerSecond(p));
  }

  private double cpuRatio() {
    return median(p -> floorCpuMicros(p) / p.run().cpuMicros());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%,d sightings published in %.1f s (files read twice; %.1f s CPU, broker %.1f s)",
        sightings,
        publishing.seconds(),
        publishing.cpuSeconds(),
        publishing.brokerCpuSeconds());
    line(
        text,
        "floor: decoding alone %,.0f/s with 1 thread, %,.0f/s with %d",
        decodedPerSecond,
        decodedPerSecondByAll,
        threads);
    for (int i = 0; i < pairs.size(); i++) {
      run(text, i + 1, pairs.get(i));
    }
    line(
        text,
        "median%s: %,.0f sightings/s, %.2f us CPU each; pass-through %,.0f/s, %.2f us;"
            + " ratio %.2f (by CPU %.2f)",
        pairs.size() > 1 ? " without run 1" : "",
        median(p -> p.run().perSecond()),
        median(p -> p.run().cpuMicros()),
        median(this::floorPerSecond),
        median(this::floorCpuMicros),
        ratio(),
        cpuRatio());
    BenchRun last = pairs.get(pairs.size() - 1).run();
    line(text, "accepted %s%nresult   %s", last.acceptedSha256(), last.resultSha256());
    return agrees() ? text.toString() : text + "THE RUNS DIFFER IN THEIR RESULTS\n";
  }

  private void run(StringBuilder text, int number, Pair pair) {
    BenchRun run = pair.run();
    line(
        text,
        "run %d: %,.0f sightings/s: %.2f s (start %.1f before, tail %.1f), CPU %.2f s + broker"
            + " %.2f s = %.2f us each",
        number,
        run.perSecond(),
        run.cost().seconds(),
        run.startSeconds(),
        run.tailSeconds(),
        run.cost().cpuSeconds(),
        run.cost().brokerCpuSeconds(),
        run.cpuMicros());
    line(
        text,
        "  changelog %s in %,d records, repartition %s in %,d; heap peak %s, live %s, resident %s,"
            + " broker %s",
        mb(run.changelog().bytes()),
        run.changelog().records(),
        mb(run.repartition().bytes()),
        run.repartition().records(),
        mb(run.memory().heapPeakBytes()),
        mb(run.memory().heapLiveBytes()),
        mb(run.memory().residentPeakBytes().orElse(0)),
        mb(run.memory().brokerResidentPeakBytes().orElse(0)));
    line(
        text,
        "  %,d alerts, %,d encounters; pass-through %,.0f/s, %.2f us each%s",
        run.counts().alerts(),
        run.counts().encounters(),
        floorPerSecond(pair),
        floorCpuMicros(pair),
        remark(run));
  }

  private static String remark(BenchRun run) {
    return run.interruptions() == 0
        ? ""
        : "; INTERRUPTED " + run.interruptions() + " times: the machine is too busy";
  }

  private static String mb(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
