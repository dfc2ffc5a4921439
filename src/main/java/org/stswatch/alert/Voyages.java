package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Claims;
import org.stswatch.detect.FalseDestination;
import org.stswatch.detect.Ship;
import org.stswatch.detect.VesselCase;
import org.stswatch.detect.Visit;
import org.stswatch.detect.Voyage;
import org.stswatch.detect.Voyage.Declared;
import org.stswatch.detect.Voyage.Departure;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Gap;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.Landfall;
import org.stswatch.geo.Geodesy;
import org.stswatch.port.Destination;
import org.stswatch.port.Destinations;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.report.Hull;
import org.stswatch.report.Mentions;

/**
 * Puts the voyage of a landfall or silence together: the last port before it by AIS or report, what
 * was declared since she lay there, and where she went after. A pure function of the sets of calls,
 * statements and reports.
 */
final class Voyages {
  private static final String DPRK = "KP";

  /** A declaration older than this belongs to another voyage: the reach of a last port. */
  private static final Duration STALE = Duration.ofDays(30);

  /** Days are told by local dates, and arrivals a day late. */
  private static final Duration SLACK = Duration.ofDays(2);

  /** Weather within this of the ship is hers, metres: own choice, a front is wider. */
  private static final double WEATHER_M = 150_000;

  private final Ports ports;
  private final Destinations destinations;

  Voyages(Ports ports) {
    this.ports = ports;
    this.destinations = new Destinations(ports);
  }

  /**
   * The voyage.
   *
   * @param ship with the port calls before the fact
   * @param calls of her, before and after, by time
   */
  Voyage of(Fact fact, Ship ship, List<Visit> calls, Claims claims) {
    SpecificRecord record = fact.record();
    if (!(record instanceof Landfall || record instanceof Gap)) {
      return Voyage.NONE;
    }
    Hull hull = Hearing.hull(ship);
    Departure from = departure(ship, hull, claims.reported(), fact.start());
    if (from == null
        || !from.isFarEast()
        || from.at().plus(FalseDestination.WITHIN).isBefore(fact.start())) {
      return Voyage.NONE; // what follows is asked of few: reach looks at all ports
    }
    List<Declared> declared = declared(claims, hull, from, fact.start());
    Instant until = from.at().plus(FalseDestination.WITHIN);
    return new Voyage(
        from,
        declared,
        calls.stream()
            .filter(v -> v.start().isAfter(fact.start()) && !v.start().isAfter(until.plus(SLACK)))
            .toList(),
        reported(claims.reported(), hull, from.at(), until.plus(SLACK)),
        weather(claims.reported(), record, from.at(), fact.start()),
        record instanceof Gap gap && !declared.isEmpty() ? inReach(gap) : Set.of());
  }

  /** The last one before the fact, be it seen or told; null where she had not left it. */
  private @Nullable Departure departure(
      Ship ship, Hull hull, Collection<VesselReport> reports, Instant before) {
    Stream<Departure> seen =
        ship.lastPort().stream()
            .flatMap(v -> Optional.ofNullable(v.end()).map(end -> seen(v, end)).stream());
    Set<ClaimKind> kinds = Set.of(ClaimKind.PORT_CALL, ClaimKind.LOADING);
    Stream<Departure> told =
        Mentions.of(reports, hull, kinds).stream().flatMap(r -> told(r).stream());
    return Stream.concat(seen, told)
        .filter(d -> !d.at().isAfter(before))
        .max(Comparator.comparing(Departure::at).thenComparing(Departure::port))
        .orElse(null);
  }

  private static Departure seen(Visit v, Instant end) {
    return new Departure(v.port(), v.country(), v.lon(), end, null);
  }

  private Optional<Departure> told(VesselReport r) {
    Instant at = time(r);
    Port port = destinations.read(r.getArea()).map(Destination::port).orElse(null);
    return at == null || port == null
        ? Optional.empty()
        : Optional.of(new Departure(port.name(), port.country(), port.lon(), at, r.getReportId()));
  }

  private static @Nullable Instant time(VesselReport r) {
    return r.getTo() != null ? r.getTo() : r.getFrom();
  }

