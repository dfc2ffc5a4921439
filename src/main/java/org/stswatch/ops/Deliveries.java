package org.stswatch.ops;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.Topic;

/** Counts the messages of one topic that the broker has taken, and tells of what it has not. */
final class Deliveries implements Callback {
  private final Topic topic;
  private final AtomicReference<Exception> failure;
  private final AtomicLongArray taken;

  /**
   * @param failure takes the first
   */
  Deliveries(Topic topic, AtomicReference<Exception> failure) {
    this.topic = topic;
    this.failure = failure;
    this.taken = new AtomicLongArray(topic.partitions());
  }

  @Override
  public void onCompletion(RecordMetadata metadata, @Nullable Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    } else {
      taken.incrementAndGet(metadata.partition());
    }
  }

  String topic() {
    return topic.name();
  }

  /** How many, by partition; of those without a message nothing. */
  Map<TopicPartition, Long> byPartition() {
    Map<TopicPartition, Long> counts = new HashMap<>();
    for (int p = 0; p < taken.length(); p++) {
      if (taken.get(p) > 0) {
        counts.put(new TopicPartition(topic.name(), p), taken.get(p));
      }
    }
    return counts;
  }
}
