package org.stswatch.source;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Reject;
import org.stswatch.event.SourceKind;
import org.stswatch.event.SourceRef;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

/**
 * What one message of the input became. A row of a table may give a sighting and a statement. Both
 * tell at once who says it and when; the whole of it, with its id, is put together when it is asked
 * for: a first pass never does, and few statements say anything new.
 */
public sealed interface Item {

  /** A position of a vessel. */
  final class Sighted implements Item {
    private final String vesselKey;
    private final long observedAtMs;
    private final SourceKind sourceKind;
    private final Supplier<VesselSighting> whole;

    public Sighted(VesselSighting sighting) {
      this(
          sighting.getVesselKey(),
          sighting.getObservedAt().toEpochMilli(),
          sighting.getSourceKind(),
          () -> sighting);
    }

    /** Of a report that was checked, and that nobody changes any more. */
    Sighted(PositionReport report, Supplier<SourceRef> source) {
      this(
          report.vessel,
          report.observedAtMs,
          report.sourceKind,
          () -> report.sighting(source.get()));
    }

    private Sighted(
        String vesselKey,
        long observedAtMs,
        SourceKind sourceKind,
        Supplier<VesselSighting> whole) {
      this.vesselKey = vesselKey;
      this.observedAtMs = observedAtMs;
      this.sourceKind = sourceKind;
      this.whole = whole;
    }

    public String vesselKey() {
      return vesselKey;
    }

    /** Time of the observation, ms since 1970. */
    public long observedAtMs() {
      return observedAtMs;
    }

    public SourceKind sourceKind() {
      return sourceKind;
    }

    /** The whole message; made anew each time. */
    public VesselSighting sighting() {
      return whole.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sighted s && sighting().equals(s.sighting());
    }

    @Override
    public int hashCode() {
      return sighting().hashCode();
    }

    @Override
    public String toString() {
      return sighting().toString();
    }
  }

  /** What a vessel says about itself. */
  final class Stated implements Item {
    private final String mmsi;
    private final long statedAtMs;
    private final String statementId;
    private final boolean message;
    private final boolean part;
    private final Supplier<VoyageStatement> whole;

    /**
     * @param message true when it is a message of its own (AIS types 5 and 24), false when it came
     *     beside a sighting of the same message
     * @param part true when the rest of what it says comes in other messages (AIS type 24)
     */
    public Stated(VoyageStatement statement, boolean message, boolean part) {
      this.mmsi = statement.getMmsi();
      this.statedAtMs = statement.getObservedAt().toEpochMilli();
      this.statementId = statement.getStatementId();
      this.message = message;
      this.part = part;
      this.whole = () -> statement;
    }

    /** All that the vessel says, under an id that is known already. */
    Stated(
        String mmsi,
        long statedAtMs,
        String statementId,
        boolean message,
        Supplier<VoyageStatement> whole) {
      this.mmsi = mmsi;
      this.statedAtMs = statedAtMs;
      this.statementId = statementId;
      this.message = message;
      this.part = false;
      this.whole = whole;
    }

    public String mmsi() {
      return mmsi;
    }

    /** When it was said, ms since 1970. */
    public long statedAtMs() {
      return statedAtMs;
    }

    public String statementId() {
      return statementId;
    }

    public boolean message() {
      return message;
    }

    public boolean part() {
      return part;
    }

    /** The whole statement; made anew each time. */
    public VoyageStatement statement() {
      return whole.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Stated s
          && message == s.message
          && part == s.part
          && statement().equals(s.statement());
    }

    @Override
    public int hashCode() {
      return statement().hashCode();
    }

    @Override
    public String toString() {
      return statement().toString();
    }
  }

  /** A valid message that nothing uses. */
  record Unused() implements Item {}

  /** A message that could not be used, with place and reason. */
  record Refused(Reject reject) implements Item {}
}
