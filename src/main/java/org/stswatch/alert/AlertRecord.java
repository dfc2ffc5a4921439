package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stswatch.detect.Case;
import org.stswatch.detect.Chain;
import org.stswatch.detect.DarkCase;
import org.stswatch.detect.Detectors;
import org.stswatch.detect.Finding;
import org.stswatch.detect.Place;
import org.stswatch.detect.ReportEvidence;
import org.stswatch.detect.Ship;
import org.stswatch.detect.VesselCase;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertContext;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Corroboration;
import org.stswatch.event.CorroborationStatus;
import org.stswatch.event.Coverage;
import org.stswatch.event.Encounter;
import org.stswatch.event.ObservedBy;
import org.stswatch.event.Party;
import org.stswatch.event.PartyRole;
import org.stswatch.event.RuleProfile;
import org.stswatch.event.Signal;
import org.stswatch.event.SubjectKind;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Loitering;
import org.stswatch.geo.Geodesy;
import org.stswatch.report.Testimony;
import org.stswatch.vessel.Imo;
import org.stswatch.watch.Listing;

/** Writes an alert down: parties, place, rule and words, out of a judged case. */
final class AlertRecord {
  /** Error of a position from AIS, metres: 10 m of the receiver, the ship's length, rounding. */
  private static final int POSITION_ERROR_M = 100;

  private final RuleProfile rule;

  AlertRecord(AlertSettings s) {
    Map<String, String> decided = new TreeMap<>(s.parameters());
    // Event time and retention decide when an alert comes, not what is one.
    decided.keySet().removeIf(key -> key.startsWith("time.") || key.startsWith("claims."));
    rule =
        RuleProfile.newBuilder()
            .setProfile(s.profile())
            .setVersion(s.version())
            .setParameters(decided)
            .build();
  }

  /** The alert for a meeting. */
  Alert of(Case c, List<Finding> findings, Score score, List<String> inForce) {
    Encounter fact = c.fact();
    boolean cleared = c.testimony().isCleared();
    return of(SubjectKind.PAIR, List.of(c.ship1(), c.ship2()), fact.getStart(), findings, score)
        .setStatus(cleared ? AlertStatus.CLEARED : AlertStatus.OPEN)
        .setReason(cleared ? ReportEvidence.clearance(c.testimony()) : null)
        .setTitle(Titles.of(c))
        .setEnd(fact.getEnd())
        .setLat(degrees(fact.getLat()))
        .setLon(degrees(fact.getLon()))
        .setUncertaintyM(uncertaintyM(fact))
        .setContext(context(c.place(), inForce))
        .setCoverage(fact.getSilentMinutes() > 0 ? Coverage.INTERRUPTED : Coverage.CONTINUOUS)
        .setCorroboration(corroboration(c.testimony()))
        .build();
  }

  /** The alert for what one vessel did. */
  Alert of(VesselCase c, List<Finding> findings, Score score, List<String> inForce) {
    int extentM = c.loitering().map(Loitering::getExtentM).orElse(0);
    return of(SubjectKind.VESSEL, List.of(c.ship()), c.start(), findings, score)
        .setTitle(Titles.of(c))
        .setEnd(c.end())
        .setLat(degrees(VesselCase.lat(c.fact())))
        .setLon(degrees(VesselCase.lon(c.fact())))
        .setUncertaintyM(extentM + POSITION_ERROR_M)
        .setContext(context(c.place(), inForce))
        .setCoverage(c.gap().isPresent() ? Coverage.INTERRUPTED : Coverage.CONTINUOUS)
        .setCorroboration(corroboration(Testimony.none()))
        .build();
  }

  /** The alert for a meeting that nobody saw. */
  Alert of(DarkCase c, List<Finding> findings, Score score, List<String> inForce) {
    DarkMeeting fact = c.fact();
    boolean cleared = c.testimony().isCleared();
    int extentM = fact.getStop() == null ? fact.getSemiMinorM() : fact.getStop().getExtentM();
    return of(SubjectKind.PAIR, c.ships(), fact.getStart(), findings, score)
        .setStatus(cleared ? AlertStatus.CLEARED : AlertStatus.OPEN)
        .setReason(cleared ? ReportEvidence.clearance(c.testimony()) : null)
        .setTitle(Titles.of(c))
        .setEnd(fact.getEnd())
        .setLat(degrees(fact.getLat()))
        .setLon(degrees(fact.getLon()))
        .setUncertaintyM(extentM + POSITION_ERROR_M)
        .setParties(c.ships().stream().map(s -> c.isSilent(s) ? unseen(s) : party(s)).toList())
        .setContext(context(c.place(), inForce))
        .setCoverage(Coverage.INTERRUPTED)
        .setCorroboration(corroboration(c.testimony()))
        .build();
  }

