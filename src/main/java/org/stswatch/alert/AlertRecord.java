package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.stswatch.event.Party;
import org.stswatch.event.RuleProfile;
import org.stswatch.event.Signal;
import org.stswatch.event.SubjectKind;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.geo.Geodesy;
import org.stswatch.report.Testimony;

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
    return of(SubjectKind.PAIR, List.of(c.ship1(), c.ship2()), fact.getStart(), findings, score)
        .setStatus(status(c.testimony()))
        .setReason(reason(c.testimony()))
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
  Alert of(VesselCase c, List<Finding> findings, Score score) {
    int extentM =
        c.loitering()
            .map(Loitering::getExtentM)
            .or(() -> c.twins().map(TwinLocation::getApartM))
            .or(() -> c.seen().map(s -> s.getDetection().getErrorM()))
            .orElse(0);
    List<Party> parties = new ArrayList<>(List.of(Parties.heard(c.ship())));
    c.seen().ifPresent(s -> parties.add(Parties.seen(s.getDetection())));
    return of(SubjectKind.VESSEL, List.of(c.ship()), c.start(), findings, score)
        .setStatus(status(c.testimony()))
        .setReason(reason(c.testimony()))
        .setParties(parties)
        .setTitle(title(c, findings))
        .setEnd(c.end())
        .setLat(degrees(VesselCase.lat(c.fact())))
        .setLon(degrees(VesselCase.lon(c.fact())))
        .setUncertaintyM(extentM + POSITION_ERROR_M)
        .setContext(context(c.place(), c.law().inForceAt(c.start())))
        .setCoverage(c.gap().isPresent() ? Coverage.INTERRUPTED : Coverage.CONTINUOUS)
        .setCorroboration(corroboration(c.testimony()))
        .build();
  }

  /** The alert for a meeting that nobody saw. */
  Alert of(DarkCase c, List<Finding> findings, Score score, List<String> inForce) {
    DarkMeeting fact = c.fact();
    int extentM = fact.getStop() == null ? fact.getSemiMinorM() : fact.getStop().getExtentM();
    return of(SubjectKind.PAIR, c.ships(), fact.getStart(), findings, score)
        .setStatus(status(c.testimony()))
        .setReason(reason(c.testimony()))
        .setTitle(Titles.of(c))
        .setEnd(fact.getEnd())
        .setLat(degrees(fact.getLat()))
        .setLon(degrees(fact.getLon()))
        .setUncertaintyM(extentM + POSITION_ERROR_M)
        .setParties(
            c.ships().stream()
                .map(s -> c.isSilent(s) ? Parties.unseen(s) : Parties.heard(s))
                .toList())
        .setContext(context(c.place(), inForce))
        .setCoverage(Coverage.INTERRUPTED)
        .setCorroboration(corroboration(c.testimony()))
        .build();
  }

  /** The alert for a chain: known by its last meeting, whatever came before. */
  Alert of(Chain chain, List<Finding> findings, Score score, List<String> inForce) {
    Case last = chain.last().meeting();
    Encounter fact = last.fact();
    List<Ship> first = List.of(last.ship1(), last.ship2());
    return of(SubjectKind.CHAIN, first, fact.getStart(), findings, score)
        .setParties(chain.ships().stream().map(Parties::heard).toList())
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
    return of(kind, ships.stream().map(Ship::key).toList(), start, findings, score)
        .setParties(ships.stream().map(Parties::heard).toList());
  }

  /** The same where no ship is a party. */
  Alert.Builder of(
      SubjectKind kind,
      Collection<String> keys,
      Instant start,
      List<Finding> findings,
      Score score) {
    List<Signal> signals = signals(findings);
    return Alert.newBuilder()
        .setAlertId(AlertId.of(kind, keys, start))
        .setRevision(0)
        .setStatus(AlertStatus.OPEN)
        .setSubjectKind(kind)
        .setType(signals.isEmpty() ? "" : signals.get(0).getType()) // none: not raised
        .setSeverity(score.severity())
        .setScore(score.total())
        .setSignals(signals)
        .setEvidence(score.evidence())
        .setStart(start)
        .setRule(rule);
  }

  private static AlertStatus status(Testimony said) {
    return said.isCleared() ? AlertStatus.CLEARED : AlertStatus.OPEN;
  }

  private static @Nullable String reason(Testimony said) {
    return said.isCleared() ? ReportEvidence.clearance(said) : null;
  }

  /** By the strongest finding that has one of its own. */
  private static String title(VesselCase c, List<Finding> findings) {
    return byStrength(findings)
        .flatMap(f -> Stream.ofNullable(f.title()))
        .findFirst()
        .orElseGet(() -> Titles.of(c));
  }

  /** The strongest first; of equals the one later in the list of detectors. */
  private static List<Signal> signals(List<Finding> findings) {
    return byStrength(findings).map(AlertRecord::signal).toList();
  }

  private static Stream<Finding> byStrength(List<Finding> findings) {
    List<String> order = Detectors.all().stream().map(d -> d.type()).toList();
    return findings.stream()
        .sorted(
            Comparator.comparingDouble((Finding f) -> -Score.of(f.evidence()).total())
                .thenComparingInt(f -> -order.indexOf(f.type())));
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
