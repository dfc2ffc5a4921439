package org.stswatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A topic as the broker has it.
 *
 * @param partitions number of partitions
 * @param replicationFactor replicas of its first partition
 * @param settings every setting with its value in force
 */
public record TopicState(
    String name, int partitions, int replicationFactor, Map<String, String> settings) {

  /** What differs from the wanted topic. */
  List<TopicProblem> problemsAgainst(Topic wanted) {
    String key = wanted.role() == Topic.Role.INPUT ? "partitions" : "result.partitions";
    return problemsAgainst(
        wanted.partitions(),
        "set %s=%d, or give the run topics of its own (topic.prefix): what lies in a partition stays there"
            .formatted(key, partitions),
        wanted.requiredSettings());
  }

  /** What differs from this number of partitions and these settings. */
  List<TopicProblem> problemsAgainst(
      int wantedPartitions, String fixOfPartitions, Map<String, String> wantedSettings) {
    List<TopicProblem> problems = new ArrayList<>();
    if (partitions != wantedPartitions) {
      problems.add(TopicProblem.partitions(name, partitions, wantedPartitions, fixOfPartitions));
    }
    wantedSettings.forEach(
        (setting, value) -> {
          String found = Objects.toString(settings.get(setting), "nothing");
          if (!found.equals(value)) {
            problems.add(TopicProblem.setting(name, setting, found, value));
          }
        });
    return problems;
  }
}
