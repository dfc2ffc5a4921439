package org.stswatch.stream;

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
  private final Map<String, TreeMap<String, SpecificRecord>> byTopic = new TreeMap<>();
  private final Map<String, TreeSet<String>> interested = new TreeMap<>();
  private final Map<Place, SpecificRecord> newEntries = new LinkedHashMap<>();
  private final Map<Place, Boolean> newInterests = new LinkedHashMap<>();

  /** A side input, or a key that depends on a topic. */
  private record Place(String topic, String id) {}

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
    TreeMap<String, SpecificRecord> entries = byTopic.get(topic);
    return entries == null ? List.of() : List.copyOf(entries.values());
  }

  /** The keys that depend on this topic. */
  List<String> interested(String topic) {
    return List.copyOf(interested.getOrDefault(topic, new TreeSet<>()));
  }

  /** Whether this changed the side input. */
  boolean put(String topic, String id, SpecificRecord value) {
    SpecificRecord before = byTopic.computeIfAbsent(topic, t -> new TreeMap<>()).put(id, value);
    boolean changed = !value.equals(before);
    if (changed) {
      newEntries.put(new Place(topic, id), value);
    }
    return changed;
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
    newEntries.forEach((at, value) -> store.writeSide(at.topic(), at.id(), value));
    newInterests.forEach((at, wanted) -> store.writeInterest(at.topic(), at.id(), wanted));
    newEntries.clear();
    newInterests.clear();
  }
}
