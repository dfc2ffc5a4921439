package org.stswatch.vessel;

import java.nio.ByteBuffer;

/** The content hash of a fix, by which evidence refers to it. */
public final class FixRef {
  private FixRef() {}

  /** The first 8 bytes of SHA-256 over {@code vessel,timeS,lat6,lon6}. */
  public static long of(String vessel, int timeS, int lat6, int lon6) {
    String content = vessel + ',' + timeS + ',' + lat6 + ',' + lon6;
    return ByteBuffer.wrap(ContentId.sha256(content)).getLong();
  }

  /** The same as 16 hex digits. */
  public static String hex(String vessel, int timeS, int lat6, int lon6) {
    return "%016x".formatted(of(vessel, timeS, lat6, lon6));
  }
}
