package org.stswatch.source;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;

/**
 * Puts the parts of messages together, in any order. Memory is bounded: a message waits for so many
 * lines at most, and so many messages wait at once.
 */
final class Assembler {
  /** Parts of a message leave a receiver within a second: some hundred lines of a busy feed. */
  private static final int PATIENCE_LINES = 1000;

  /** Ten sequence numbers, two channels, a dozen stations. */
  private static final int MAX_WAITING = 256;

  /** A message with all its parts. */
  record Message(String payload, int fillBits, Heard heard) {}

  private record Key(int total, String sequence, String channel, @Nullable String station) {
    boolean mayBe(Key other) {
      return (station == null || other.station == null)
          && total == other.total
          && sequence.equals(other.sequence)
          && channel.equals(other.channel);
    }
  }

  private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
  private long lines;

  private static final class Waiting {
    final Sentence[] parts;
    final long since;
    final String origin;
    final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    Heard heard = Heard.NOTHING;
    int count;

    Waiting(int total, long since, String origin) {
      this.parts = new Sentence[total];
      this.since = since;
      this.origin = origin;
    }

    boolean lacks(Sentence part) {
      return parts[part.number() - 1] == null;
    }
  }

  /** Takes the next part; gives the message when it was the last missing one. */
  @Nullable Message add(Sentence part, Heard heard, Line line, Sink sink) {
    lines++;
    expire(sink);
    Key key = key(part, heard.station());
    Waiting message = waiting.get(key);
    if (message != null && message.parts[part.number() - 1] != null) {
      waiting.remove(key);
      refuse(message, sink);
      message = null;
    }
    if (message == null) {
      message = new Waiting(part.total(), lines, line.origin());
      waiting.put(key, message);
    }
    message.parts[part.number() - 1] = part;
    message.heard = part.number() == 1 ? heard.or(message.heard) : message.heard.or(heard);
    message.raw.writeBytes(line.copy(Format.NMEA.lineLimitBytes()));
    message.raw.write('\n');
    if (++message.count < part.total()) {
      return null;
    }
    waiting.remove(key);
    return whole(message);
  }

  /** Refuses what is not complete. */
  void end(Sink sink) {
    waiting.values().forEach(message -> refuse(message, sink));
    waiting.clear();
  }

  /**
   * The waiting message that lacks this part, else a new one. Many feeds name the station with one
   * part only, so a missing name fits any; of several the latest.
   */
  private Key key(Sentence part, @Nullable String station) {
    Key exact = new Key(part.total(), part.sequence(), part.channel(), station);
    if (waiting.containsKey(exact)) {
      return exact;
    }
    Key found = exact;
    for (Map.Entry<Key, Waiting> entry : waiting.entrySet()) {
      boolean lacksIt = entry.getKey().mayBe(exact) && entry.getValue().lacks(part);
      found = lacksIt ? entry.getKey() : found;
    }
    return found;
  }

  private void expire(Sink sink) {
    Iterator<Waiting> oldest = waiting.values().iterator();
    while (oldest.hasNext()) {
      Waiting message = oldest.next();
      if (lines - message.since <= PATIENCE_LINES && waiting.size() < MAX_WAITING) {
        return;
      }
      oldest.remove();
      refuse(message, sink);
    }
  }

  private static Message whole(Waiting message) {
    StringBuilder payload = new StringBuilder();
    int fillBits = 0;
    for (Sentence part : message.parts) {
      payload.append(part.payload());
      fillBits = part.fillBits();
    }
    return new Message(payload.toString(), fillBits, message.heard);
  }

  private static void refuse(Waiting message, Sink sink) {
    Refusal refusal =
        new Refusal(
            RejectReason.TRUNCATED, message.count + " of " + message.parts.length + " parts came");
    sink.refused(refusal, message.origin, message.raw.toByteArray());
  }
}
