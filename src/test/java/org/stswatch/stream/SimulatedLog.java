package org.stswatch.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
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
  record Channel(String topic, int from, int to) {}

  private final Map<Channel, List<Message>> messages = new HashMap<>();
  private final List<Published> published = new ArrayList<>();
  private final Queue<Input> toCome = new ArrayDeque<>();

  private record Input(Channel channel, Message message) {}

  List<Message> of(Channel channel) {
    return messages.computeIfAbsent(channel, c -> new ArrayList<>());
  }

  /** A message that will come on an input topic. */
  public void input(
      String topic,
      int partition,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Headers headers,
      long receivedMs) {
    Message message = new Message(key, value, headers, receivedMs);
    toCome.add(new Input(new Channel(topic, 0, partition), message));
  }

  /** The next of them come, in the order in which they were given; false when there is none. */
  boolean receive(int most) {
    boolean any = !toCome.isEmpty();
    for (int n = 0; n < most && !toCome.isEmpty(); n++) {
      Input next = toCome.remove();
      of(next.channel).add(next.message);
    }
    return any;
  }

  void publish(List<Published> committed) {
    published.addAll(committed);
  }

  /** The results in the order in which they were committed. */
  public List<Published> published() {
    return published;
  }
}
