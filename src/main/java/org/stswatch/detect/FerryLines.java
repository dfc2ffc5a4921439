package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Line.LongStay;
import org.stswatch.detect.Trips.Stay;
import org.stswatch.event.Evidence;
import org.stswatch.event.PortCall;
import org.stswatch.port.Port;

/**
 * A regular service of one ship between the DPRK and a port abroad (E13). From May 2017 the ferry
 * Man Gyong Bong sailed weekly between Rajin and Vladivostok, stopped at the end of August, sailed
 * with cargo in October, and was refused entry in February 2018 (portnews, interfax). Lawful, and
 * context only: severity INFO always, and its evidence weighs nothing.
 *
 * <p>At least 4 sailings in one direction whose intervals vary by at most 0.35 (coefficient of
 * variation) make a line; longer than 1.5 median intervals without one is a missed sailing; a stay
 * longer than 3 median stays is a long one (all domain rule E13); longer than 4 intervals is a stop
 * (own choice: a month of a weekly service). That nothing sailed is said only when other ships were
 * seen to leave one of the two ports since: their receivers work, and the data go on.
 *
 * <p>The alert is that of the call in which the fourth of these sailings ended: then it is a line.
 * Missed: lines of which one port is not heard, ships that change every week, services between
 * ports of one country.
 */
final class FerryLines implements Detector {
  /** How often an end that nobody witnesses is looked for again. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(7);

  private static final int DAYS_SHOWN = 5;

  @Override
  public String name() {
    return "ferry-lines";
  }

  @Override
  public String type() {
    return "FERRY_LINE";
  }

  @Override
  public String summary() {
    return "One ship sails regularly between the DPRK and a port abroad; what she misses.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Lines of which one port is not heard on AIS, or is not in the pack.",
        "Services that several ships sail in turn.",
        "Ends that nobody witnesses: where no other ship is seen at the ports, no stop is told.",
        "Regular tramps are lines too.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "portnews, asiatimes, interfax and kbs on Man Gyong Bong, 2017 and 2018 (press copies)",
        "own rule E13: no other system of those compared has one");
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    return c.call().flatMap(call -> judge(c, call));
  }

  private Optional<Finding> judge(VesselCase c, PortCall call) {
    List<Stay> stays = Trips.stays(c.claims().calls(), c.ship().key());
    return stays.stream()
        .filter(s -> s.call().getCallId().equals(call.getCallId()))
        .findFirst()
        .flatMap(s -> Line.since(s, Trips.of(stays)))
        .filter(line -> isDprk(c, line.port()) != isDprk(c, line.other()))
        .map(line -> finding(c, line, stays));
  }

  private static boolean isDprk(VesselCase c, String port) {
    return c.ports().ofCode(port).filter(Port::isDprk).isPresent();
  }

  private Finding finding(VesselCase c, Line line, List<Stay> stays) {
    Instant now = lastSeen(c, line, stays);
    List<Evidence> all = new ArrayList<>(List.of(line(c, line)));
    told(Code.MISSED_SAILING, Line.MISSED_TIMES, line.missed(now), line).ifPresent(all::add);
    told(Code.LINE_STOPPED, Line.STOPPED_TIMES, line.stopped(now), line).ifPresent(all::add);
    if (!line.resumed().isEmpty()) {
      all.add(
          Code.LINE_RESUMED.speaksFor(
              (double) line.resumed().size(),
              null,
              0.0,
              "Sailed again on " + days(line.resumed()) + "."));
    }
    longStay(c, line.longStays(stays, now)).ifPresent(all::add);
    return new Finding(type(), all, title(c, line), again(c, line));
  }

  /**
   * The last that is known to have happened at these ports: what did not happen, did not by then.
   */
  private static Instant lastSeen(VesselCase c, Line line, Collection<Stay> stays) {
    Stream<Instant> others =
        c.claims().calls().stream()
            .filter(Trips::isOver)
            .filter(o -> !o.getVessel().equals(c.ship().key()))
            .filter(o -> o.getPort().equals(line.port()) || o.getPort().equals(line.other()))
            .map(Trips::end)
            .filter(end -> !end.isAfter(c.asOf()));
    Stream<Instant> own = stays.stream().map(s -> Objects.requireNonNullElse(s.left(), s.came()));
    return Stream.concat(others, own).max(Instant::compareTo).orElseThrow();
  }

  /** When the next thing can be missed. */
  private static @Nullable Instant again(VesselCase c, Line line) {
    if (c.asOf().isAfter(line.last().plus(Trips.REMEMBERED))) {
      return null;
    }
    return Stream.of(line.missedAt(), line.stopsAt())
        .map(t -> t.plusSeconds(1))
        .filter(t -> t.isAfter(c.asOf()))
        .findFirst()
        .orElseGet(() -> c.asOf().plus(LOOK_AGAIN));
  }

  private static Evidence line(VesselCase c, Line line) {
    String text =
        String.format(
            Locale.ROOT,
            "%s: %d sailings from %s to %s, every %.1f days (variation %.2f).",
            route(c, line),
            line.count(),
            day(line.first()),
            day(line.last()),
            line.intervalS() / 86_400.0,
            line.variation());
    return Code.NEW_LINE.speaksFor((double) line.count(), (double) Line.LEAST_SAILINGS, 0.0, text);
  }

  private static Optional<Evidence> told(Code code, double times, List<Instant> after, Line line) {
    String text = "No sailing in time after " + days(after) + ".";
    double thresholdDays = Math.round(times * line.intervalS() / 8_640.0) / 10.0;
    return after.isEmpty()
        ? Optional.empty()
        : Optional.of(code.speaksFor((double) after.size(), thresholdDays, 0.0, text));
  }

  private static Optional<Evidence> longStay(VesselCase c, List<LongStay> stays) {
    if (stays.isEmpty()) {
      return Optional.empty();
    }
    LongStay last = stays.get(stays.size() - 1);
    String text =
        "In port longer than usual, from "
            + days(stays.stream().map(s -> s.stay().came()).toList())
            + "; the last time at "
            + portName(c, last.stay().port())
            + ".";
    return Optional.of(
        Code.LONG_STAY.speaksFor(
            hours(last.seconds()),
            hours(Math.round(Line.LONG_STAY_TIMES * last.medianS())),
            0.0,
            text));
  }

  private static double hours(long seconds) {
    return Math.round(seconds / 360.0) / 10.0;
  }

  private static String title(VesselCase c, Line line) {
    return c.ship().label()
        + " sails "
        + route(c, line)
        + " regularly: pattern consistent with a line service";
  }

  private static String route(VesselCase c, Line line) {
    return portName(c, line.port()) + " - " + portName(c, line.other());
  }

  private static String portName(VesselCase c, String code) {
    return c.ports().ofCode(code).map(Port::name).orElse(code);
  }

  private static String days(List<Instant> times) {
    List<String> days = times.stream().map(FerryLines::day).toList();
    int more = days.size() - DAYS_SHOWN;
    String shown = String.join(", ", days.subList(0, Math.min(DAYS_SHOWN, days.size())));
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
