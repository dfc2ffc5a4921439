package org.stswatch.source;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids from content: the first 128 bits of SHA-256 as 32 hex digits. Keeps one digest and one buffer
 * for its thread, since every row asks for one.
 */
final class Sha256Id {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int ID_BYTES = 16;

  private static final ThreadLocal<Sha256Id> OF_THREAD = ThreadLocal.withInitial(Sha256Id::new);

  private final MessageDigest digest;
  private final byte[] hash = new byte[32];
  private final byte[] hex = new byte[2 * ID_BYTES];

  private Sha256Id() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(CharSequence content) {
    return OF_THREAD.get().id(content.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String id(byte[] content) {
    try {
      digest.update(content);
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
}
