package org.stswatch.voyage;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.LoiterState;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Middle;

/**
 * Slow hours in a row that are shorter than loitering, or pieces of it: what a ship does that waits
 * for another one. Told once, when the hours are over or the piece is long enough; so that a stop
 * has one place, however long the ship drifts.
 */
final class Stops {
  /** Shortest stop, s: the shortest stay that is a transfer (domain rule E4). */
  static final int LEAST_S = 2 * 3600;

  /** Longest piece, s: at 2 kn a ship drifts 44 km in it. Own choice. */
  static final int MOST_S = 12 * 3600;

  private Stops() {}

  /** The hours after one more, and the piece that is told, if it is complete. */
  record Told(@Nullable LoiterState hours, @Nullable Stop stop) {}

  static Told goOn(@Nullable LoiterState hours, int hour, List<Way> ways, String vessel) {
    LoiterState next = SlowHours.with(hours, hour, ways, vessel);
    return next.getEndS() - next.getStartS() < MOST_S
        ? new Told(next, null)
        : new Told(null, end(next, vessel));
  }

  /** The stop that these hours were, if they were one. */
  static @Nullable Stop end(@Nullable LoiterState hours, String vessel) {
    if (hours == null || hours.getEndS() - hours.getStartS() < LEAST_S) {
      return null;
    }
    Middle middle = new Middle(hours.getX(), hours.getY(), hours.getZ());
    return new Stop(
        vessel,
        Instant.ofEpochSecond(hours.getStartS()),
        Instant.ofEpochSecond(hours.getEndS()),
        SlowHours.knots(hours.getMetres(), hours.getSeconds()),
        middle.lat(),
        middle.lon(),
        hours.getExtentM(),
        List.copyOf(new TreeSet<>(List.of(hours.getStartRef(), hours.getEndRef()))));
  }
}
