package org.stswatch.alert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stswatch.detect.Series;
import org.stswatch.detect.Traffic;
import org.stswatch.detect.TrafficSurges;
import org.stswatch.detect.Trips;
import org.stswatch.event.PortCall;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.vessel.Flag;
import org.stswatch.vessel.ShipType;
import org.stswatch.watch.Watchlist;

/**
 * Calls at a port by weeks: those that came from the DPRK, by class, and the others, who show that
 * the port is heard. A call counts in the week in which it ended, since all calls that ended by an
 * instant are known then. Weeks begin on Monday, 00:00 UTC.
 */
final class TrafficCounts {
  private static final String DPRK = "KP";
  private static final Duration WEEK = Duration.ofDays(7);

  private final Ports ports;
  private final TradeView view;
  private final Instant asOf;

  /** Ships that came from the DPRK, of any class. */
  private final Set<String> fromDprk = new TreeSet<>();

  TrafficCounts(Ports ports, TradeView view, Instant asOf) {
    this.ports = ports;
    this.view = view;
    this.asOf = asOf;
  }

  /**
   * The weeks of one class at one port, as far as somebody left the port after them.
   *
   * @param founding a call that stands for the row
   */
  record Row(Port port, ShipType type, PortCall founding, List<Traffic> weeks) {}

  private record Counted(PortCall call, Instant end, boolean byFlag, ShipType type) {}

  /** Ships that came from the DPRK to the ports asked for so far. */
  Set<String> fromDprk() {
    return fromDprk;
  }

  /** The rows that have any call and any week. */
  List<Row> at(Port port) {
    List<PortCall> over = over(view.at(port.code()), asOf);
    List<PortCall> others = new ArrayList<>();
    List<Counted> fromDprk = new ArrayList<>();
    for (PortCall call : over) {
      Optional<Counted> counted = counted(call);
      counted.ifPresentOrElse(fromDprk::add, () -> others.add(call));
    }
    List<Row> rows = new ArrayList<>();
    for (ShipType type : List.of(ShipType.TANKER, ShipType.CARGO)) {
      List<Counted> ofType = fromDprk.stream().filter(c -> c.type() == type).toList();
      if (!ofType.isEmpty()) {
        List<Traffic> weeks = weeks(port, type, ofType, others, over);
        if (!weeks.isEmpty()) {
          rows.add(new Row(port, type, ofType.get(0).call(), weeks));
        }
      }
    }
    return rows;
  }

  /** The calls that ended by an instant, in the order of their ends. */
  static List<PortCall> over(List<PortCall> calls, Instant asOf) {
    return calls.stream()
        .filter(Trips::isOver)
        .filter(c -> !Trips.end(c).isAfter(asOf))
        .sorted(Comparator.comparing(Trips::end).thenComparing(PortCall::getCallId))
        .toList();
  }

  /** The last port that a vessel left within 30 days before an instant, as far as it was heard. */
  static Optional<PortCall> lastPort(List<PortCall> calls, Instant before) {
    return over(calls, before).stream()
        .filter(c -> !Trips.end(c).isBefore(before.minus(Series.FROM_PORT)))
        .reduce((one, next) -> next);
  }

  private Optional<Counted> counted(PortCall call) {
    String vessel = call.getVessel();
    Optional<PortCall> last =
        lastPort(view.of(vessel), call.getStart())
            .filter(c -> !c.getPort().equals(call.getPort())); // she was somewhere in between
    boolean byFlag = last.isEmpty();
    boolean fromDprk =
        byFlag
            ? Flag.of(vessel).filter(DPRK::equals).isPresent()
            : last.flatMap(c -> ports.ofCode(c.getPort())).filter(Port::isDprk).isPresent();
    if (fromDprk) {
      this.fromDprk.add(vessel);
    }
    return fromDprk
        ? Optional.of(new Counted(call, Trips.end(call), byFlag, type(call)))
        : Optional.empty();
  }

  private ShipType type(PortCall call) {
    String vessel = call.getVessel();
    return Particulars.of(
            vessel,
            view.claims(List.of(vessel), Trips.end(call).toEpochMilli()).statedOf(vessel),
            new Watchlist(List.of()),
            call.getStart())
        .type();
  }

  private List<Traffic> weeks(
      Port port, ShipType type, List<Counted> calls, List<PortCall> others, List<PortCall> all) {
    Instant learnt =
        Trips.end(all.get(0)).plus(Traffic.BLOCK.multipliedBy(TrafficSurges.BLOCKS + 1L));
    Instant last = Trips.end(all.get(all.size() - 1));
    List<Traffic> weeks = new ArrayList<>();
    for (Instant end = monday(learnt); !end.isAfter(last); end = end.plus(WEEK)) {
      weeks.add(week(port, type, end, calls, others));
    }
    return weeks;
  }

  private static Traffic week(
      Port port, ShipType type, Instant end, List<Counted> calls, List<PortCall> others) {
    List<Counted> now = calls.stream().filter(c -> isIn(c.end(), end)).toList();
    List<Integer> before = new ArrayList<>();
    for (int block = 1; block <= TrafficSurges.BLOCKS; block++) {
      Instant then = end.minus(Traffic.BLOCK.multipliedBy(block));
      before.add((int) calls.stream().filter(c -> isIn(c.end(), then)).count());
    }
    boolean asked = TrafficSurges.isLarge(now.size(), before);
    List<Integer> othersBefore = new ArrayList<>();
    for (int block = 1; asked && block <= TrafficSurges.BLOCKS; block++) {
      othersBefore.add(ships(others, end.minus(Traffic.BLOCK.multipliedBy(block))));
    }
    return new Traffic(
        port,
        type,
        end,
        now.size(),
        before,
        asked ? ships(others, end) : 0,
        othersBefore,
        (int) now.stream().filter(Counted::byFlag).count(),
        now.stream().flatMap(c -> c.call().getInputRefs().stream()).distinct().sorted().toList());
  }

  private static int ships(List<PortCall> calls, Instant blockEnd) {
    TreeSet<String> ships = new TreeSet<>();
    Predicate<PortCall> inBlock = c -> isIn(Trips.end(c), blockEnd);
    calls.stream().filter(inBlock).forEach(c -> ships.add(c.getVessel()));
    return ships.size();
  }

  private static boolean isIn(Instant time, Instant blockEnd) {
    return time.isBefore(blockEnd) && !time.isBefore(blockEnd.minus(Traffic.BLOCK));
  }

  /** The first Monday, 00:00 UTC, at or after an instant. */
  static Instant monday(Instant time) {
    Instant day = time.truncatedTo(ChronoUnit.DAYS);
    Instant from = day.equals(time) ? day : day.plus(1, ChronoUnit.DAYS);
    return from.atOffset(ZoneOffset.UTC)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
        .toInstant();
  }
}
