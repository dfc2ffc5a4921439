package org.stswatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What is committed on all topics, as a reader of committed records sees it. */
public final class SimulatedLog {
  /** A record on a topic that a stage reads. */
  record Message(byte @Nullable [] key, byte @Nullable [] value, Headers headers, long timestamp) {}

  /** A record on a result topic. */
  public record Published(String topic, SpecificRecord value) {}

  /**
   * What one upstream partition writes to one partition of a topic: its order is kept. Upstream
   * partition 0 of an input topic is whoever publishes there.
   */
  record Channel(String topic, int from, int to) implements Comparable<Channel> {
    @Override
    public int compareTo(Channel other) {
      return toString().compareTo(other.toString());
    }
  }

  private final Map<Channel, List<Message>> messages = new TreeMap<>();
  private final List<Published> published = new ArrayList<>();

  List<Message> of(Channel channel) {
    return messages.computeIfAbsent(channel, c -> new ArrayList<>());
  }

  /** A message on an input topic. */
  public void input(
      String topic,
      int partition,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers,
      long receivedMs) {
    of(new Channel(topic, 0, partition)).add(new Message(key, value, headers, receivedMs));
  }

  void publish(List<Published> committed) {
    published.addAll(committed);
  }

  /** The results in the order in which they were committed. */
  public List<Published> published() {
    return published;
  }
}
