package org.stswatch.alert;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.stswatch.event.state.DarkMeeting;

/**
 * A fact with what comes of it. Of one pair and time there is one alert: what was seen comes before
 * what could have been, and of that the strongest.
 */
public record Judged(Fact fact, Verdict verdict) {
  /** Less apart are one meeting (the merge gap of encounters). */
  private static final Duration ONE_MEETING = Duration.ofHours(4);

  private static final Comparator<Judged> STRONGEST_FIRST =
      Comparator.comparingDouble((Judged j) -> -j.verdict.alert().getScore())
          .thenComparing(j -> j.fact.start())
          .thenComparing(Judged::meetingId);

  private static final Comparator<Judged> STRONGER =
      Comparator.comparingDouble((Judged j) -> j.verdict.alert().getScore())
          .thenComparing(j -> j.verdict.alert().getType())
          .thenComparing(j -> j.verdict.alert().getParties().toString()); // of two seen at once

  /** What was seen in the order given, then what could have been, the strongest first. */
  static List<Judged> ranked(Collection<Judged> all) {
    return all.stream()
        .sorted(
            Comparator.comparing(Judged::isUnseen)
                .thenComparing((a, b) -> a.isUnseen() ? STRONGEST_FIRST.compare(a, b) : 0))
        .toList();
  }

  /** Why no alert is raised; empty where one is. */
  public String silence(Collection<Judged> all) {
    if (fact.retracted()) {
      return isUnseen()
          ? "LATE_INPUT: more is known, and much else was as possible."
          : "LATE_INPUT: late sightings disproved the encounter.";
    } else if (!verdict.silencedBy().isEmpty()) {
      return verdict.reason();
    }
    return isUnseen() && all.stream().anyMatch(other -> isCoveredBy(other, all))
        ? "COVERED: another alert or encounter of the two is about that time."
        : "";
  }

  /** By what was seen, raised or not; or by a stronger possibility that is raised. */
  private boolean isCoveredBy(Judged other, Collection<Judged> all) {
    if (other == this || other.fact.retracted() || !isNear(other)) {
      return false;
    }
    return !other.isUnseen()
        || STRONGEST_FIRST.compare(other, this) < 0 && other.silence(all).isEmpty();
  }

  /** What one ship did alone, while a report speaks of that time: of one such fact, not of all. */
  boolean mayBeMeant() {
    return Alone.is(fact) && verdict.reported();
  }

  /** Facts of a vessel that start together have one alert: that of the stronger one. */
  static Judged stronger(Judged one, Judged other) {
    return STRONGER.compare(one, other) >= 0 ? one : other;
  }

  private boolean isNear(Judged other) {
    return fact.start().isBefore(other.fact.end().plus(ONE_MEETING))
        && other.fact.start().isBefore(fact.end().plus(ONE_MEETING));
  }

  private boolean isUnseen() {
    return fact.record() instanceof DarkMeeting;
  }

  private String meetingId() {
    return fact.record() instanceof DarkMeeting m ? m.getMeetingId() : "";
  }
}
