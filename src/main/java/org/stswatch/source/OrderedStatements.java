package org.stswatch.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings each vessel's statements into the order of time before they are thinned, so that what a
 * replay publishes is a function of the set of rows, never of their order. A statement waits until
 * the vessel has been heard so much later that nothing can come before it any more; where the rows
 * of a vessel are in order, until she is heard next. Not thread-safe.
 */
public final class OrderedStatements {
  private static final Comparator<Item.Stated> BY_TIME_AND_VESSEL =
      Comparator.<Item.Stated>comparingLong(Item.Stated::statedAtMs)
          .thenComparing(Item.Stated::mmsi)
          .thenComparing(Item.Stated::statementId);

  private record Key(long timeMs, String statementId) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTime = Long.compare(timeMs, other.timeMs);
      return byTime != 0 ? byTime : statementId.compareTo(other.statementId);
    }
  }

  private static final class Vessel {
    private final boolean steady;
    private final TreeMap<Key, Item.Stated> waiting = new TreeMap<>();
    private long latestMs = Long.MIN_VALUE;
    private long firstMs = Long.MAX_VALUE;
    private long secondMs = Long.MAX_VALUE;

    Vessel(boolean steady) {
      this.steady = steady;
    }

    /** Whether a steady vessel has said the same at two earlier times, which is all that counts. */
    boolean hasConfirmed(long timeMs) {
      if (timeMs > secondMs) {
        return true;
      } else if (timeMs < firstMs) {
        secondMs = firstMs;
        firstMs = timeMs;
      } else if (timeMs > firstMs) {
        secondMs = timeMs;
      }
      return false;
    }
  }

  private final Map<String, Vessel> vessels = new HashMap<>();
  private final Predicate<String> steady;
  private final long disorderMs;

  /**
   * Waits no longer than the input needs.
   *
   * @param disorder as the {@link Survey} of the same input found it, or more
   */
  public OrderedStatements(Duration disorder) {
    this(disorder, vessel -> false);
  }

  /**
   * The same, and lets only those statements of a steady vessel wait that can be published.
   *
   * @param steady whether a vessel says one and the same throughout, as the {@link Survey} of the
   *     same input found
   */
  public OrderedStatements(Duration disorder, Predicate<String> steady) {
    this.disorderMs = disorder.toMillis();
    this.steady = steady;
  }

  /** Takes a statement; false when it is known already that it says nothing new. */
  public boolean add(Item.Stated stated) {
    Vessel vessel = vessel(stated.mmsi());
    if (vessel.steady && vessel.hasConfirmed(stated.statedAtMs())) {
      return false;
    }
    Key key = new Key(stated.statedAtMs(), stated.statementId());
    return vessel.waiting.putIfAbsent(key, stated) == null;
  }

  /** The vessel is heard; gives what of hers has waited long enough, in the order of time. */
  public List<Item.Stated> heard(String vesselKey, long atMs) {
    Vessel vessel = vessel(vesselKey);
    vessel.latestMs = Math.max(vessel.latestMs, atMs);
    if (vessel.waiting.isEmpty() || isEarly(vessel)) {
      return List.of();
    }
    List<Item.Stated> due = new ArrayList<>();
    while (!vessel.waiting.isEmpty() && !isEarly(vessel)) {
      due.add(vessel.waiting.pollFirstEntry().getValue());
    }
    return due;
  }

  /** Of one instant all are there only when the vessel has been heard beyond it. */
  private boolean isEarly(Vessel vessel) {
    return vessel.waiting.firstKey().timeMs() >= vessel.latestMs - disorderMs;
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
    Vessel vessel = vessels.get(key);
    if (vessel == null) {
      vessel = new Vessel(steady.test(key));
      vessels.put(key, vessel);
    }
    return vessel;
  }

  /**
   * Finds how far back in time a vessel's messages go: of all vessels the most. A file sorted by
   * vessel is in order by this measure, however late its rows are to the clock of the whole. Finds
   * also which vessels are steady: say one and the same throughout.
   */
  public static final class Survey {
    private static final class Known {
      private long latestMs = Long.MIN_VALUE;
      private @Nullable String statementId;
      private boolean steady = true;
    }

    private final Map<String, Known> vessels = new HashMap<>();
    private long disorderMs;

    /** The vessel is heard. */
    public void heard(String vesselKey, long atMs) {
      Known vessel = vessel(vesselKey);
      if (atMs >= vessel.latestMs) {
        vessel.latestMs = atMs;
      } else {
        disorderMs = Math.max(disorderMs, vessel.latestMs - atMs);
      }
    }

    /** The vessel says something, and is heard so. */
    public void stated(Item.Stated stated) {
      heard(stated.mmsi(), stated.statedAtMs());
      Known vessel = vessel(stated.mmsi());
      if (vessel.statementId == null) {
        vessel.statementId = stated.statementId();
      }
      vessel.steady &= !stated.part() && stated.statementId().equals(vessel.statementId);
    }

    /** How far back a message goes behind one before it of the same vessel, at most. */
    public Duration disorder() {
      return Duration.ofMillis(disorderMs);
    }

    /** Whether all statements of the vessel are one and the same. */
    public boolean isSteady(String vesselKey) {
      Known vessel = vessels.get(vesselKey);
      return vessel != null && vessel.steady;
    }

    private Known vessel(String key) {
      Known vessel = vessels.get(key);
      if (vessel == null) {
        vessel = new Known();
        vessels.put(key, vessel);
      }
      return vessel;
    }
  }
}
