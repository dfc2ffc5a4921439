package org.stswatch.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * How a stage's store is laid out. Besides the states of its keys it holds the watermarks, the
 * counters and the side inputs: each further store would widen every transaction. Names are
 * preceded by their length, so that none can be taken for another's beginning.
 *
 * <pre>
 * k key part     a part of a state; the first one begins with the time at which the key is due
 * w edge part    what an upstream partition said last
 * c name         counters
 * s topic id     a side input, after the time at which it was received
 * i topic key    the key depends on the side inputs of this topic
 * t              the number of the transaction, see {@link Transactions}
 * </pre>
 */
final class StepStore {
  /** The part that every state has. */
  static final long FIRST_PART = 0;

  private static final byte[] NOTHING = {};

  private final KeyValueStore<Bytes, byte[]> entries;
  private final Serde<SpecificRecord> serde;

  StepStore(KeyValueStore<Bytes, byte[]> entries, Serde<SpecificRecord> serde) {
    this.entries = entries;
    this.serde = serde;
  }

  /** Reads the parts of a state; returns the time at which the key is due, null for no state. */
  @Nullable Long read(String key, SortedMap<Long, SpecificRecord> parts) {
    Bytes first = partKey(key, FIRST_PART);
    byte[] value = entries.get(first);
    if (value == null) {
      return null;
    }
    scan(
        Arrays.copyOf(first.get(), first.get().length - Long.BYTES),
        (k, v) -> {
          long part = k.getLong();
          byte[] record = part == FIRST_PART ? behindTime(v) : v;
          parts.put(part, decode(record));
        });
    return ByteBuffer.wrap(value).getLong();
  }

  /** Writes a part of a state; the first one together with the time at which the key is due. */
  void write(String key, long part, SpecificRecord value, long dueMs) {
    byte[] record = encode(value);
    entries.put(partKey(key, part), part == FIRST_PART ? withTime(dueMs, record) : record);
  }

  void remove(String key, long part) {
    entries.put(partKey(key, part), null);
  }

  /** The time at which each key is due. */
  Map<String, Long> dues() {
    Map<String, Long> dues = new HashMap<>();
    scan(
        new byte[] {'k'},
        (k, v) -> {
          String key = name(k);
          if (k.getLong() == FIRST_PART) {
            dues.put(key, ByteBuffer.wrap(v).getLong());
          }
        });
    return dues;
  }

  /** What the upstream partitions said last. */
  void said(Watermarks to) {
    scan(
        new byte[] {'w'},
        (k, v) -> {
          ByteBuffer value = ByteBuffer.wrap(v);
          to.say(name(k), k.getInt(), value.getInt(), value.getLong());
        });
  }

  void writeSaid(String edge, int partition, int partitions, long watermarkMs) {
    byte[] value = ByteBuffer.allocate(12).putInt(partitions).putLong(watermarkMs).array();
    ByteBuffer key = named('w', edge, Integer.BYTES).putInt(partition);
    entries.put(Bytes.wrap(key.array()), value);
  }

  void counters(BiConsumer<String, Counters> to) {
    scan(new byte[] {'c'}, (k, v) -> to.accept(name(k), Counters.of(v)));
  }

  void writeCounters(String name, Counters counters) {
    entries.put(Bytes.wrap(named('c', name, 0).array()), counters.toBytes());
  }

  /** Reads all side inputs, and who depends on which. */
  void sides(Sides to) {
    scan(
        new byte[] {'s'},
        (k, v) ->
            to.restore(name(k), name(k), decode(behindTime(v)), ByteBuffer.wrap(v).getLong()));
    scan(new byte[] {'i'}, (k, v) -> to.interest(name(k), name(k), true));
  }

  void writeSide(String topic, String id, Sides.Entry entry) {
    byte[] record = encode(entry.value());
    entries.put(twoNames('s', topic, id), withTime(entry.receivedMs(), record));
  }

  private static byte[] withTime(long ms, byte[] record) {
    return ByteBuffer.allocate(Long.BYTES + record.length).putLong(ms).put(record).array();
  }

  private static byte[] behindTime(byte[] value) {
    return Arrays.copyOfRange(value, Long.BYTES, value.length);
  }

  void writeInterest(String topic, String key, boolean interested) {
    entries.put(twoNames('i', topic, key), interested ? NOTHING : null);
  }

  private interface Entry {
    /** The key stands behind the prefix, or behind its kind. */
    void at(ByteBuffer key, byte[] value);
  }

  private void scan(byte[] prefix, Entry to) {
    byte[] end = prefix.clone();
    int last = end.length - 1;
    while (last > 0 && end[last] == -1) {
      last--;
    }
    end[last]++;
    Bytes upTo = Bytes.wrap(Arrays.copyOf(end, last + 1));
    try (KeyValueIterator<Bytes, byte[]> it = entries.range(Bytes.wrap(prefix), upTo)) {
      while (it.hasNext()) {
        var entry = it.next();
        byte[] key = entry.key.get();
        if (startsWith(key, prefix)) { // the end of a range is part of it
          to.at(ByteBuffer.wrap(key).position(prefix.length), entry.value);
        }
      }
    }
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static Bytes partKey(String key, long part) {
    return Bytes.wrap(named('k', key, Long.BYTES).putLong(part).array());
  }

  private static Bytes twoNames(char kind, String name, String other) {
    byte[] second = other.getBytes(UTF_8);
    ByteBuffer key = named(kind, name, Integer.BYTES + second.length);
    return Bytes.wrap(key.putInt(second.length).put(second).array());
  }

  /** Kind and name, with room for what follows. */
  private static ByteBuffer named(char kind, String name, int room) {
    byte[] utf8 = name.getBytes(UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + utf8.length + room)
        .put((byte) kind)
        .putInt(utf8.length)
        .put(utf8);
  }

  private static String name(ByteBuffer key) {
    byte[] utf8 = new byte[key.getInt()];
    key.get(utf8);
    return new String(utf8, UTF_8);
  }

  private SpecificRecord decode(byte[] value) {
    return serde.deserializer().deserialize("", value);
  }

  private byte[] encode(SpecificRecord value) {
    return serde.serializer().serialize("", value);
  }
}
