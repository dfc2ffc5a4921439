package org.stswatch.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselSighting;

/**
 * Judges an input by its own fields and its own time of receipt alone, so that what counts never
 * depends on partitions or interleaving.
 */
public final class Judge {
  /** No vessel was tracked by AIS before, and no clock is right after. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** See {@link #EARLIEST}. */
  public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /**
   * Live, a sender's clock may be ahead of ours by this, ms: receivers are synchronised to minutes
   * at worst.
   */
  static final long FUTURE_MS = 5 * 60_000L;

  private final TimeSettings time;

  public Judge(TimeSettings time) {
    this.time = time;
  }

  /** A reason with the value that gave it. */
  public record Refusal(RejectReason reason, String detail) {}

  /**
   * Whether a time of receipt may move event time: one beyond would end it for all that follows.
   */
  static boolean isOfThisCentury(long receivedMs) {
    return receivedMs < LATEST.toEpochMilli();
  }

  /** Why this sighting does not count, or null when it does. */
  public @Nullable Refusal refuse(VesselSighting s, long receivedMs) {
    if (s.getObservedAt().isBefore(EARLIEST) || !s.getObservedAt().isBefore(LATEST)) {
      return new Refusal(RejectReason.EXTREME, "observedAt " + s.getObservedAt());
    }
    String range = range(s);
    if (range != null) {
      return new Refusal(RejectReason.FIELD_RANGE, range);
    }
    long observedMs = s.getObservedAt().toEpochMilli();
    if (time.live() && observedMs > receivedMs + FUTURE_MS) {
      return new Refusal(RejectReason.FUTURE, ahead(s, receivedMs));
    }
    if (!isClaim(s) && receivedMs - observedMs > time.allowedLateness().toMillis()) {
      return new Refusal(
          RejectReason.LATE, ahead(s, receivedMs) + ", allowed lateness " + time.allowedLateness());
    }
    return null;
  }

  /** Imagery and patrol sightings come days later: they are judged by when they were published. */
  public static boolean isClaim(VesselSighting s) {
    return switch (s.getSourceKind()) {
      case SAR, OPTICAL, RADAR, PATROL -> true;
      case AIS, AIS_SATELLITE, UNKNOWN -> false;
    };
  }

  private static String ahead(VesselSighting s, long receivedMs) {
    return "observedAt " + s.getObservedAt() + ", received " + Instant.ofEpochMilli(receivedMs);
  }

  private static @Nullable String range(VesselSighting s) {
    if (!(Math.abs(s.getLat()) <= 90)) {
      return "lat " + s.getLat();
    }
    if (!(Math.abs(s.getLon()) <= 180)) {
      return "lon " + s.getLon();
    }
    return s.getVesselKey().isBlank() ? "vesselKey is blank" : null;
  }
}
