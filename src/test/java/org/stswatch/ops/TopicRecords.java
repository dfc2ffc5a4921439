package org.stswatch.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;

/** The raw records of a topic. */
final class TopicRecords {
  /** An open transaction that nobody ends is aborted long before. */
  private static final Duration MOST = Duration.ofMinutes(4);

  private TopicRecords() {}

  /**
   * All that has been written to a topic by now and is committed, each partition in its order. A
   * transaction may be over for its writer before its end stands in every partition: the reader
   * waits for it, where one that goes to the last committed record would miss it.
   */
  static List<ConsumerRecord<byte[], byte[]>> committed(
      Map<String, Object> client, Topics topics, Topic topic) {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(p -> new TopicPartition(topic.name(), p))
            .toList();
    Map<TopicPartition, Long> ends = written(client, topics, partitions);
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadlineNs = System.nanoTime() + MOST.toNanos();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        if (System.nanoTime() > deadlineNs) {
          throw new AssertionError("an open transaction in " + topic.name());
        }
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private static Map<TopicPartition, Long> written(
      Map<String, Object> client, Topics topics, Collection<TopicPartition> partitions) {
    String servers = String.valueOf(client.get("bootstrap.servers"));
    try (CommittedOutput broker = new CommittedOutput(servers, topics)) {
      return broker.ends(partitions, IsolationLevel.READ_UNCOMMITTED);
    }
  }
}
