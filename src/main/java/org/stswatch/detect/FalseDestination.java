package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stswatch.detect.Voyage.Declared;
import org.stswatch.detect.Voyage.Departure;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Evidence;
import org.stswatch.event.Gap;
import org.stswatch.event.VesselReport;
import org.stswatch.event.state.Landfall;
import org.stswatch.vessel.ContentId;

/**
 * A ship leaves a port of the Russian Far East for a country other than the DPRK, as she declared,
 * and is off a DPRK port within days (E9). At least eight DPRK ships left Vladivostok or Nakhodka
 * in 2017 with diesel, declared China or South Korea, and were next recorded off Kimchaek,
 * Chongjin, Hungnam or Najin (Reuters, 20 September 2017, which has "no evidence of wrongdoing").
 * Changing destination is not forbidden, and being off a port is not unloading there.
 *
 * <p>Within 7 days of leaving (own choice: Nakhodka to Hungnam takes 33 h at 9 kn). A port call on
 * AIS or by report speaks most; being within 15 km of a DPRK port, or slow for an hour in waters
 * claimed by the DPRK in which it is for two hours, is MEDIUM at most; a silence in which no other
 * port was in reach at 14 kn (a loaded tanker; own choice) less 2 h at the port adds a little to
 * the silence's alert.
 *
 * <p>Missed: destinations that can't be read, departures without a transponder or report, ships
 * that send nothing off that coast. Taken wrongly: ships that wait or shelter there, and those who
 * change their minds and do not type it.
 */
public final class FalseDestination implements Detector {
  /** From leaving to being there (E9 in the plan). */
  public static final Duration WITHIN = Duration.ofDays(7);

  /** Slow for so long is a stop, minutes: own choice, as landfalls are told. */
  static final int STOPPED_MINUTES = 60;

  /** A sighting so near is off a port, metres (E9 in the plan). */
  static final int OFF_PORT_M = 15_000;

  private static final double FASTEST_KN = 14;
  private static final double DWELL_H = 2;

  private static final String NOT_FORBIDDEN = " Changing destination is not forbidden.";

  /** So far a ship sails in a silence of so many hours in which she calls at a port, metres. */
  public static double reachM(double hours) {
    return Math.max(0, hours - DWELL_H) * FASTEST_KN * org.stswatch.geo.Geodesy.METRES_PER_NM;
  }

  @Override
  public String name() {
    return "false-destination";
  }

  @Override
  public String type() {
    return "FALSE_DESTINATION_DIRECT";
  }

