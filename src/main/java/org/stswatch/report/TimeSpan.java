package org.stswatch.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselReport;

/**
 * The time that a report speaks of. With one end only it is that instant; with none, or with the
 * end before the start, there is no time.
 */
record TimeSpan(Instant from, Instant to) {
  /**
   * How far from its time an event may lie: days are told by local dates, photographs by the night
   * (E18 in the plan: +-48 h).
   */
  static final Duration SLACK = Duration.ofHours(48);

  /**
   * The longest time that still points at one event: the press dated the transfers of October 2017
   * by the month. What speaks of longer speaks of no encounter in particular.
   */
  static final Duration MOST = Duration.ofDays(31);

  static Optional<TimeSpan> of(VesselReport report) {
    Instant from = first(report.getFrom(), report.getTo());
    Instant to = first(report.getTo(), report.getFrom());
    return from == null || to == null || to.isBefore(from)
        ? Optional.empty()
        : Optional.of(new TimeSpan(from, to));
  }

  /** Between this and an event; zero where they overlap. */
  Duration gap(Instant start, Instant end) {
    if (start.isAfter(to)) {
      return Duration.between(to, start);
    }
    return end.isBefore(from) ? Duration.between(end, from) : Duration.ZERO;
  }

  boolean isNear(Instant start, Instant end) {
    return gap(start, end).compareTo(SLACK) <= 0;
  }

  /** Between the two middles. */
  Duration offset(Instant start, Instant end) {
    return Duration.between(middle(from, to), middle(start, end)).abs();
  }

  boolean isTooLong() {
    return Duration.between(from, to).compareTo(MOST) > 0;
  }

  private static Instant middle(Instant from, Instant to) {
    return from.plus(Duration.between(from, to).dividedBy(2));
  }

  private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
    return one == null ? other : one;
  }
}
