package org.stswatch.stream;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.VesselSighting;

/**
 * What the gate reads.
 *
 * @param time event time
 * @param partitions of every input topic
 * @param store name of the store that it shares with the first step
 * @param inputs by topic
 * @param lookout what becomes of a sighting by radar, camera or patrol
 */
public record GateSettings(
    TimeSettings time, int partitions, String store, Map<String, Input> inputs, Lookout lookout) {

  /** Tells those whom a sighting by radar, camera or patrol may concern. */
  @FunctionalInterface
  public interface Lookout {
    /**
     * To whom it goes, and as what.
     *
     * @param receivedMs when it was received, ms since 1970
     */
    List<Result.Emit> tell(VesselSighting seen, long receivedMs);
  }

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
