package org.stswatch.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.state.DarkMeeting;

/** An alert about what two ships could have done out of sight. */
record Possible(DarkMeeting fact, Alert alert) {
  private static final Duration APART = Duration.ofHours(4);

  /** Those that are left where no encounter, and none of more weight, is near in time. */
  static List<Alert> notCovered(Collection<Possible> all, Collection<Encounter> encounters) {
    List<Possible> left = new ArrayList<>();
    all.stream()
        .sorted(
            Comparator.comparingDouble((Possible p) -> p.alert.getScore())
                .reversed()
                .thenComparing(p -> p.fact.getStart())
                .thenComparing(p -> p.fact.getMeetingId()))
        .filter(
            p ->
                encounters.stream().noneMatch(e -> p.isOf(e) && p.isNear(e.getStart(), e.getEnd())))
        .forEach(
            p -> {
              if (left.stream().noneMatch(p::isOfPairNear)) {
                left.add(p);
              }
            });
    return left.stream().map(Possible::alert).toList();
  }

  private boolean isOf(Encounter e) {
    return e.getVessel1().equals(fact.getVessel1()) && e.getVessel2().equals(fact.getVessel2());
  }

  private boolean isOfPairNear(Possible other) {
    return other.fact.getVessel1().equals(fact.getVessel1())
        && other.fact.getVessel2().equals(fact.getVessel2())
        && isNear(other.fact.getStart(), other.fact.getEnd());
  }

  private boolean isNear(Instant start, Instant end) {
    return fact.getStart().minus(APART).isBefore(end) && start.minus(APART).isBefore(fact.getEnd());
  }
}
