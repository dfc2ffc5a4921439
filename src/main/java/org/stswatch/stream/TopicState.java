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

  /** What differs from the wanted topic, a line each: topic, setting, found, wanted. */
  List<String> problemsAgainst(Topic wanted) {
    List<String> problems = new ArrayList<>();
    if (partitions != wanted.partitions()) {
      problems.add(line("partitions", Integer.toString(partitions), "" + wanted.partitions()));
    }
    wanted
        .requiredSettings()
        .forEach(
            (setting, value) -> {
              String found = Objects.toString(settings.get(setting), "nothing");
              if (!found.equals(value)) {
                problems.add(line(setting, found, value));
              }
            });
    return problems;
  }

  private String line(String setting, String found, String wanted) {
    return "topic %s: %s is %s, must be %s".formatted(name, setting, found, wanted);
  }
}
