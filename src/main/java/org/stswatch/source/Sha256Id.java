package org.stswatch.source;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Ids from content: the first 128 bits of SHA-256 as 32 hex digits. Keeps one digest and its
 * buffers for each thread, since every row asks for an id; the content is written into it piece by
 * piece, without strings in between. Not thread-safe.
 */
final class Sha256Id {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int ID_BYTES = 16;
  private static final int MOST_DIGITS = 20;

  private static final ThreadLocal<Sha256Id> OF_THREAD = ThreadLocal.withInitial(Sha256Id::new);

  private final MessageDigest digest;
  private final byte[] hash = new byte[32];
  private final byte[] hex = new byte[2 * ID_BYTES];
  private byte[] content = new byte[256];
  private int length;

  private Sha256Id() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(CharSequence content) {
    return begin().add(content.toString()).id();
  }

  /** An id of this thread, of nothing yet; what was begun before is dropped. */
  static Sha256Id begin() {
    Sha256Id id = OF_THREAD.get();
    id.length = 0;
    return id;
  }

  /** Adds a text, as UTF-8. */
  Sha256Id add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, content, length, bytes.length);
    length += bytes.length;
    return this;
  }

  /** Adds a character of ASCII. */
  Sha256Id add(char ascii) {
    reserve(1);
    content[length++] = (byte) ascii;
    return this;
  }

  /** Adds a number in decimal digits. */
  Sha256Id add(long number) {
    reserve(MOST_DIGITS);
    if (number < 0) {
      content[length++] = '-';
    }
    long rest = number > 0 ? -number : number; // there is one negative number more
    int end = length + digits(rest);
    length = end;
    do {
      content[--end] = (byte) ('0' - rest % 10);
      rest /= 10;
    } while (rest != 0);
    return this;
  }

  /** The id of what was added. */
  String id() {
    try {
      digest.update(content, 0, length);
      digest.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("the buffer holds a SHA-256", e);
    }
    for (int i = 0; i < ID_BYTES; i++) {
      hex[2 * i] = HEX[(hash[i] >> 4) & 0xf];
      hex[2 * i + 1] = HEX[hash[i] & 0xf];
    }
    return new String(hex, StandardCharsets.ISO_8859_1);
  }

  private static int digits(long negative) {
    int digits = 1;
    for (long rest = negative / 10; rest != 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void reserve(int bytes) {
    if (content.length - length < bytes) {
      content = Arrays.copyOf(content, Math.max(2 * content.length, length + bytes));
    }
  }
}
