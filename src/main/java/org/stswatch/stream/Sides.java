package org.stswatch.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * The side inputs of a stage and the keys that depend on them, in memory; what changed is written
 * when the transaction commits.
 */
final class Sides implements Side {
  private static final TreeMap<String, Entry> NONE = new TreeMap<>();

  private final Map<String, TreeMap<String, Entry>> byTopic = new HashMap<>();
  private final Map<String, TreeSet<String>> interested = new HashMap<>();
  private final Map<Place, Entry> newEntries = new LinkedHashMap<>();
  private final Map<Place, Boolean> newInterests = new LinkedHashMap<>();

  /** A side input, or a key that depends on a topic. */
  private record Place(String topic, String id) {}

  /** A side input, and when it was received first, ms since 1970. */
  record Entry(SpecificRecord value, long receivedMs) {}

  /** Those in this store. */
  static Sides in(StepStore store) {
    Sides sides = new Sides();
    store.sides(sides);
    sides.newEntries.clear();
    sides.newInterests.clear();
    return sides;
  }

  @Override
  public List<SpecificRecord> entries(String topic) {
    return entries(topic, Long.MAX_VALUE);
  }

  @Override
  public List<SpecificRecord> entries(String topic, long receivedMs) {
    List<SpecificRecord> received = new ArrayList<>();
    for (Entry e : byTopic.getOrDefault(topic, NONE).values()) {
      if (e.receivedMs() <= receivedMs) {
        received.add(e.value());
      }
    }
    return received;
  }

  /** The keys that depend on this topic. */
  List<String> interested(String topic) {
    return List.copyOf(interested.getOrDefault(topic, new TreeSet<>()));
  }

  /** As it was written. */
  void restore(String topic, String id, SpecificRecord value, long receivedMs) {
    byTopic.computeIfAbsent(topic, t -> new TreeMap<>()).put(id, new Entry(value, receivedMs));
  }

  /** Whether this changed the side input. Of one received twice the first receipt counts. */
  boolean put(Step.SideEntry place, SpecificRecord value, long receivedMs) {
    TreeMap<String, Entry> entries = byTopic.computeIfAbsent(place.topic(), t -> new TreeMap<>());
    Entry before = entries.get(place.id());
    if (before != null
        && (before.value.equals(value)
            ? before.receivedMs <= receivedMs
            : place.isKept(before.value, value))) {
      return false;
    }
    Entry now = new Entry(value, receivedMs);
    entries.put(place.id(), now);
    newEntries.put(new Place(place.topic(), place.id()), now);
    return true;
  }

  /** A key depends on these topics from now on, on those it did before. */
  void interests(String key, Set<String> before, Set<String> now) {
    if (before.equals(now)) {
      return;
    }
    for (String topic : before) {
      if (!now.contains(topic)) {
        interest(topic, key, false);
      }
    }
    for (String topic : now) {
      if (!before.contains(topic)) {
        interest(topic, key, true);
      }
    }
  }

  void interest(String topic, String key, boolean wanted) {
    Set<String> keys = interested.computeIfAbsent(topic, t -> new TreeSet<>());
    if (wanted ? keys.add(key) : keys.remove(key)) {
      newInterests.put(new Place(topic, key), wanted);
    }
    if (keys.isEmpty()) {
      interested.remove(topic);
    }
  }

  void write(StepStore store) {
    newEntries.forEach((at, entry) -> store.writeSide(at.topic(), at.id(), entry));
    newInterests.forEach((at, wanted) -> store.writeInterest(at.topic(), at.id(), wanted));
    newEntries.clear();
    newInterests.clear();
  }
}
