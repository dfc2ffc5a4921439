package org.stswatch.stream;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.record.TimestampType;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.stream.Topic.Role;

/**
 * The public topics of the live system, or of one replay run. All input topics have the same number
 * of partitions, so that what is keyed alike lies in the same task.
 *
 * @param prefix start of every name, with its last dot: {@code sts.}, or {@code sts.R.} for run R
 * @param inputTimestamps LogAppendTime live: one clock, the broker's, for any number of producers;
 *     CreateTime in a replay, where one writer sets the time of receipt
 * @param inputPartitions partitions of each input topic
 * @param resultPartitions partitions of each topic of facts, alerts and rejects
 */
public record Topics(
    String prefix, TimestampType inputTimestamps, int inputPartitions, int resultPartitions) {

  /** Prefix of the live topics. */
  public static final String DEFAULT_PREFIX = "sts.";

  /** Partitions of an input topic unless told otherwise. */
  public static final int DEFAULT_INPUT_PARTITIONS = 4;

  /**
   * One, because results are few (thousands among hundreds of millions of sightings), each further
   * partition widens every transaction, and a subscriber of one partition reads in one order.
   */
  public static final int DEFAULT_RESULT_PARTITIONS = 1;

  // Topic names allow dots and hyphens too, but those end the run's part of a topic name and of an
  // internal topic name: with them deleting run `a` would delete run `a-b`.
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9_]{1,64}");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,100}\\.");

  public Topics {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "topic prefix must be letters, digits, '_', '-' or '.' and end with a dot: " + prefix);
    }
  }

  /** The topics of the live system. */
  public static Topics live() {
    return live(DEFAULT_PREFIX, DEFAULT_INPUT_PARTITIONS, DEFAULT_RESULT_PARTITIONS);
  }

  /** The topics of a live system of its own prefix. */
  public static Topics live(String prefix, int inputPartitions, int resultPartitions) {
    return new Topics(prefix, TimestampType.LOG_APPEND_TIME, inputPartitions, resultPartitions);
  }

  /**
   * The topics of one replay run.
   *
   * @throws IllegalArgumentException if the run id is not 1 to 64 letters, digits or underscores,
   *     or would take in live topics ({@code alerts} would, for {@code sts.alerts.json})
   */
  public static Topics replay(String runId, int inputPartitions, int resultPartitions) {
    if (!RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException(
          "run id must be 1 to 64 letters, digits or underscores: " + runId);
    }
    String prefix = DEFAULT_PREFIX + runId + ".";
    if (live().all().stream().anyMatch(topic -> topic.name().startsWith(prefix))) {
      throw new IllegalArgumentException("run id is the name of a live topic: " + runId);
    }
    return new Topics(prefix, TimestampType.CREATE_TIME, inputPartitions, resultPartitions);
  }

  /** Whether this is a replay run, which may be deleted as a whole. */
  public boolean isReplay() {
    return inputTimestamps == TimestampType.CREATE_TIME;
  }

  /** Application id of Kafka Streams; its internal topics are named after it. */
  public String applicationId() {
    return prefix.substring(0, prefix.length() - 1);
  }

  public Topic sightings() {
    return input("sightings", VesselSighting.class, "vessel key: MMSI, or detection id", false);
  }

  public Topic voyageStatements() {
    return input("voyage-statements", VoyageStatement.class, "MMSI", false);
  }

  public Topic reports() {
    return input("reports", VesselReport.class, "report id", false);
  }

  /**
   * Compacted in a live system, which refuses records without a key: a heartbeat here needs one. A
   * replay's own is not: compaction keeps what was written last, and what counts of an entry is
   * what was published last, so that the result would hang on when the broker cleans.
   */
  public Topic watchlist() {
    return input("watchlist", WatchlistEntry.class, "list entry id", !isReplay());
  }

  public Topic encounters() {
    return result("encounters", Role.FACT, Encounter.class, "fact id", false);
  }

  public Topic portCalls() {
    return result("port-calls", Role.FACT, PortCall.class, "fact id", false);
  }

  public Topic gaps() {
    return result("gaps", Role.FACT, Gap.class, "fact id", false);
  }

  /** Every revision of every alert. */
  public Topic alerts() {
    return result("alerts", Role.ALERT, Alert.class, "alert id", false);
  }

  /** The latest revision of each alert. */
  public Topic alertsCurrent() {
    return result("alerts.current", Role.ALERT, Alert.class, "alert id", true);
  }

  /** Every revision as flat JSON, for subscribers without Avro. */
  public Topic alertsJson() {
    return topic("alerts.json", Role.ALERT, Optional.empty(), "alert id", false);
  }

  public Topic rejects() {
    return result("rejects", Role.REJECT, Reject.class, "source id", false);
  }

  /** The input topics. */
  public List<Topic> inputs() {
    return List.of(sightings(), voyageStatements(), reports(), watchlist());
  }

  /** The topics that the processor writes. */
  public List<Topic> results() {
    return List.of(
        encounters(), portCalls(), gaps(), alerts(), alertsCurrent(), alertsJson(), rejects());
  }

  /** All topics, inputs first. */
  public List<Topic> all() {
    return Stream.concat(inputs().stream(), results().stream()).toList();
  }

  private Topic input(
      String name, Class<? extends SpecificRecord> value, String key, boolean compacted) {
    return topic(name, Role.INPUT, Optional.of(value), key, compacted);
  }

  private Topic result(
      String name,
      Role role,
      Class<? extends SpecificRecord> value,
      String key,
      boolean compacted) {
    return topic(name, role, Optional.of(value), key, compacted);
  }

  private Topic topic(
      String name,
      Role role,
      Optional<Class<? extends SpecificRecord>> value,
      String key,
      boolean compacted) {
    boolean input = role == Role.INPUT;
    return new Topic(
        prefix + name,
        role,
        value,
        key,
        compacted,
        input ? inputPartitions : resultPartitions,
        input ? inputTimestamps : TimestampType.CREATE_TIME);
  }
}
