package org.stswatch.vessel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids made of content: the same content has the same id in every run. */
public final class ContentId {
  private static final int BYTES = 16;

  /** Looking one up costs as much as a short text's hash. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(ContentId::newSha256);

  private ContentId() {}

  /** 32 hex digits: the first half of the SHA-256 of the parts, joined by newlines. */
  public static String of(String... parts) {
    return HexFormat.of().formatHex(sha256(String.join("\n", parts)), 0, BYTES);
  }

  /** The SHA-256 of a text in UTF-8, 32 bytes. */
  public static byte[] sha256(String text) {
    return SHA_256.get().digest(text.getBytes(UTF_8));
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