  /** A party of which it is only known that it was not heard. */
  private static Party unseen(Ship ship) {
    return Party.newBuilder(party(ship))
        .setRole(PartyRole.DARK_PARTNER)
        .setObservedBy(ObservedBy.INFERRED)
        .build();
  }

  /** The alert for a chain: known by its last meeting, whatever came before. */
  Alert of(Chain chain, List<Finding> findings, Score score, List<String> inForce) {
    Case last = chain.last().meeting();
    Encounter fact = last.fact();
    List<Ship> first = List.of(last.ship1(), last.ship2());
    return of(SubjectKind.CHAIN, first, fact.getStart(), findings, score)
        .setParties(chain.ships().stream().map(AlertRecord::party).toList())
        .setTitle(chain.title())
        .setEnd(fact.getEnd())
        .setLat(degrees(fact.getLat()))
        .setLon(degrees(fact.getLon()))
        .setUncertaintyM(uncertaintyM(fact))
        .setContext(context(last.place(), inForce))
        .setCoverage(fact.getSilentMinutes() > 0 ? Coverage.INTERRUPTED : Coverage.CONTINUOUS)
        .setCorroboration(corroboration(Testimony.none()))
        .build();
  }

  /** What every alert has; OPEN, with revision 0. */
  private Alert.Builder of(
      SubjectKind kind, List<Ship> ships, Instant start, List<Finding> findings, Score score) {
    List<Signal> signals = signals(findings);
    return Alert.newBuilder()
        .setAlertId(AlertId.of(kind, ships.stream().map(Ship::key).toList(), start))
        .setRevision(0)
        .setStatus(AlertStatus.OPEN)
        .setSubjectKind(kind)
        .setType(signals.get(0).getType())
        .setSeverity(score.severity())
        .setScore(score.total())
        .setSignals(signals)
        .setEvidence(score.evidence())
        .setStart(start)
        .setParties(ships.stream().map(AlertRecord::party).toList())
        .setRule(rule);
  }

  /** The strongest first; of equals the one later in the list of detectors. */
  private static List<Signal> signals(List<Finding> findings) {
    List<String> order = Detectors.all().stream().map(d -> d.type()).toList();
    return findings.stream()
        .sorted(
            Comparator.comparingDouble((Finding f) -> -Score.of(f.evidence()).total())
                .thenComparingInt(f -> -order.indexOf(f.type())))
        .map(AlertRecord::signal)
        .toList();
  }

  private static Signal signal(Finding f) {
    return Signal.newBuilder()
        .setDetector(
            Detectors.all().stream()
                .filter(d -> d.type().equals(f.type()))
                .findFirst()
                .orElseThrow()
                .name())
        .setType(f.type())
        .setScore(Score.of(f.evidence()).total())
        .build();
  }

  private static Party party(Ship ship) {
    return Party.newBuilder()
        .setRole(PartyRole.PARTY)
        .setVesselKey(ship.key())
        .setMmsi(ship.mmsi())
        .setImo(ship.imo())
        .setImoValid(ship.imo() == null ? null : Imo.isValid(ship.imo()))
        .setName(ship.name())
        .setFlag(ship.flag())
        .setShipType(ship.shipType())
        .setLengthM(ship.lengthM())
        .setListedOn(
            ship.standing().listings().stream()
                .filter(l -> !l.isClearance())
                .map(Listing::words)
                .toList())
        .setObservedBy(ObservedBy.AIS)
        .build();
  }

  /** Half of what they may have drifted, half of their distance, and the error of a position. */
  private static int uncertaintyM(Encounter fact) {
    double seconds = Duration.between(fact.getStart(), fact.getEnd()).toSeconds();
    double drift = fact.getMedianSpeedKn() * Geodesy.METRES_PER_NM * seconds / 3600;
    return (int) Math.round((drift + fact.getMedianDistanceM()) / 2) + POSITION_ERROR_M;
  }

  private static double degrees(double value) {
    return Math.round(value * 1e5) / 1e5;
  }

  private static AlertContext context(Place place, List<String> inForce) {
    return AlertContext.newBuilder()
        .setZones(place.zones())
        .setNearestPort(place.nearestPort())
        .setDistanceToPortM(place.portDistanceM())
        .setDistanceToShoreM(place.shoreDistanceM())
        .setRegulationsInForce(inForce)
        .build();
  }

  private static Corroboration corroboration(Testimony said) {
    return Corroboration.newBuilder()
        .setStatus(
            said.isCorroborated()
                ? CorroborationStatus.CORROBORATED
                : CorroborationStatus.SINGLE_SOURCE)
        .setOriginators(said.originators())
        .setDisciplines(said.disciplines())
        .build();
  }
}
