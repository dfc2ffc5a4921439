package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One measured run of the processor.
 *
 * @param startSeconds from the start of the processor to its first poll: not in {@code cost}
 * @param cost from the first poll to END on all result topics
 * @param tailSeconds the last part of it: from the last poll of input to the end
 * @param interruptions how often partitions were taken away in mid-run: above 0 the figures are
 *     those of a machine too busy
 * @param sightings read
 * @param memory at its highest
 * @param changelog sent to the changelogs of the stores
 * @param repartition sent to the next stages
 * @param counts where every message went
 * @param acceptedSha256 of what counted
 * @param resultSha256 of what was concluded
 */
record BenchRun(
    double startSeconds,
    Meter.Cost cost,
    double tailSeconds,
    int interruptions,
    long sightings,
    PeakMemory memory,
    Traffic changelog,
    Traffic repartition,
    Counts counts,
    String acceptedSha256,
    String resultSha256) {

  double perSecond() {
    return sightings / cost.seconds();
  }

  /** CPU of processor and broker for one sighting, microseconds. */
  double cpuMicros() {
    return cost.allCpuSeconds() / sightings * 1e6;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sightingsPerSecond", Math.round(perSecond()));
    json.put("seconds", rounded(cost.seconds()));
    json.put("startSeconds", rounded(startSeconds));
    json.put("tailSeconds", rounded(tailSeconds));
    json.put("interruptions", interruptions);
    json.put("cpuSeconds", rounded(cost.cpuSeconds()));
    json.put("brokerCpuSeconds", rounded(cost.brokerCpuSeconds()));
    json.put("cpuMicrosPerSighting", rounded(cpuMicros()));
    json.put("changelogBytes", changelog.bytes()).put("changelogRecords", changelog.records());
    json.put("repartitionBytes", repartition.bytes());
    json.put("repartitionRecords", repartition.records());
    json.put("heapPeakBytes", memory.heapPeakBytes());
    json.put("heapLiveBytes", memory.heapLiveBytes());
    memory.residentPeakBytes().ifPresent(n -> json.put("residentPeakBytes", n));
    memory.brokerResidentPeakBytes().ifPresent(n -> json.put("brokerResidentPeakBytes", n));
    json.set("counts", counts.json());
    json.put("acceptedSha256", acceptedSha256);
    json.put("resultSha256", resultSha256);
    return json;
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
