package org.stswatch.detect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselReport;
import org.stswatch.port.Destination;

/**
 * The voyage that a fact about one ship belongs to: last port, declared destination, next port.
 *
 * @param from the port that she left last before the fact, if it is known
 * @param declared what was declared for this voyage before the fact, by time, as far as it could be
 *     read
 * @param next port calls after the start of the fact, by time
 * @param reported reports that say of her that she was at a place of the DPRK within the time of
 *     the voyage
 * @param weather reports of weather on her way
 * @param inReach of a silence: the countries with a port at which she could have called in it
 */
public record Voyage(
    @Nullable Departure from,
    List<Declared> declared,
    List<Visit> next,
    List<VesselReport> reported,
    List<VesselReport> weather,
    Set<String> inReach) {

  /** Of a fact of which no voyage is asked. */
  public static final Voyage NONE =
      new Voyage(null, List.of(), List.of(), List.of(), List.of(), Set.of());

  /**
   * A port that she left.
   *
   * @param port its name
   * @param country ISO 3166 alpha-2, or null
   * @param lon degrees east
   * @param reportId id of the report that says so; null where it was seen on AIS
   */
  public record Departure(
      String port, @Nullable String country, double lon, Instant at, @Nullable String reportId) {

    /** Whether it lies in the Russian Far East. */
    public boolean isFarEast() {
      return Visit.isFarEast(country, lon);
    }

    String words() {
      return port
          + ", left "
          + at
          + (reportId == null ? "" : " by report " + Voices.plain(reportId));
    }
  }

  /**
   * A destination that was declared.
   *
   * @param text as it was sent
   * @param by AIS, port control, or the originator of a report
   */
  public record Declared(Instant at, String text, Destination to, String by) {
    String words() {
      return "'" + Voices.plain(text) + "' (" + to.words() + "; " + by + ", " + at + ")";
    }
  }

  public Voyage {
    declared = List.copyOf(declared);
    next = List.copyOf(next);
    reported = List.copyOf(reported);
    weather = List.copyOf(weather);
    inReach = Set.copyOf(inReach);
  }

  /** The last declaration of another country than the DPRK. */
  Optional<Declared> elsewhere() {
    return declared.stream().filter(d -> !isDprk(d)).reduce((a, b) -> b);
  }

  /** A declaration of the DPRK, made before she came there. */
  Optional<Declared> openly() {
    return declared.stream().filter(Voyage::isDprk).reduce((a, b) -> b);
  }

  private static boolean isDprk(Declared d) {
    return "KP".equals(d.to().country());
  }

  /** The first port call in the DPRK. */
  Optional<Visit> dprkCall() {
    return next.stream().filter(Visit::isDprk).findFirst();
  }

  /** The first call at a port of a country that was declared, before any in the DPRK. */
  Optional<Visit> asDeclared() {
    return next.stream()
        .takeWhile(v -> !v.isDprk())
        .filter(
            v ->
                declared.stream().anyMatch(d -> !isDprk(d) && d.to().country().equals(v.country())))
        .findFirst();
  }
}
