package org.stswatch.stream;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    HIGHEST_RECEIVED_MS;

    String published() {
      return switch (this) {
        case BEHIND_WATERMARK -> "behindWatermark";
        case HIGHEST_RECEIVED_MS -> "highestReceivedMs";
        default -> name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  private static final int SUM_BYTES = 32;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * SUM_BYTES);

  private final long[] numbers = new long[Name.values().length];
  private BigInteger acceptedSum = BigInteger.ZERO;

  static Counters of(byte @Nullable [] stored) {
    Counters c = new Counters();
    if (stored != null) {
      ByteBuffer b = ByteBuffer.wrap(stored);
      for (int i = 0; i < c.numbers.length; i++) {
        c.numbers[i] = b.getLong();
      }
      byte[] sum = new byte[b.remaining()];
      b.get(sum);
      c.acceptedSum = new BigInteger(1, sum);
    }
    return c;
  }

  byte[] toBytes() {
    byte[] sum = acceptedSum.toByteArray();
    ByteBuffer b = ByteBuffer.allocate(numbers.length * Long.BYTES + sum.length);
    for (long n : numbers) {
      b.putLong(n);
    }
    return b.put(sum).array();
  }

  void add(Name name, long n) {
    numbers[name.ordinal()] += n;
  }

  void set(Name name, long n) {
    numbers[name.ordinal()] = n;
  }

  long get(Name name) {
    return numbers[name.ordinal()];
  }

  void accept(String contentId) {
    add(Name.ACCEPTED, 1);
    byte[] hash = ContentId.sha256(contentId);
    acceptedSum = acceptedSum.add(new BigInteger(1, hash)).mod(MODULUS);
  }

  void addAll(Counters other) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += other.numbers[i];
    }
    acceptedSum = acceptedSum.add(other.acceptedSum).mod(MODULUS);
  }

  /** The counters by their published names; the highest time of receipt is no count. */
  Map<String, Long> published() {
    Map<String, Long> map = new TreeMap<>();
    for (Name n : Name.values()) {
      if (n != Name.HIGHEST_RECEIVED_MS) {
        map.put(n.published(), get(n));
      }
    }
    return map;
  }

  /** 64 hex digits. */
  String acceptedSum() {
    return String.format("%064x", acceptedSum);
  }
}
