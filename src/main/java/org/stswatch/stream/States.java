package org.stswatch.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The states of a step's keys, as objects. What changed is written when the transaction commits, or
 * when a key has to make room for others.
 */
final class States<S> {
  /** Keys held as objects, so that memory does not grow with the number of keys. */
  private static final int MOST_HELD = 1 << 16;

  private final StateLayout<S> layout;
  private final StepStore store;
  private final int most;
  private final Map<String, Held<S>> held = new LinkedHashMap<>();
  private final List<Held<S>> changed = new ArrayList<>();
  private final TreeMap<Long, TreeSet<String>> due;

  /** Keys with a state that are not held: while there are none, a new key need not be looked up. */
  private int stored;

  /** The states in this store; the due index is made of what is written beside them. */
  States(StateLayout<S> layout, StepStore store) {
    this(layout, store, MOST_HELD);
  }

  /**
   * The same.
   *
   * @param most keys held as objects, of those that are not in use
   */
  States(StateLayout<S> layout, StepStore store, int most) {
    this.most = most;
    this.layout = layout;
    this.store = store;
    this.due = new TreeMap<>();
    Map<String, Long> dues = store.dues();
    dues.forEach((key, dueMs) -> index(key, Result.NEVER, dueMs));
    this.stored = dues.size();
  }

  /** A key's state now, and what of it is in the store. */
  static final class Held<S> {
    final String key;
    private @Nullable S state;
    private long dueMs = Result.NEVER;
    private long writtenDueMs = Result.NEVER;
    private SortedMap<Long, SpecificRecord> written = new TreeMap<>();
    private boolean changed;
    private boolean used;
    private @Nullable Long revisedMs;

    private Held(String key) {
      this.key = key;
    }

    @Nullable S state() {
      return state;
    }

    long dueMs() {
      return dueMs;
    }

    /** Whether its side inputs were looked at since this watermark. */
    boolean isRevisedAt(long watermarkMs) {
      return revisedMs != null && revisedMs == watermarkMs;
    }

    void revisedAt(long watermarkMs) {
      revisedMs = watermarkMs;
    }
  }

  /** The key's state, empty if nothing is remembered. */
  Held<S> find(String key) {
    Held<S> known = held.get(key);
    if (known != null) {
      known.used = true;
      return known;
    }
    Held<S> found = new Held<>(key);
    found.used = true;
    SortedMap<Long, SpecificRecord> parts = new TreeMap<>();
    Long dueMs = stored == 0 ? null : store.read(key, parts);
    if (dueMs != null) {
      stored--;
      found.state = layout.join(key, parts);
      found.dueMs = dueMs;
      found.writtenDueMs = dueMs;
      found.written = parts;
    }
    held.put(key, found);
    if (held.size() > most) {
      makeRoom();
    }
    return found;
  }

  /**
   * Lets go of the key that came first, of those that were not used since they were passed over
   * here: to keep them in the order of use would cost more at each sighting.
   */
  private void makeRoom() {
    Held<S> first = held.values().iterator().next();
    while (first.used) {
      first.used = false;
      held.remove(first.key);
      held.put(first.key, first);
      first = held.values().iterator().next();
    }
    write(first);
    held.remove(first.key, first);
    stored += first.state == null ? 0 : 1;
  }

  /** Remembers this state from now on; null for nothing. */
  void put(Held<S> entry, @Nullable S state, long dueMs) {
    long then = state == null ? Result.NEVER : dueMs;
    if (state == entry.state && then == entry.dueMs) {
      return;
    }
    index(entry.key, entry.dueMs, then);
    entry.state = state;
    entry.dueMs = then;
    if (!entry.changed) {
      entry.changed = true;
      changed.add(entry);
    }
  }

  /** A key that is due at or before this time, the earliest first; null when there is none. */
  @Nullable String nextDue(long timeMs) {
    Map.Entry<Long, TreeSet<String>> first = due.firstEntry();
    return first == null || first.getKey() > timeMs ? null : first.getValue().first();
  }

  /** Writes what changed. */
  void write() {
    changed.forEach(this::write);
    changed.clear();
  }

  private void write(Held<S> entry) {
    if (!entry.changed) {
      return; // it had to make room, and was written then
    }
    entry.changed = false;
    S state = entry.state;
    SortedMap<Long, SpecificRecord> now = state == null ? new TreeMap<>() : layout.split(state);
    boolean dueMoved = entry.dueMs != entry.writtenDueMs;
    now.forEach(
        (part, value) -> {
          boolean first = part.equals(StepStore.FIRST_PART);
          if (entry.written.get(part) != value || (first && dueMoved)) {
            store.write(entry.key, part, value, entry.dueMs);
          }
        });
    for (Long part : entry.written.keySet()) {
      if (!now.containsKey(part)) {
        store.remove(entry.key, part);
      }
    }
    entry.written = now;
    entry.writtenDueMs = entry.dueMs;
    if (state == null) {
      held.remove(entry.key, entry);
    }
  }

  private void index(String key, long before, long after) {
    if (before == after) {
      return;
    }
    if (before != Result.NEVER) {
      TreeSet<String> keys = due.get(before);
      if (keys != null && keys.remove(key) && keys.isEmpty()) {
        due.remove(before);
      }
    }
    if (after != Result.NEVER) {
      due.computeIfAbsent(after, t -> new TreeSet<>()).add(key);
    }
  }
}
