package org.stswatch.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a folder's inputs are drawn from: tracks at one place or several, what ships say, and what
 * radar, cameras and patrols see.
 */
record Drawing(List<Chart> charts, List<Saying> sayings, List<Seen> seen) {
  /** So that each is heard twice, as what is damaged seldom is. */
  private static final Duration AGAIN = Duration.ofMinutes(12);

  /** A ship says something of herself, or a register of her. */
  record Saying(Instant time, Hull hull) {}

  Drawing {
    charts = List.copyOf(charts);
    sayings = List.copyOf(sayings);
    seen = List.copyOf(seen);
  }

  static Drawing of(Chart... charts) {
    return new Drawing(List.of(charts), List.of(), List.of());
  }

  /** And these ships say this at that time. */
  Drawing says(String time, Hull... hulls) {
    List<Saying> all = new ArrayList<>(sayings);
    for (Hull hull : hulls) {
      all.add(new Saying(Instant.parse(time), hull));
    }
    return new Drawing(charts, all, seen);
  }

  /** And this happens too. */
  Drawing and(Drawing other) {
    List<Chart> bothCharts = new ArrayList<>(charts);
    bothCharts.addAll(other.charts);
    List<Saying> bothSayings = new ArrayList<>(sayings);
    bothSayings.addAll(other.sayings);
    List<Seen> bothSeen = new ArrayList<>(seen);
    bothSeen.addAll(other.seen);
    return new Drawing(bothCharts, bothSayings, bothSeen);
  }

  /** And this is seen. */
  Drawing sees(List<Seen> more) {
    List<Seen> all = new ArrayList<>(seen);
    all.addAll(more);
    return new Drawing(charts, sayings, all);
  }

  /** JSON lines of what is seen, by time; empty where nothing is. */
  String detections() {
    StringBuilder lines = new StringBuilder();
    seen.stream()
        .sorted(Comparator.comparing(Seen::time).thenComparing(Seen::id))
        .forEach(s -> lines.append(s.line()).append('\n'));
    return lines.toString();
  }

  String positions() {
    return Chart.csv(charts);
  }

  /** JSON lines by time; empty where nobody says anything. */
  String statements() {
    List<Saying> twice = new ArrayList<>(sayings);
    sayings.forEach(s -> twice.add(new Saying(s.time().plus(AGAIN), s.hull())));
    twice.sort(Comparator.comparing(Saying::time)); // stable: those of one time as drawn
    StringBuilder lines = new StringBuilder();
    twice.forEach(s -> lines.append(s.hull().says(s.time())).append('\n'));
    return lines.toString();
  }
}
