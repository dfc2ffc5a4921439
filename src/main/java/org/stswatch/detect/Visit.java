package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.PortCall;
import org.stswatch.port.Port;

/**
 * A port call of a party before the event, with what is known of the port.
 *
 * @param port its name
 * @param country ISO 3166 alpha-2, or null
 * @param lon of the port, degrees east
 * @param roles what was shipped there by report: oil, crude, coal, ferry, exemption
 * @param start when it came
 * @param end when it left, or null while it is there
 */
public record Visit(
    String port,
    @Nullable String country,
    double lon,
    Set<String> roles,
    Instant start,
    @Nullable Instant end) {
  /** A last port counts for so long after the ship left it (design, scope). */
  static final Duration COUNTS_FOR = Duration.ofDays(30);

  private static final Set<String> FUEL_OR_COAL = Set.of("oil", "crude", "coal");

  public Visit {
    roles = Set.copyOf(roles);
  }

  /** Finds the port of a code, as a call names it. */
  @FunctionalInterface
  public interface Harbours {
    /** The call as a visit, if the port is known. */
    Optional<Visit> visit(PortCall call);
  }

  /** The visits that count at an instant, the last one first. */
  public static List<Visit> before(
      Instant asOf, Collection<PortCall> calls, String vessel, Harbours harbours) {
    return calls.stream()
        .filter(c -> c.getVessel().equals(vessel) && !c.getStart().isAfter(asOf))
        .flatMap(c -> harbours.visit(c).stream())
        .map(v -> v.asOf(asOf))
        .filter(v -> Objects.requireNonNullElse(v.end, asOf).plus(COUNTS_FOR).isAfter(asOf))
        .sorted(Comparator.comparing(Visit::start).reversed().thenComparing(Visit::port))
        .toList();
  }

  /** All of a vessel, by time. */
  public static List<Visit> all(Collection<PortCall> calls, String vessel, Harbours harbours) {
    return calls.stream()
        .filter(c -> c.getVessel().equals(vessel))
        .flatMap(c -> harbours.visit(c).stream())
        .sorted(Comparator.comparing(Visit::start).thenComparing(Visit::port))
        .toList();
  }

  /** Who left later was still there. */
  private Visit asOf(Instant time) {
    return end == null || !end.isAfter(time)
        ? this
        : new Visit(port, country, lon, roles, start, null);
  }

  /** Whether a port of this country and longitude lies in the Russian Far East. */
  static boolean isFarEast(@Nullable String country, double lon) {
    return "RU".equals(country) && lon >= Port.FAR_EAST_LON;
  }

  boolean isDprk() {
    return "KP".equals(country);
  }

  /** Whether fuel or coal was shipped there, in the Russian Far East. */
  boolean isFarEast() {
    return isFarEast(country, lon) && roles.stream().anyMatch(FUEL_OR_COAL::contains);
  }

  String words() {
    String left = end == null ? "there since " + start : "left " + end;
    return "last port " + port + ", " + left;
  }
}
