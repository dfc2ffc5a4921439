package org.stswatch.stream;

/**
 * Null values with a header, in place of a message: a heartbeat vouches for the time of receipt of
 * a quiet partition, END ends a replay.
 */
public final class Heartbeats {
  /** On the input topics: nothing but the time of receipt. */
  public static final String HEARTBEAT = "sts-heartbeat";

  /**
   * On a run's own topics: the end of a replay. On result topics: {@code
   * stage/partition/partitions}.
   */
  public static final String END = "sts-end";

  /** Beside END on result topics: the stage's counters as a JSON object. */
  public static final String COUNTS = "sts-counts";

  /** Beside END of the gate: sum of the hashes of the accepted sightings, hex. */
  public static final String ACCEPTED = "sts-accepted";

  private Heartbeats() {}
}
