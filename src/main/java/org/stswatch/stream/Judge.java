package org.stswatch.stream;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;

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

  /**
   * More ships than the longest series told at one time had (27, a list of the UN of March 2018): a
   * report is kept once for each of them, and what names more is a list.
   */
  static final int MOST_SUBJECTS = 50;

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

  /** What an input speaks of, which is its key: the vessel, the report, the entry. */
  static String keyOf(SpecificRecord input) {
    if (input instanceof VesselSighting s) {
      return s.getVesselKey();
    } else if (input instanceof VoyageStatement s) {
      return s.getMmsi();
    } else if (input instanceof VesselReport r) {
      return r.getReportId();
    } else if (input instanceof WatchlistEntry e) {
      return e.getEntryId();
    }
    throw new IllegalArgumentException("no input: " + input.getClass());
  }

  /** Why this input does not count, or null when it does. */
  public @Nullable Refusal refuse(SpecificRecord input, long receivedMs) {
    if (input instanceof VesselSighting s) {
      return ofSighting(s, receivedMs);
    }
    if (input instanceof VoyageStatement s) {
      return ofClaim(s.getObservedAt(), "observedAt", key("mmsi", s.getMmsi()), receivedMs);
    } else if (input instanceof VesselReport r) {
      return r.getSubjects().size() > MOST_SUBJECTS
          ? new Refusal(RejectReason.OVERSIZE, r.getSubjects().size() + " ships in one report")
          : ofClaim(
              r.getPublishedAt(), "publishedAt", key("reportId", r.getReportId()), receivedMs);
    } else if (input instanceof WatchlistEntry e) {
      return ofClaim(e.getPublishedAt(), "publishedAt", key("entryId", e.getEntryId()), receivedMs);
    }
    return null;
  }

  private @Nullable Refusal ofSighting(VesselSighting s, long receivedMs) {
    Instant observedAt = s.getObservedAt();
    if (isExtreme(observedAt)) {
      return extreme(observedAt);
    }
    String range = range(s);
    if (range != null) {
      return new Refusal(RejectReason.FIELD_RANGE, range);
    }
    if (isFuture(observedAt, receivedMs)) {
      return new Refusal(RejectReason.FUTURE, times(observedAt, receivedMs));
    }
    long lateMs = receivedMs - observedAt.toEpochMilli();
    if (!isClaim(s) && lateMs > time.allowedLateness().toMillis()) {
      return new Refusal(
          RejectReason.LATE,
          times(observedAt, receivedMs) + ", allowed lateness " + time.allowedLateness());
    }
    return null;
  }

  /** A claim is judged by when it was made, never by the time that it speaks of: never late. */
  private @Nullable Refusal ofClaim(
      Instant madeAt, String field, @Nullable String badKey, long receivedMs) {
    if (isExtreme(madeAt)) {
      return new Refusal(RejectReason.EXTREME, field + " " + madeAt);
    }
    if (badKey != null) {
      return new Refusal(RejectReason.FIELD_RANGE, badKey);
    }
    return isFuture(madeAt, receivedMs)
        ? new Refusal(
            RejectReason.FUTURE,
            field + " " + madeAt + ", received " + Instant.ofEpochMilli(receivedMs))
        : null;
  }

  private static boolean isExtreme(Instant observedAt) {
    return observedAt.isBefore(EARLIEST) || !observedAt.isBefore(LATEST);
  }

  private static Refusal extreme(Instant observedAt) {
    return new Refusal(RejectReason.EXTREME, "observedAt " + observedAt);
  }

  private boolean isFuture(Instant observedAt, long receivedMs) {
    return time.live() && observedAt.toEpochMilli() > receivedMs + FUTURE_MS;
  }

  /** Imagery and patrol sightings come days later: they are judged by when they were published. */
  public static boolean isClaim(VesselSighting s) {
    return switch (s.getSourceKind()) {
      case SAR, OPTICAL, RADAR, PATROL -> true;
      case AIS, AIS_SATELLITE, UNKNOWN -> false;
    };
  }

  private static String times(Instant observedAt, long receivedMs) {
    return "observedAt " + observedAt + ", received " + Instant.ofEpochMilli(receivedMs);
  }

  private static @Nullable String range(VesselSighting s) {
    if (!(Math.abs(s.getLat()) <= 90)) {
      return "lat " + s.getLat();
    }
    if (!(Math.abs(s.getLon()) <= 180)) {
      return "lon " + s.getLon();
    }
    return key("vesselKey", s.getVesselKey());
  }

  /** State and pairs are kept under keys of vessels with control characters between. */
  private static @Nullable String key(String field, String key) {
    if (key.isBlank()) {
      return field + " is blank";
    }
    for (int i = 0; i < key.length(); i++) {
      if (Character.isISOControl(key.charAt(i))) {
        return field + " has a control character";
      }
    }
    return null;
  }
}
