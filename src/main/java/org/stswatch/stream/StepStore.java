package org.stswatch.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The one store of a stage. Besides the states of its keys it holds, under reserved first bytes,
 * the due index, the watermarks, the counters and the side inputs: each further store would widen
 * every transaction.
 *
 * <pre>
 * k key 0 part   a part of a state; part -1 is the time at which the key is due
 * d time key     due index, in the order of time
 * w edge 0 part  what an upstream partition said last
 * c name         counters
 * s topic 0 id   a side input
 * i topic 0 key  the key depends on the side inputs of this topic
 * </pre>
 */
final class StepStore {
  private static final byte[] NOTHING = {};
  private static final long DUE_PART = -1;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Serde<SpecificRecord> serde;

  StepStore(KeyValueStore<Bytes, byte[]> store, Serde<SpecificRecord> serde) {
    this.store = store;
    this.serde = serde;
  }

  /** An entry of the due index. */
  record Due(long timeMs, String key) {}

  /** What an upstream partition said last. */
  record Said(String edge, int partition, int partitions, long watermarkMs) {}

  /** The time at which the key is due; null where nothing is remembered of it. */
  @Nullable Long dueOf(String key) {
    byte[] value = store.get(partKey(key, DUE_PART));
    return value == null ? null : ByteBuffer.wrap(value).getLong();
  }

  SortedMap<Long, SpecificRecord> parts(String key) {
    SortedMap<Long, SpecificRecord> parts = new TreeMap<>();
    byte[] prefix = keyed('k', key, 0);
    scan(
        prefix,
        (k, v) -> {
          long part = ByteBuffer.wrap(k, prefix.length, Long.BYTES).getLong();
          if (part != DUE_PART) {
            parts.put(part, read(v));
          }
        });
    return parts;
  }

  void putPart(String key, long part, @Nullable SpecificRecord value) {
    store.put(partKey(key, part), value == null ? null : write(value));
  }

  /** Moves the key in the due index; null for nothing remembered. */
  void putDue(String key, @Nullable Long before, @Nullable Long after) {
    if (before != null && before.equals(after)) {
      return;
    }
    if (before != null && before != Result.NEVER) {
      store.put(dueKey(before, key), null);
    }
    if (after != null && after != Result.NEVER) {
      store.put(dueKey(after, key), NOTHING);
    }
    store.put(
        partKey(key, DUE_PART),
        after == null ? null : ByteBuffer.allocate(Long.BYTES).putLong(after).array());
  }

  /** What is due at or before this time, earliest first. */
  List<Due> dueUpTo(long timeMs) {
    List<Due> due = new ArrayList<>();
    byte[] to = ByteBuffer.allocate(10).put((byte) 'd').putLong(timeMs).put((byte) 0xff).array();
    try (KeyValueIterator<Bytes, byte[]> it =
        store.range(Bytes.wrap(new byte[] {'d'}), Bytes.wrap(to))) {
      it.forEachRemaining(
          entry -> {
            ByteBuffer k = ByteBuffer.wrap(entry.key.get()).position(1);
            due.add(new Due(k.getLong(), UTF_8.decode(k).toString()));
          });
    }
    return due;
  }

  void putSaid(Said said) {
    byte[] value =
        ByteBuffer.allocate(12).putInt(said.partitions()).putLong(said.watermarkMs()).array();
    store.put(Bytes.wrap(keyed('w', said.edge(), said.partition(), Integer.BYTES)), value);
  }

  List<Said> said() {
    List<Said> all = new ArrayList<>();
    scan(
        new byte[] {'w'},
        (k, v) -> {
          String edge = new String(k, 1, k.length - 2 - Integer.BYTES, UTF_8);
          int partition = ByteBuffer.wrap(k, k.length - Integer.BYTES, Integer.BYTES).getInt();
          ByteBuffer value = ByteBuffer.wrap(v);
          all.add(new Said(edge, partition, value.getInt(), value.getLong()));
        });
    return all;
  }

  void putCounters(String name, byte[] value) {
    store.put(Bytes.wrap(keyed('c', name, 0)), value);
  }

  byte @Nullable [] counters(String name) {
    return store.get(Bytes.wrap(keyed('c', name, 0)));
  }

  /** The counters of all processors that share this store. */
  List<Counters> allCounters() {
    List<Counters> all = new ArrayList<>();
    scan(new byte[] {'c'}, (k, v) -> all.add(Counters.of(v)));
    return all;
  }

  /** Whether this changed the side input. */
  boolean putSide(Step.SideEntry entry, SpecificRecord value) {
    Bytes key = Bytes.wrap(concat(keyed('s', entry.topic(), 0), entry.id().getBytes(UTF_8)));
    byte[] bytes = write(value);
    if (Arrays.equals(bytes, store.get(key))) {
      return false;
    }
    store.put(key, bytes);
    return true;
  }

  List<SpecificRecord> side(String topic) {
    List<SpecificRecord> entries = new ArrayList<>();
    scan(keyed('s', topic, 0), (k, v) -> entries.add(read(v)));
    return entries;
  }

  void putInterest(String topic, String key, boolean interested) {
    Bytes entry = Bytes.wrap(concat(keyed('i', topic, 0), key.getBytes(UTF_8)));
    store.put(entry, interested ? NOTHING : null);
  }

  List<String> interested(String topic) {
    byte[] prefix = keyed('i', topic, 0);
    List<String> keys = new ArrayList<>();
    scan(prefix, (k, v) -> keys.add(new String(k, prefix.length, k.length - prefix.length, UTF_8)));
    return keys;
  }

  private interface Entry {
    void at(byte[] key, byte[] value);
  }

  private void scan(byte[] prefix, Entry to) {
    byte[] end = prefix.clone();
    end[end.length - 1]++;
    try (KeyValueIterator<Bytes, byte[]> it = store.range(Bytes.wrap(prefix), Bytes.wrap(end))) {
      while (it.hasNext()) {
        var entry = it.next();
        byte[] key = entry.key.get();
        if (key.length >= prefix.length
            && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
          to.at(key, entry.value);
        }
      }
    }
  }

  private static Bytes partKey(String key, long part) {
    byte[] bytes = keyed('k', key, Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, part);
    return Bytes.wrap(bytes);
  }

  private static byte[] keyed(char kind, String name, int room) {
    byte[] utf8 = name.getBytes(UTF_8);
    byte[] key = new byte[2 + utf8.length + room];
    key[0] = (byte) kind;
    System.arraycopy(utf8, 0, key, 1, utf8.length);
    return key;
  }

  private static byte[] keyed(char kind, String name, int number, int room) {
    byte[] key = keyed(kind, name, room);
    ByteBuffer.wrap(key).putInt(key.length - room, number);
    return key;
  }

  private static Bytes dueKey(long timeMs, String key) {
    byte[] utf8 = key.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(9 + utf8.length).put((byte) 'd').putLong(timeMs).put(utf8).array());
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private SpecificRecord read(byte[] value) {
    return serde.deserializer().deserialize("", value);
  }

  private byte[] write(SpecificRecord value) {
    return serde.serializer().serialize("", value);
  }
}
