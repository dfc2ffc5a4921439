package org.stswatch.alert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stswatch.detect.Claims;
import org.stswatch.detect.DprkTankers;
import org.stswatch.detect.Ship;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.port.Ports;
import org.stswatch.port.Zones;
import org.stswatch.report.Authorities;
import org.stswatch.report.Hull;
import org.stswatch.report.Matching;
import org.stswatch.report.Scene;
import org.stswatch.report.Testimony;
import org.stswatch.vessel.ShipType;

/** Asks the reports about a fact. */
final class Hearing {
  private static final Hull NOBODY = new Hull("", null, null, null, ShipType.UNKNOWN, null);

  /** What a report on a call or a loading says. */
  private static final Set<ClaimKind> OF_PORTS = Set.of(ClaimKind.PORT_CALL, ClaimKind.LOADING);

  private final Ports ports;
  private final Alike alike;
  private final Matching matching;
  private final Authorities authorities;

  Hearing(Ports ports, Zones zones, Alike alike, Authorities authorities) {
    this.ports = ports;
    this.alike = alike;
    this.matching = new Matching(new NamedPlaces(ports, zones));
    this.authorities = authorities;
  }

  Testimony of(Encounter fact, Ship ship1, Ship ship2, Claims claims) {
    Scene scene =
        new Scene(
            Scene.Kind.MEETING,
            fact.getEncounterId(),
            fact.getStart(),
            fact.getEnd(),
            fact.getLat(),
            fact.getLon(),
            hull(ship1),
            hull(ship2),
            claims.met().stream().map(Hearing::rival).toList());
    return Testimony.of(scene, claims.reported(), matching, authorities);
  }

  /**
   * Of two ships that nobody saw together only a report that names both may assert it: one of them
   * was out of sight, and may have met anybody.
   */
  Testimony of(DarkMeeting fact, Ship ship1, Ship ship2, Claims claims) {
    Scene scene =
        new Scene(
            Scene.Kind.MEETING,
            fact.getMeetingId(),
            fact.getStart(),
            fact.getEnd(),
            fact.getLat(),
            fact.getLon(),
            hull(ship1),
            hull(ship2),
            claims.met().stream().map(Hearing::rival).toList());
    List<VesselReport> heard =
        claims.reported().stream()
            .filter(r -> r.getStance() != Stance.ASSERT || matching.namesBoth(r, scene))
            .toList();
    return Testimony.of(scene, heard, matching, authorities);
  }

  /**
   * Asks them about what one ship did.
   *
   * @param judged of her calls those of which a report may speak instead
   */
  Testimony of(Fact fact, Ship ship, Claims claims, Predicate<PortCall> judged) {
    return fact.record() instanceof PortCall call
        ? of(call, ship, claims, judged)
        : alike
            .of(fact, claims)
            .map(alone -> of(alone, ship, claims, judged))
            .orElse(Testimony.none());
  }

  private Testimony of(PortCall call, Ship ship, Claims claims, Predicate<PortCall> judged) {
    Scene scene =
        new Scene(
            Scene.Kind.CALL,
            call.getCallId(),
            call.getStart(),
            Fact.of(call).end(),
            call.getLat(),
            call.getLon(),
            hull(ship),
            NOBODY,
            calls(ship, claims, judged));
    return Testimony.of(scene, claims.reported(), matching, authorities, OF_PORTS);
  }

  /**
   * Asks them about what a ship did alone: whether it was reported to meet others then, or to call
   * at the port off which it fell silent (decisions 0021 and 0024).
   */
  private Testimony of(Alone alone, Ship ship, Claims claims, Predicate<PortCall> judged) {
    Set<ClaimKind> asserting = EnumSet.of(ClaimKind.STS_TRANSFER);
    if (alone.fact().record() instanceof Gap gap
        && DprkTankers.isOffOilPort(ports, gap.getStartLat(), gap.getStartLon())) {
      asserting.addAll(OF_PORTS);
    }
    List<Scene.Rival> rivals = new ArrayList<>(calls(ship, claims, judged));
    claims.met().forEach(m -> rivals.add(rival(m)));
    rivals.addAll(claims.alike());
    Scene scene = alone.scene(hull(ship), NOBODY, rivals);
    return Testimony.of(scene, claims.reported(), matching, authorities, asserting);
  }

  private static List<Scene.Rival> calls(Ship ship, Claims claims, Predicate<PortCall> judged) {
    return claims.calls().stream()
        .filter(c -> c.getVessel().equals(ship.key()) && judged.test(c))
        .map(Hearing::rival)
        .toList();
  }

  private static Scene.Rival rival(PortCall c) {
    String vessel = c.getVessel();
    return new Scene.Rival(
        Scene.Kind.CALL,
        c.getCallId(),
        vessel,
        vessel,
        c.getStart(),
        Fact.of(c).end(),
        c.getLat(),
        c.getLon());
  }

  static Hull hull(Ship s) {
    return new Hull(s.key(), s.mmsi(), s.imo(), s.name(), s.type(), s.flag());
  }

  private static Scene.Rival rival(ClosedMeeting m) {
    return new Scene.Rival(
        Scene.Kind.MEETING,
        m.getEncounterId(),
        m.getVessel1(),
        m.getVessel2(),
        m.getStart(),
        m.getEnd(),
        m.getLat(),
        m.getLon());
  }
}
