package org.stswatch.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;

/**
 * One public topic, as it has to be.
 *
 * @param name full name, prefix included
 * @param role what it is to the processor
 * @param value class of the Avro values; empty for a topic of flat JSON
 * @param key what the key is, for people
 * @param compacted only the latest value of each key is kept
 * @param partitions number of partitions
 * @param timestamps who sets the record timestamp, which for an input is the time of receipt
 */
public record Topic(
    String name,
    Role role,
    Optional<Class<? extends SpecificRecord>> value,
    String key,
    boolean compacted,
    int partitions,
    TimestampType timestamps) {

  /** What a topic is to the processor. */
  public enum Role {
    /** Read by the processor; its record timestamps are event time. */
    INPUT,
    /** Facts: encounters, port calls, gaps. */
    FACT,
    /** Alerts. */
    ALERT,
    /** Late and rejected input. */
    REJECT
  }

  /**
   * Bytes of the largest batch. Kafka's own default, set so that a cluster with a smaller one loses
   * no alert; a reject carries at most 64 KiB of raw input, an alert some 100 KiB of evidence.
   */
  private static final int MAX_MESSAGE_BYTES = 1_048_588;

  public Topic {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          name + ": partitions must be at least 1, not " + partitions);
    }
  }

  /** Subject of the values in the schema registry (TopicNameStrategy). */
  public String subject() {
    return name + "-value";
  }

  /**
   * What a result depends on: a topic that differs in one of these is refused, never changed.
   * Records dated years ago must stay (with Kafka's default retention a replay of 2017 loses its
   * input in mid-run), and no broker may refuse a record for its time.
   */
  public Map<String, String> requiredSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
    settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    settings.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, timestamps.name);
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
    return settings;
  }

  /**
   * All settings of a new topic. The broker keeps results in the one codec that clients of every
   * language have built in: KafkaJS stops at the LZ4 in which the processor sends.
   */
  public Map<String, String> creationSettings() {
    Map<String, String> settings = new LinkedHashMap<>(requiredSettings());
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
    settings.put(TopicConfig.COMPRESSION_TYPE_CONFIG, role == Role.INPUT ? "producer" : "gzip");
    return settings;
  }
}
