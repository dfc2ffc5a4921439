package org.stswatch.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics that Kafka Streams makes for an application: repartition topics, through which the
 * stages speak, and changelogs, which hold their state. They are made at its first start and are
 * there as long as its state is, so that their partitions are the record of the numbers with which
 * it began: no other place could get out of step with them.
 */
public final class InternalTopics {
  private static final String CHANGELOG = "-changelog";
  private static final String LONGEST = Long.toString(Long.MAX_VALUE);

  private final String applicationId;
  private final Map<String, Integer> partitions = new TreeMap<>();

  /**
   * @param partitions by name, without the application id: {@code cell-repartition}
   */
  public InternalTopics(String applicationId, Map<String, Integer> partitions) {
    this.applicationId = applicationId;
    partitions.forEach((name, n) -> this.partitions.put(applicationId + "-" + name, n));
  }

  String applicationId() {
    return applicationId;
  }

  /** Full names. */
  Set<String> names() {
    return partitions.keySet();
  }

  /**
   * How a new one is made: as a public topic, it must keep records dated years ago, and take
   * records of any time.
   */
  public static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, LONGEST);
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, LONGEST);
    return settings;
  }

  /**
   * What is wrong with those that are there, and which are not.
   *
   * @param complete whether none may be missing
   */
  List<TopicProblem> problems(Map<String, TopicState> existing, boolean complete) {
    List<TopicProblem> problems = new ArrayList<>();
    partitions.forEach(
        (name, n) -> {
          TopicState found = existing.get(name);
          if (found != null) {
            problems.addAll(found.problemsAgainst(n, fixOfPartitions(), settings(name)));
          } else if (complete) {
            problems.add(TopicProblem.missing(name, fixOfMissing()));
          }
        });
    return problems;
  }

  private static Map<String, String> settings(String name) {
    Map<String, String> settings = new LinkedHashMap<>(settings());
    settings.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        name.endsWith(CHANGELOG)
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE);
    return settings;
  }

  private String fixOfPartitions() {
    return "application "
        + applicationId
        + " began with these partitions, and so lies its state: take their number again, or begin a"
        + " new run under another topic.prefix";
  }

  private String fixOfMissing() {
    return "application "
        + applicationId
        + " has read some of its input, and what it made of it is gone: begin a new run under"
        + " another topic.prefix, or delete its consumer group and its topics "
        + applicationId
        + "-*, and it reads all again";
  }
}
