package org.stswatch.stream;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.stswatch.vessel.ContentId;

/**
 * What a processor has counted, kept in the store and committed with the transaction, so that no
 * crash makes it wrong; and the sum modulo 2^256 of the SHA-256 of the accepted inputs, a hash of
 * their set that knows no order.
 */
final class Counters {
  /** The numbers, in the order in which they are stored. */
  enum Name {
    IN,
    ACCEPTED,
    DUPLICATE,
    LATE,
    REJECTED,
    EVENTS,
    BEHIND_WATERMARK,
    HIGHEST_RECEIVED_MS,
    ENDED;

    /** Whether it counts messages; the others are kept with the counts. */
    boolean isCount() {
      return this != HIGHEST_RECEIVED_MS && this != ENDED;
    }

    String published() {
      return switch (this) {
        case BEHIND_WATERMARK -> "behindWatermark";
        default -> name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  private static final int SUM_LONGS = 4;

  private final long[] numbers = new long[Name.values().length];
  private final long[] acceptedSum = new long[SUM_LONGS]; // the highest first
  private boolean changed;

  static Counters of(byte[] stored) {
    Counters c = new Counters();
    LongBuffer b = ByteBuffer.wrap(stored).asLongBuffer();
    b.get(c.numbers).get(c.acceptedSum);
    return c;
  }

  byte[] toBytes() {
    ByteBuffer b = ByteBuffer.allocate((numbers.length + SUM_LONGS) * Long.BYTES);
    b.asLongBuffer().put(numbers).put(acceptedSum);
    changed = false;
    return b.array();
  }

  /** Whether anything was counted since {@link #toBytes}. */
  boolean changedSinceWritten() {
    return changed;
  }

  void add(Name name, long n) {
    numbers[name.ordinal()] += n;
    changed = true;
  }

  void set(Name name, long n) {
    numbers[name.ordinal()] = n;
    changed = true;
  }

  long get(Name name) {
    return numbers[name.ordinal()];
  }

  void accept(String contentId) {
    add(Name.ACCEPTED, 1);
    long[] hash = new long[SUM_LONGS];
    ByteBuffer.wrap(ContentId.sha256(contentId)).asLongBuffer().get(hash);
    addToSum(hash);
  }

  void addAll(Counters other) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += other.numbers[i];
    }
    addToSum(other.acceptedSum);
    changed = true;
  }

  private void addToSum(long[] hash) {
    long carry = 0;
    for (int i = SUM_LONGS - 1; i >= 0; i--) {
      long a = acceptedSum[i];
      long sum = a + hash[i] + carry;
      boolean over = Long.compareUnsigned(sum, a) < 0 || (carry == 1 && sum == a);
      acceptedSum[i] = sum;
      carry = over ? 1 : 0;
    }
  }

  /** The counters by their published names; the highest time of receipt and END are no counts. */
  Map<String, Long> published() {
    Map<String, Long> map = new TreeMap<>();
    for (Name n : Name.values()) {
      if (n.isCount()) {
        map.put(n.published(), get(n));
      }
    }
    return map;
  }

  /** 64 hex digits. */
  String acceptedSum() {
    StringBuilder hex = new StringBuilder(16 * SUM_LONGS);
    for (long part : acceptedSum) {
      hex.append(HexFormat.of().toHexDigits(part));
    }
    return hex.toString();
  }
}
