package org.stswatch.stream;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a state is laid out in parts, each an entry of its own in the store: a change rewrites only
 * the parts that are not the same object as before.
 */
public interface StateLayout<S> {
  /** The parts by number, from 0 on. */
  SortedMap<Long, SpecificRecord> split(S state);

  /** The state of these parts, of this key. */
  S join(String key, SortedMap<Long, SpecificRecord> parts);

  /** A state that is one record. */
  static <S extends SpecificRecord> StateLayout<S> single(Class<S> type) {
    return new StateLayout<>() {
      @Override
      public SortedMap<Long, SpecificRecord> split(S state) {
        return new TreeMap<>(Map.of(0L, state));
      }

      @Override
      public S join(String key, SortedMap<Long, SpecificRecord> parts) {
        return type.cast(java.util.Objects.requireNonNull(parts.get(0L)));
      }
    };
  }
}
