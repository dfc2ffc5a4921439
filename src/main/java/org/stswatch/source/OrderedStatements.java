package org.stswatch.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings each vessel's statements into the order of time before they are thinned, so that what a
 * replay publishes is a function of the set of rows, never of their order. A statement waits until
 * the vessel has been heard so much later that nothing can come before it any more; where the rows
 * of a vessel are in order, until she is heard next. Not thread-safe.
 */
public final class OrderedStatements {
  private static final Comparator<Item.Stated> BY_TIME_AND_VESSEL =
      Comparator.<Item.Stated>comparingLong(OrderedStatements::timeMs)
          .thenComparing(s -> s.statement().getMmsi())
          .thenComparing(s -> s.statement().getStatementId());

  private record Key(long timeMs, String statementId) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::timeMs).thenComparing(Key::statementId);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Vessel {
    private long latestMs = Long.MIN_VALUE;
    private final TreeMap<Key, Item.Stated> waiting = new TreeMap<>();
  }

  private final Map<String, Vessel> vessels = new HashMap<>();
  private final long disorderMs;

  /**
   * Waits no longer than the input needs.
   *
   * @param disorder as the {@link Survey} of the same input found it, or more
   */
  public OrderedStatements(Duration disorder) {
    this.disorderMs = disorder.toMillis();
  }

  /** Takes a statement; false when the vessel said the same at the same time before. */
  public boolean add(Item.Stated stated) {
    String id = stated.statement().getStatementId();
    return vessel(stated.statement().getMmsi())
            .waiting
            .putIfAbsent(new Key(timeMs(stated), id), stated)
        == null;
  }

  /** The vessel is heard; gives what of hers has waited long enough, in the order of time. */
  public List<Item.Stated> heard(String vesselKey, long atMs) {
    Vessel vessel = vessel(vesselKey);
    vessel.latestMs = Math.max(vessel.latestMs, atMs);
    if (vessel.waiting.isEmpty()) {
      return List.of();
    }
    List<Item.Stated> due = new ArrayList<>();
    // Of one instant all are there only when the vessel has been heard beyond it.
    while (!vessel.waiting.isEmpty()
        && vessel.waiting.firstKey().timeMs() < vessel.latestMs - disorderMs) {
      due.add(vessel.waiting.pollFirstEntry().getValue());
    }
    return due;
  }

  /** What still waits when the input is at its end, in the order of time. */
  public List<Item.Stated> rest() {
    List<Item.Stated> rest = new ArrayList<>();
    vessels.values().forEach(v -> rest.addAll(v.waiting.values()));
    vessels.clear();
    rest.sort(BY_TIME_AND_VESSEL);
    return rest;
  }

  private Vessel vessel(String key) {
    return vessels.computeIfAbsent(key, k -> new Vessel());
  }

  private static long timeMs(Item.Stated stated) {
    return stated.statement().getObservedAt().toEpochMilli();
  }

  /**
   * Finds how far back in time a vessel's messages go: of all vessels the most. A file sorted by
   * vessel is in order by this measure, however late its rows are to the clock of the whole.
   */
  public static final class Survey {
    private static final class Latest {
      private long ms = Long.MIN_VALUE;
    }

    private final Map<String, Latest> latestOfVessel = new HashMap<>();
    private long disorderMs;

    /** The vessel is heard. */
    public void heard(String vesselKey, long atMs) {
      Latest latest = latestOfVessel.computeIfAbsent(vesselKey, k -> new Latest());
      if (atMs >= latest.ms) {
        latest.ms = atMs;
      } else {
        disorderMs = Math.max(disorderMs, latest.ms - atMs);
      }
    }

    /** How far back a message goes behind one before it of the same vessel, at most. */
    public Duration disorder() {
      return Duration.ofMillis(disorderMs);
    }
  }
}