  @Override
  public String summary() {
    return "A ship leaves the Russian Far East for another country, as declared, and is off a DPRK port within 7 days.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Destinations that can't be read: FOR ORDERS, FISHING FLEET and other free text.",
        "Departures and arrivals without a transponder, unless a report tells of them.",
        "Ships that shelter or wait off that coast look the same.",
        "Whoever changes her destination and does not type it looks the same.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Reuters, 20 September 2017 (press copies): eight ships, no evidence of wrongdoing",
        "Domain rule E9 (7 days, 15 km, 2 h in claimed waters)");
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    if (c.landfall().isPresent()) {
      Landfall l = c.landfall().get();
      return Optional.of(new Finding(type(), ofLandfall(c, l), title(c, l), null));
    }
    return c.gap()
        .filter(gap -> nothing(c.voyage()).isEmpty())
        .flatMap(gap -> ofSilence(c, gap))
        .map(e -> new Finding(type(), VesselEvidence.withRefs(List.of(e), e.getInputRefs())));
  }

  private static String title(VesselCase c, Landfall l) {
    return c.ship().label()
        + " was seen off "
        + l.getPort()
        + ", having declared another country: pattern consistent with a false destination";
  }

  /** Why a landfall says nothing of a false destination, if so. */
  public static Optional<String> isNothing(VesselCase c) {
    return nothing(c.voyage())
        .or(() -> c.landfall().filter(l -> onlyPasses(l, c.voyage())).map(l -> "she passed by"));
  }

  private static Optional<String> nothing(Voyage v) {
    Departure from = v.from();
    if (from == null || !from.isFarEast()) {
      return Optional.of("no departure from the Russian Far East within 7 days before");
    } else if (v.declared().isEmpty()) {
      return Optional.of("no destination that could be read");
    } else if (v.elsewhere().isEmpty()) {
      return Optional.of("the DPRK was declared openly");
    }
    return v.asDeclared().map(call -> "she arrived as declared: " + call.port());
  }

  /** The way to Busan cuts a corner of claimed waters. */
  private static boolean onlyPasses(Landfall l, Voyage v) {
    return l.getDistanceM() > OFF_PORT_M
        && l.getSlowMinutes() < STOPPED_MINUTES
        && v.dprkCall().isEmpty()
        && v.reported().isEmpty();
  }

  private static List<Evidence> ofLandfall(VesselCase c, Landfall l) {
    List<Evidence> all = new ArrayList<>();
    Voyage v = c.voyage();
    if (isNothing(c).isEmpty()) {
      Optional<Visit> called = v.dprkCall();
      Optional<VesselReport> told = called(v);
      boolean stopped = called.isPresent() || told.isPresent();
      all.add(stopped ? called(c, called, told) : recordedOff(v, l));
      if (!stopped && l.getClosed() && l.getSlowMinutes() < STOPPED_MINUTES) {
        all.add(leftWithoutStop(l));
      }
      against(v, all);
    }
    all.addAll(VesselEvidence.of(c));
    return VesselEvidence.withRefs(all, l.getInputRefs());
  }

  private static void against(Voyage v, List<Evidence> all) {
    v.openly()
        .ifPresent(
            d ->
                all.add(
                    Code.DESTINATION_CHANGED_OPENLY.speaksAgainst(
                        null, null, 0.0, "She declared the DPRK as well: " + d.words() + ".")));
    if (!v.weather().isEmpty()) {
      String text = "Weather near there was reported: " + reports(v.weather()) + ".";
      all.add(Code.WEATHER.speaksAgainst((double) v.weather().size(), null, -0.5, text));
    }
  }

  private static Evidence called(
      VesselCase c, Optional<Visit> called, Optional<VesselReport> told) {
    Instant when = called.map(Visit::start).orElse(c.start());
    String where =
        called
            .map(visit -> "called at " + visit.port() + " (AIS, " + visit.start() + ")")
            .orElseGet(() -> "called in the DPRK by report: " + reports(told.stream().toList()));
    return Code.DESTINATION_CALLED.speaksFor(
        hours(c, when), (double) WITHIN.toHours(), 4.0, route(c.voyage(), where));
  }

  private static Evidence recordedOff(Voyage v, Landfall l) {
    String where =
        String.format(
            Locale.ROOT,
            "was recorded off %s, %.1f km from its point (%s to %s), slow for %d min",
            l.getPort(),
            l.getDistanceM() / 1000.0,
            l.getStart(),
            l.getEnd(),
            l.getSlowMinutes());
    return Code.RECORDED_OFF.speaksFor(
        (double) l.getDistanceM(), (double) OFF_PORT_M, 2.5, route(v, where));
  }

  private static Evidence leftWithoutStop(Landfall l) {
    return Code.LEFT_WITHOUT_STOP.speaksAgainst(
        (double) l.getSlowMinutes(),
        (double) STOPPED_MINUTES,
        -1.0,
        "She left without having stopped there.");
  }

  private static Optional<Evidence> ofSilence(VesselCase c, Gap gap) {
    Voyage v = c.voyage();
    boolean told = !v.reported().isEmpty();
    if (!told && !v.inReach().equals(Set.of("KP"))) {
      return Optional.empty();
    }
    String where = "was silent for " + c.length().toHours() + " h";
    where += told ? " and there by report: " + reports(v.reported()) : "";
    where += v.inReach().equals(Set.of("KP")) ? "; no port but the DPRK's was in reach" : "";
    Evidence e =
        Code.DESTINATION_INFERRED.speaksFor(
            (double) c.length().toHours(), null, told ? 1.5 : 0.5, route(v, where));
    return Optional.of(Evidence.newBuilder(e).setInputRefs(gap.getInputRefs()).build());
  }

  private static String route(Voyage v, String where) {
    Departure from = java.util.Objects.requireNonNull(v.from());
    Declared declared = v.elsewhere().orElseThrow();
    return "Came from "
        + from.words()
        + ", declared "
        + declared.words()
        + ", and "
        + where
        + "."
        + NOT_FORBIDDEN;
  }

  private static Optional<VesselReport> called(Voyage v) {
    return v.reported().stream().filter(r -> r.getClaim() == ClaimKind.PORT_CALL).findFirst();
  }

  private static double hours(VesselCase c, Instant when) {
    Departure from = java.util.Objects.requireNonNull(c.voyage().from());
    return Math.round(Duration.between(from.at(), when).toMinutes() / 6.0) / 10.0;
  }

  /** Who says so, with a hash of what was said. */
  private static String reports(List<VesselReport> reports) {
    return String.join(
        "; ",
        reports.stream()
            .map(
                r ->
                    Voices.plain(r.getOriginatorId())
                        + " (report "
                        + Voices.plain(r.getReportId())
                        + ", "
                        + ContentId.of(r.toString()).substring(0, 8)
                        + ")")
            .toList());
  }
}
