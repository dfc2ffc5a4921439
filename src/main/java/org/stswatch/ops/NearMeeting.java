package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.stswatch.encounter.EncounterSettings;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.event.Encounter;

/**
 * What a pair had around a time that comes nearest to an encounter, and which rule it did not pass.
 * It is found by the run's own steps with one rule after the other taken away.
 *
 * @param fact what was measured of it
 * @param lacks the first rule that it does not pass; NOTHING when it passes all
 * @param runs the unbroken stretches of contact in it
 */
record NearMeeting(Encounter fact, Lack lacks, List<Encounter> runs) {
  /** What lies farther from the time asked for is another story. */
  static final Duration REACH = Duration.ofHours(24);

  /** What a meeting lacks, least first. */
  enum Lack {
    NOTHING,
    LOW_SPEED,
    DURATION,
    TOGETHER
  }

  NearMeeting {
    runs = List.copyOf(runs);
  }

  /** The one nearest to a time; of those equally near the one that passes most rules. */
  static Optional<NearMeeting> around(Instant time, PairTrace trace) {
    EncounterSettings s = trace.settings().encounter();
    List<Encounter> runs = trace.encounters(anyRun(s));
    List<NearMeeting> all = new ArrayList<>();
    add(all, trace.encounters(), Lack.NOTHING, runs);
    add(all, trace.encounters(anySpeed(s, s.criteria())), Lack.LOW_SPEED, runs);
    add(all, trace.encounters(anySpeed(s, shortest(s))), Lack.DURATION, runs);
    add(all, runs, Lack.TOGETHER, runs);
    NearMeeting nearest = null;
    for (NearMeeting m : all) {
      boolean nearer = nearest == null || m.from(time).compareTo(nearest.from(time)) < 0;
      nearest = nearer && m.from(time).compareTo(REACH) <= 0 ? m : nearest;
    }
    return Optional.ofNullable(nearest);
  }

  /** Those that are no part of one that passes more. */
  private static void add(
      List<NearMeeting> all, List<Encounter> found, Lack lacks, List<Encounter> runs) {
    List<NearMeeting> more = new ArrayList<>();
    for (Encounter e : found) {
      if (all.stream().noneMatch(m -> meets(m.fact(), e))) {
        more.add(new NearMeeting(e, lacks, runs.stream().filter(r -> within(r, e)).toList()));
      }
    }
    all.addAll(more);
  }

  private static boolean meets(Encounter a, Encounter b) {
    return !a.getStart().isAfter(b.getEnd()) && !b.getStart().isAfter(a.getEnd());
  }

  private static boolean within(Encounter run, Encounter meeting) {
    return !run.getStart().isBefore(meeting.getStart()) && !run.getEnd().isAfter(meeting.getEnd());
  }

  private Duration from(Instant time) {
    if (time.isBefore(fact.getStart())) {
      return Duration.between(time, fact.getStart());
    }
    return time.isAfter(fact.getEnd()) ? Duration.between(fact.getEnd(), time) : Duration.ZERO;
  }

  /** How long a pair has to be together at least. */
  static Duration leastTogether(EncounterSettings s, Criterion c) {
    return s.minRun().compareTo(c.minDuration()) < 0 ? s.minRun() : c.minDuration();
  }

  /**
   * Minutes for which a pair was within a distance at two grid times in a row.
   *
   * @param contactsM distance by grid time, s since 1970
   */
  static int togetherMinutes(
      NavigableMap<Integer, Integer> contactsM, Encounter in, int withinM, Duration gridStep) {
    int seconds = 0;
    int lastS = 0; // no grid time is as early
    int fromS = (int) in.getStart().getEpochSecond();
    int toS = (int) in.getEnd().getEpochSecond();
    for (var at : contactsM.subMap(fromS, true, toS, true).entrySet()) {
      if (at.getValue() <= withinM) {
        seconds += at.getKey() - lastS <= gridStep.toSeconds() ? at.getKey() - lastS : 0;
        lastS = at.getKey();
      }
    }
    return seconds / 60;
  }

  private static EncounterSettings anySpeed(EncounterSettings s, List<Criterion> criteria) {
    return new EncounterSettings(
        criteria, Double.POSITIVE_INFINITY, s.minRun(), s.mergeGap(), s.bridgeMax(), s.gridStep());
  }

  /** As short as the time that it takes together: the duration has no say then. */
  private static List<Criterion> shortest(EncounterSettings s) {
    return s.criteria().stream()
        .map(c -> new Criterion(c.maxDistanceM(), leastTogether(s, c)))
        .toList();
  }

  /** Every stretch of contact by itself. */
  private static EncounterSettings anyRun(EncounterSettings s) {
    List<Criterion> criteria =
        s.criteria().stream().map(c -> new Criterion(c.maxDistanceM(), Duration.ZERO)).toList();
    return new EncounterSettings(
        criteria,
        Double.POSITIVE_INFINITY,
        Duration.ZERO,
        Duration.ZERO,
        s.bridgeMax(),
        s.gridStep());
  }
}
