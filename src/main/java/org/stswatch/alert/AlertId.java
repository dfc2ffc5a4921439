package org.stswatch.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import org.stswatch.event.SubjectKind;
import org.stswatch.vessel.ContentId;

/**
 * The id of an alert: what it is about, never who found it or how. The first 128 bits of SHA-256
 * over the subject kind, the sorted keys of the parties observed first and the start of the
 * founding fact.
 */
public final class AlertId {
  private static final int BYTES = 16;

  private AlertId() {}

  /** 32 hex digits; the order of the keys does not matter. */
  public static String of(SubjectKind kind, Collection<String> vesselKeys, Instant start) {
    StringBuilder subject = new StringBuilder(kind.name());
    // Each key with its length, so that no key can imitate two.
    vesselKeys.stream()
        .sorted()
        .forEach(key -> subject.append('|').append(key.length()).append(':').append(key));
    subject.append('|').append(start.toEpochMilli());
    return HexFormat.of().formatHex(ContentId.sha256(subject.toString()), 0, BYTES);
  }
}
