package org.stswatch.source;

import org.jspecify.annotations.Nullable;
import org.stswatch.event.SourceKind;

/**
 * Identity of a sighting by content, so that all receivers of one message give one id: the first
 * 128 bits of SHA-256, in hex, over the UTF-8 text
 *
 * <pre>vesselKey|observedAt|lat|lon|sog|cog|sourceKind</pre>
 *
 * with {@code observedAt} in ms since 1970, latitude and longitude in 1e-7 degrees, speed in 0.001
 * kn and course in 0.001 degrees, all rounded to whole numbers; empty where absent.
 */
public final class SightingId {
  private static final double DEGREE_STEPS = 1e7;
  private static final double SPEED_STEPS = 1e3;

  private SightingId() {}

  /** The id: 32 hex digits. */
  public static String of(
      String vesselKey,
      long observedAtMs,
      double lat,
      double lon,
      @Nullable Double sogKn,
      @Nullable Double cogDeg,
      SourceKind sourceKind) {
    Sha256Id id = Sha256Id.begin().add(vesselKey).add('|').add(observedAtMs);
    id.add('|').add(Math.round(lat * DEGREE_STEPS));
    id.add('|').add(Math.round(lon * DEGREE_STEPS)).add('|');
    if (sogKn != null) {
      id.add(Math.round(sogKn * SPEED_STEPS));
    }
    id.add('|');
    if (cogDeg != null) {
      id.add(Math.round(cogDeg * SPEED_STEPS));
    }
    return id.add('|').add(sourceKind.name()).id();
  }
}
