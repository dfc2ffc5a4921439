package org.stswatch.stream;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the gate reads.
 *
 * @param time event time
 * @param partitions of every input topic
 * @param store name of the store that it shares with the first step
 * @param inputs by topic
 */
public record GateSettings(
    TimeSettings time, int partitions, String store, Map<String, Input> inputs) {

  /**
   * An input topic.
   *
   * @param edge the edge on which its watermark travels
   * @param claims whether its messages are judged by when they were published, never by the time
   *     that they speak of
   * @param withinTask whether the reader of the edge is in the same task, so that no other
   *     partition speaks on it
   */
  public record Input(
      String edge,
      boolean claims,
      boolean withinTask,
      PublicDecoder<? extends SpecificRecord> decoder) {}

  public GateSettings {
    inputs = Map.copyOf(inputs);
  }
}
