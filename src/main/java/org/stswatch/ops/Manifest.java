package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.stswatch.stream.Topics;

/** What was run, on what, with what result: {@code manifest.json}. */
record Manifest(
    ReplayRequest request,
    List<InputFile> files,
    Topics topics,
    Duration lateness,
    double seconds) {

  Manifest {
    files = List.copyOf(files);
  }

  ObjectNode json(Counts counts, EndTracker ends, Results results) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", ProgramVersion.get());
    json.put("topics", topics.prefix() + "*");
    ArrayNode inputs = json.putArray("inputs");
    files.forEach(file -> inputs.add(file.json()));
    json.set("reading", RecordedRun.reading(request));
    Rules rules = request.rules();
    json.put("profile", rules.settings().profile()).put("scope", rules.scope());
    ObjectNode settings = json.putObject("settings");
    rules.settings().values().forEach(settings::put);
    json.put("partitions", request.partitions()).put("threads", request.threads());
    json.set("counts", counts.json());
    ObjectNode reasons = json.putObject("rejectsByReason");
    results.rejectsByReason().forEach(reasons::put);
    ObjectNode stages = json.putObject("stages");
    ends.stages().forEach(stage -> stages.set(stage, stage(stage, ends)));
    json.put("lateness", lateness.toString());
    json.put("seconds", Math.round(seconds * 1000) / 1000.0);
    json.put("recordsPerSecond", Math.round(counts.in() / seconds));
    // A clock that ran backwards makes what is accepted depend on the order of arrival.
    json.put("comparable", !results.rejectsByReason().containsKey("CLOCK"));
    json.put("acceptedSha256", ends.acceptedSha256());
    json.put("resultSha256", ResultHash.of(results));
    return json;
  }

  /** The counters of a stage: their sums, then those of each partition. */
  private static ObjectNode stage(String name, EndTracker ends) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ends.counts(name).forEach(json::put);
    ArrayNode partitions = json.putArray("partitions");
    ends.countsByPartition(name)
        .forEach(
            (partition, counts) -> {
              ObjectNode one = partitions.addObject().put("partition", partition);
              counts.forEach(one::put);
            });
    return json;
  }
}
