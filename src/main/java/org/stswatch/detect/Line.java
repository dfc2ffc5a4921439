package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stswatch.detect.Trips.Stay;
import org.stswatch.detect.Trips.Trip;

/**
 * A regular service of one ship between two ports, as far as her calls tell: sailings from the one
 * to the other at even intervals, and what was out of the ordinary since. Return trips are not
 * counted. Built once, in the order of time.
 */
final class Line {
  /** Sailings in one direction that make a line (domain rule E13). */
  static final int LEAST_SAILINGS = 4;

  /** Largest coefficient of variation of their intervals (domain rule E13). */
  static final double MOST_VARIATION = 0.35;

  /** An interval longer than so many medians is a missed sailing (domain rule E13). */
  static final double MISSED_TIMES = 1.5;

  /** A stay longer than so many medians is long (domain rule E13). */
  static final double LONG_STAY_TIMES = 3;

  /** An interval longer than so many medians is a stop: own choice, a month of a weekly service. */
  static final double STOPPED_TIMES = 4;

  private final List<Trip> sailings;
  private final List<Long> regularS = new ArrayList<>();
  private final List<Instant> missed = new ArrayList<>();
  private final List<Instant> stopped = new ArrayList<>();
  private final List<Instant> resumed = new ArrayList<>();

  private Line(List<Trip> regular) {
    sailings = new ArrayList<>(regular);
    for (int i = 1; i < regular.size(); i++) {
      regularS.add(seconds(regular.get(i - 1), regular.get(i)));
    }
  }

  /** The line that is one with the arrival at this stay, if there is. */
  static Optional<Line> since(Stay arrival, List<Trip> trips) {
    Optional<Trip> fourth = trips.stream().filter(t -> t.to().equals(arrival)).findFirst();
    if (fourth.isEmpty()) {
      return Optional.empty();
    }
    String port = fourth.get().from().port();
    String other = fourth.get().to().port();
    return first(port, other, trips)
        .filter(line -> line.founding().equals(arrival))
        .filter(line -> first(other, port, trips).filter(r -> r.isBefore(line)).isEmpty());
  }

  /** The first line from one port to another: the return trips make the same line again. */
  private static Optional<Line> first(String port, String other, List<Trip> trips) {
    List<Trip> there = trips.stream().filter(t -> t.joins(port, other)).toList();
    for (int i = 0; i + LEAST_SAILINGS <= there.size(); i++) {
      Line line = new Line(there.subList(i, i + LEAST_SAILINGS));
      if (line.variation() <= MOST_VARIATION) {
        int next = i + LEAST_SAILINGS;
        while (next < there.size() && line.goesOn(there.get(next))) {
          next++;
        }
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private boolean isBefore(Line other) {
    return founding().came().isBefore(other.founding().came());
  }

  /** Whether this sailing belongs to the line; then it is counted. */
  private boolean goesOn(Trip next) {
    Instant last = last();
    Duration since = Duration.between(last, next.left());
    if (since.compareTo(Trips.REMEMBERED) > 0) {
      return false;
    }
    if (next.left().isAfter(stopsAt())) {
      stopped.add(last);
      resumed.add(next.left());
    } else if (next.left().isAfter(missedAt())) {
      missed.add(last);
    } else {
      regularS.add(since.toSeconds());
    }
    sailings.add(next);
    return true;
  }

  /** Where the sailing ended that made it a line. */
  private Stay founding() {
    return sailings.get(LEAST_SAILINGS - 1).to();
  }

  Instant first() {
    return sailings.get(0).left();
  }

  String port() {
    return sailings.get(0).from().port();
  }

  String other() {
    return sailings.get(0).to().port();
  }

  int count() {
    return sailings.size();
  }

  Instant last() {
    return sailings.get(sailings.size() - 1).left();
  }

  /** Median of the regular intervals, s. */
  long intervalS() {
    return median(regularS);
  }

  /** Their coefficient of variation, rounded: a threshold depends on it. */
  double variation() {
    double mean = regularS.stream().mapToLong(Long::longValue).average().orElseThrow();
    double squares = regularS.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    return Math.round(Math.sqrt(squares / regularS.size()) / mean * 1000) / 1000.0;
  }

  Instant missedAt() {
    return last().plusSeconds(Math.round(MISSED_TIMES * intervalS()));
  }

  Instant stopsAt() {
    return last().plusSeconds(Math.round(STOPPED_TIMES * intervalS()));
  }

  /** The sailings after which one was missed; the last one too, if nothing sailed until now. */
  List<Instant> missed(Instant now) {
    return now.isAfter(missedAt()) && !now.isAfter(stopsAt()) ? with(missed, last()) : missed;
  }

  /**
   * The sailings after which the service stopped; the last one too, if nothing sailed until now.
   */
  List<Instant> stopped(Instant now) {
    return now.isAfter(stopsAt()) ? with(stopped, last()) : stopped;
  }

  List<Instant> resumed() {
    return resumed;
  }

  /** Stays at either end that lasted long, with what those before them lasted, seconds. */
  List<LongStay> longStays(Collection<Stay> stays, Instant now) {
    List<LongStay> all = new ArrayList<>();
    for (String end : List.of(port(), other())) {
      List<Long> before = new ArrayList<>();
      for (Stay stay : stays) {
        if (stay.port().equals(end) && isWithin(stay)) {
          long s = stay.lasted(now).toSeconds();
          if (before.size() >= LEAST_SAILINGS - 1 && s > LONG_STAY_TIMES * median(before)) {
            all.add(new LongStay(stay, s, median(before)));
          } else if (stay.left() != null) {
            before.add(s);
          }
        }
      }
    }
    return all;
  }

  /**
   * A long stay.
   *
   * @param seconds how long
   * @param medianS of the stays before it, s
   */
  record LongStay(Stay stay, long seconds, long medianS) {}

  private boolean isWithin(Stay stay) {
    return !stay.came().isBefore(sailings.get(0).from().came())
        && !stay.came().isAfter(last().plus(Trips.REMEMBERED));
  }

  private static List<Instant> with(List<Instant> some, Instant more) {
    List<Instant> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private static long seconds(Trip one, Trip next) {
    return Duration.between(one.left(), next.left()).toSeconds();
  }

  private static long median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
