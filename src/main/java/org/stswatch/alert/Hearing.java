package org.stswatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.stswatch.detect.Claims;
import org.stswatch.detect.Ship;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Encounter;
import org.stswatch.event.PortCall;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.report.Authorities;
import org.stswatch.report.Hull;
import org.stswatch.report.Matching;
import org.stswatch.report.Places;
import org.stswatch.report.Scene;
import org.stswatch.report.Testimony;
import org.stswatch.vessel.ShipType;

/** Asks the reports about an encounter. */
final class Hearing {
  private static final Hull NOBODY = new Hull("", null, null, null, ShipType.UNKNOWN, null);

  /** What a report on a call or a loading says. */
  private static final Set<ClaimKind> OF_PORTS = Set.of(ClaimKind.PORT_CALL, ClaimKind.LOADING);

  private final Matching matching;
  private final Authorities authorities;

  Hearing(Places places, Authorities authorities) {
    this.matching = new Matching(places);
    this.authorities = authorities;
  }

  Testimony of(Encounter fact, Ship ship1, Ship ship2, Claims claims) {
    Scene scene =
        new Scene(
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
   * Asks them about what one ship did in or off a port.
   *
   * @param judged of her calls those of which a report may speak instead
   */
  Testimony of(
      Fact fact, double lat, double lon, Ship ship, Claims claims, Predicate<PortCall> judged) {
    Scene scene =
        new Scene(
            fact.record() instanceof PortCall c ? c.getCallId() : "",
            fact.start(),
            fact.end(),
            lat,
            lon,
            hull(ship),
            NOBODY,
            claims.calls().stream()
                .filter(c -> c.getVessel().equals(ship.key()) && judged.test(c))
                .map(Hearing::rival)
                .toList());
    return Testimony.of(scene, claims.reported(), matching, authorities, OF_PORTS);
  }

  private static Scene.Rival rival(PortCall c) {
    Instant end = Objects.requireNonNullElse(c.getEnd(), c.getStart());
    String vessel = c.getVessel();
    return new Scene.Rival(
        c.getCallId(), vessel, vessel, c.getStart(), end, c.getLat(), c.getLon());
  }

  static Hull hull(Ship s) {
    return new Hull(s.key(), s.mmsi(), s.imo(), s.name(), s.type(), s.flag());
  }

  private static Scene.Rival rival(ClosedMeeting m) {
    return new Scene.Rival(
        m.getEncounterId(),
        m.getVessel1(),
        m.getVessel2(),
        m.getStart(),
        m.getEnd(),
        m.getLat(),
        m.getLon());
  }
}