  /** What was in force when she left, by each of those who state, and all since. */
  private List<Declared> declared(Claims claims, Hull hull, Departure from, Instant before) {
    Map<StatementKind, VoyageStatement> inForce = new EnumMap<>(StatementKind.class);
    List<Declared> all = new ArrayList<>();
    claims.statedOf(hull.key()).stream()
        .filter(s -> s.getDestination() != null && !s.getObservedAt().isAfter(before))
        .sorted(
            Comparator.comparing(VoyageStatement::getObservedAt)
                .thenComparing(VoyageStatement::getStatementId))
        .forEach(
            s -> {
              if (s.getObservedAt().isAfter(from.at())) {
                declared(s).ifPresent(all::add);
              } else {
                inForce.put(s.getSourceKind(), s);
              }
            });
    inForce.values().stream()
        .filter(s -> s.getObservedAt().plus(STALE).isAfter(from.at()))
        .flatMap(s -> declared(s).stream())
        .forEach(all::add);
    Mentions.of(claims.reported(), hull, Set.of(ClaimKind.DECLARED_DESTINATION)).stream()
        .flatMap(r -> declared(r, from.at(), before).stream())
        .forEach(all::add);
    return all.stream()
        .filter(d -> !isHere(d, from))
        .sorted(Comparator.comparing(Declared::at).thenComparing(Declared::text))
        .toList();
  }

  private Optional<Declared> declared(VoyageStatement s) {
    String text = Objects.requireNonNull(s.getDestination());
    String by =
        switch (s.getSourceKind()) {
          case PORT_CONTROL -> "port control";
          case REGISTER -> "register";
          case AIS, UNKNOWN -> "AIS";
        };
    return destinations.read(text).map(to -> new Declared(s.getObservedAt(), text, to, by));
  }

  private Optional<Declared> declared(VesselReport r, Instant left, Instant before) {
    Instant at = time(r);
    String area = r.getArea();
    if (at == null || area == null || at.isAfter(before) || at.plus(SLACK).isBefore(left)) {
      return Optional.empty();
    }
    return destinations.read(area).map(to -> new Declared(at, area, to, r.getOriginatorId()));
  }

  /** The destination of the voyage that brought her here, not yet typed over. */
  private static boolean isHere(Declared d, Departure from) {
    Port port = d.to().port();
    return port != null && port.name().equals(from.port());
  }

  private List<VesselReport> reported(
      Collection<VesselReport> reports, Hull hull, Instant from, Instant to) {
    return Mentions.of(reports, hull, Set.of(ClaimKind.PORT_CALL, ClaimKind.OTHER)).stream()
        .filter(r -> isWithin(r, from, to))
        .filter(r -> destinations.read(r.getArea()).filter(this::isDprk).isPresent())
        .toList();
  }

  private boolean isDprk(Destination d) {
    return DPRK.equals(d.country());
  }

  private static boolean isWithin(VesselReport r, Instant from, Instant to) {
    Instant at = time(r);
    return at != null && !at.isBefore(from) && !at.isAfter(to);
  }

  private static List<VesselReport> weather(
      Collection<VesselReport> reports, SpecificRecord fact, Instant from, Instant to) {
    return Mentions.ofWeather(reports).stream()
        .filter(r -> isWithin(r, from.minus(SLACK), to.plus(SLACK)))
        .filter(r -> r.getLat() != null && r.getLon() != null && isNear(r, fact))
        .toList();
  }

  private static boolean isNear(VesselReport r, SpecificRecord fact) {
    double lat = Objects.requireNonNull(r.getLat());
    double lon = Objects.requireNonNull(r.getLon());
    return Geodesy.distanceM(lat, lon, VesselCase.lat(fact), VesselCase.lon(fact)) <= WEATHER_M;
  }

  /** Countries of the ports inside the ellipse of a silence that is over, with time to call. */
  private Set<String> inReach(Gap gap) {
    Double endLat = gap.getEndLat();
    Double endLon = gap.getEndLon();
    Instant end = gap.getEnd();
    if (end == null || endLat == null || endLon == null) {
      return Set.of();
    }
    double hours = Duration.between(gap.getStart(), end).toMinutes() / 60.0;
    long reachM = Math.round(FalseDestination.reachM(hours));
    return ports.all().stream()
        .filter(p -> p.country() != null)
        .filter(
            p ->
                Math.round(
                        Geodesy.distanceM(gap.getStartLat(), gap.getStartLon(), p.lat(), p.lon())
                            + Geodesy.distanceM(p.lat(), p.lon(), endLat, endLon))
                    <= reachM)
        .map(p -> Objects.requireNonNull(p.country()))
        .collect(Collectors.toSet());
  }
}
