package org.stswatch.stream;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a stage in memory, and what was written to its changelog since the last commit.
 */
final class SimulatedStore implements KeyValueStore<Bytes, byte[]> {
  private final String name;
  private final NavigableMap<Bytes, byte[]> entries = new TreeMap<>();
  private final Map<Bytes, byte @Nullable []> written = new TreeMap<>();

  /** Restored from what is committed of its changelog, as far as it is restored at all. */
  SimulatedStore(String name, Map<Bytes, byte[]> changelog, Predicate<Bytes> restored) {
    this.name = name;
    changelog.forEach(
        (key, value) -> {
          if (restored.test(key)) {
            entries.put(key, value);
          }
        });
  }

  /** What was written goes into the changelog. */
  void commitTo(Map<Bytes, byte[]> changelog) {
    written.forEach(
        (key, value) -> {
          if (value == null) {
            changelog.remove(key);
          } else {
            changelog.put(key, value);
          }
        });
    written.clear();
  }

  @Override
  public void put(Bytes key, byte @Nullable [] value) {
    written.put(key, value);
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, value);
    }
  }

  @Override
  public byte @Nullable [] get(Bytes key) {
    return entries.get(key);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    return new Entries(new TreeMap<>(entries.subMap(from, true, to, true)).entrySet().iterator());
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    return new Entries(new TreeMap<>(entries).entrySet().iterator());
  }

  private record Entries(Iterator<Map.Entry<Bytes, byte[]>> all)
      implements KeyValueIterator<Bytes, byte[]> {
    @Override
    public boolean hasNext() {
      return all.hasNext();
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
      Map.Entry<Bytes, byte[]> next = all.next();
      return KeyValue.pair(next.getKey(), next.getValue());
    }

    @Override
    public Bytes peekNextKey() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  @Override
  public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> all) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte @Nullable [] delete(Bytes key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long approximateNumEntries() {
    return entries.size();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {}

  @Override
  public void close() {}

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }
}
