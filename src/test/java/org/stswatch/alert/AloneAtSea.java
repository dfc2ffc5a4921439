package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;
import org.stswatch.event.Reception;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Loitering;

/**
 * What one ship did near 41 N 133 E, off any port, as tests about reports ask for it; constructed.
 */
final class AloneAtSea {
  private AloneAtSea() {}

  /** Silent for so many hours where others are heard. */
  static Gap silent(String ship, String start, int hours) {
    Instant from = Instant.parse(start);
    return Gap.newBuilder()
        .setGapId("gap " + start)
        .setRevision(1)
        .setStatus(GapStatus.CLOSED)
        .setVessel(ship)
        .setStart(from)
        .setEnd(from.plus(Duration.ofHours(hours)))
        .setStartLat(41.0)
        .setStartLon(133.0)
        .setEndLat(41.2)
        .setEndLon(133.0)
        .setReception(Reception.HEARD)
        .setThresholdMinutes(360)
        .setWitnesses(4)
        .setInputRefs(List.of())
        .build();
  }

  /** Adrift for so many hours. */
  static Loitering adrift(String ship, String start, int hours) {
    Instant from = Instant.parse(start);
    Instant to = from.plus(Duration.ofHours(hours));
    return new Loitering(ship, 1, true, from, to, 0.8, 41.0, 133.0, 4_000, List.of());
  }

  /** In sight of all, with another one. */
  static ClosedMeeting met(String ship, String start) {
    Instant from = Instant.parse(start);
    return new ClosedMeeting(
        "meeting",
        "412000009",
        ship,
        from,
        from.plusSeconds(9_000),
        41.1,
        133.0,
        new Meeting().fact());
  }
}
