package org.stswatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.alert.Verdict.Silence;
import org.stswatch.detect.Associate;
import org.stswatch.detect.Case;
import org.stswatch.detect.Chain;
import org.stswatch.detect.Claims;
import org.stswatch.detect.DarkCase;
import org.stswatch.detect.Detectors;
import org.stswatch.detect.Finding;
import org.stswatch.detect.ReportEvidence;
import org.stswatch.detect.Ship;
import org.stswatch.detect.Thresholds;
import org.stswatch.detect.VesselCase;
import org.stswatch.detect.Visit;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Evidence;
import org.stswatch.event.PortCall;
import org.stswatch.event.Severity;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.port.Shore;
import org.stswatch.port.Zone;
import org.stswatch.port.Zones;
import org.stswatch.report.Testimony;
import org.stswatch.watch.Watchlist;

/**
 * From facts to alerts: asks all detectors, adds up what they say, and says why not where there is
 * none. A pure function of the fact and of what was stated of the parties; safe for concurrent use.
 */
public final class Alerts {
  private final Thresholds thresholds;
  private final Ports ports;
  private final Localities localities;
  private final Regulations regulations;
  private final Scope scope;
  private final Exclusions exclusions;
  private final Alike alike;
  private final Hearing hearing;
  private final AlertRecord records;
  private final VesselAlerts ofVessels;
  private final DarkAlerts unseen;
  private final Voyages voyages;
  private final Chains chains;
  private final Associates associates;
  private final TradeAlerts trade;

  /** Alerts under these settings, with these references. */
  public Alerts(AlertSettings s, Ports ports, Zones zones, Shore shore, Regulations r) {
    this.thresholds = s.thresholds();
    this.ports = ports;
    this.localities = new Localities(ports, zones, shore);
    this.regulations = r;
    this.scope = new Scope(s);
    this.exclusions = new Exclusions(s);
    this.alike = new Alike(localities, s.portExclusionM());
    this.hearing = new Hearing(ports, zones, alike, s.authorities());
    this.records = new AlertRecord(s);
    this.chains = new Chains(this);
    this.associates = new Associates(this);
    this.voyages = new Voyages(ports);
    this.ofVessels = new VesselAlerts(scope, records, s.portExclusionM());
    this.unseen = new DarkAlerts(scope, records, s.portExclusionM());
    this.trade = new TradeAlerts(ports, r, records);
  }

  /** What the trade with the Far East comes to, as far as it was over by an instant. */
  public TradeAlerts.Judged judge(TradeView view, Instant asOf) {
    return trade.judge(view, asOf);
  }

  boolean isInFarEast(PortCall call) {
    return ports.ofCode(call.getPort()).filter(p -> p.isFarEast() && p.isOfMission()).isPresent();
  }

  /** Where a ship calls, and what was shipped there. */
  Ports ports() {
    return ports;
  }

  /** Whether a port call is judged by itself. */
  boolean isOfMission(PortCall call) {
    return ports.ofCode(call.getPort()).filter(Port::isOfMission).isPresent();
  }

  /**
   * What comes of a fact, whatever it is about.
   *
   * @param asOf calls that ended by then are all known; the largest instant when nothing more comes
   */
  public Verdict judge(Fact fact, Claims claims, Instant asOf) {
    if (fact.record() instanceof Encounter encounter) {
      return judge(encounter, claims);
    } else if (fact.record() instanceof DarkMeeting meeting) {
      return judge(meeting, claims);
    }
    String vessel = fact.vessels().get(0);
    List<Zone> here = localities.zonesOf(fact.record());
    Instant before = fact.isCall() ? fact.start().minusMillis(1) : fact.start(); // of her last port
    Ship ship = ship(vessel, claims, new Watchlist(claims.listed()), before);
    VesselCase c =
        new VesselCase(
            fact.record(),
            fact.start(),
            fact.end(),
            ship,
            localities.placeOf(fact.record()),
            claims,
            voyages.of(fact, ship, calls(vessel, claims), claims),
            hearing.of(fact, ship, claims, this::isOfMission),
            ports,
            regulations,
            asOf);
    return ofVessels.judge(c, here);
  }

  /** Whether no alert is raised of an encounter, whatever is claimed. */
  boolean isExcluded(Encounter fact) {
    return scope.isOutside(localities.zonesAt(fact.getLat(), fact.getLon()))
        || exclusions.holdAnyway(fact, localities.place(fact));
  }

  /** What ships did alone, as far as a report may speak of it. */
  public Alike alike() {
    return alike;
  }

  /**
   * The alert for one encounter.
   *
   * @param fact the encounter
   * @param claims what was claimed beside it
   * @return the alert, with revision 0 and status OPEN until the case sets them; or nothing where
   *     the place is out of scope or the profile suppresses it
   */
  public Optional<Alert> of(Encounter fact, Claims claims) {
    return judge(fact, claims).raised();
  }

  /** The same with the reasons, and with the alert that would have been. */
  public Verdict judge(Encounter fact, Claims claims) {
    List<Zone> here = localities.zonesAt(fact.getLat(), fact.getLon());
    Case c = theCase(fact, claims);
    List<Silence> silences = new ArrayList<>();
    scope.silences(c.isLinkedToMission(), here).ifPresent(silences::add);
    silences.addAll(exclusions.of(c));
    List<Finding> findings = Detectors.findings(d -> d.judge(c));
    Score score = score(c, findings);
    List<String> inForce = regulations.inForceAt(fact.getStart());
    return new Verdict(
        records.of(c, findings, score, inForce), silences, !c.testimony().isSilent());
  }

  private Verdict judge(DarkMeeting fact, Claims claims) {
    List<Zone> here = localities.zonesAt(fact.getLat(), fact.getLon());
    Instant start = fact.getStart();
    Watchlist lists = new Watchlist(claims.listed());
    Ship ship1 = ship(fact.getVessel1(), claims, lists, start);
    Ship ship2 = ship(fact.getVessel2(), claims, lists, start);
    DarkCase c =
        new DarkCase(
            fact,
            ship1,
            ship2,
            localities.place(fact.getLat(), fact.getLon()),
            regulations.isStsBanInForce(start),
            claims,
            hearing.of(fact, ship1, ship2, claims));
    return unseen.judge(c, here, regulations.inForceAt(start));
  }

  /** The chain of meetings that ends with this one, if one does. */
  public Optional<Verdict> chain(Fact fact, Trail trail) {
    return fact.record() instanceof Encounter last ? chains.of(last, trail) : Optional.empty();
  }

  Optional<String> missingLink(Encounter last, Trail trail) {
    return chains.missing(last, trail);
  }

  /** The listed ships that the parties of an encounter had met before. */
  public List<Associate> associates(Encounter fact, Past past) {
    return associates.of(fact, past);
  }

  /** Whether exclusions leave an alert of a meeting, wherever it was. */
  boolean isCredible(Case c) {
    List<Finding> findings = Detectors.findings(d -> d.judge(c));
    return exclusions.of(c).isEmpty() && score(c, findings).severity().compareTo(Severity.INFO) > 0;
  }

  private Score score(Case c, List<Finding> findings) {
    return Score.of(
        scope.evidence(findings, c.isLinkedToMission(), ReportEvidence.limit(c.testimony())));
  }

  /** A chain as an alert, with why it is none. */
  Verdict judge(Chain chain) {
    Case last = chain.last().meeting();
    List<Zone> here = localities.zonesAt(last.fact().getLat(), last.fact().getLon());
    List<Finding> findings = Detectors.findings(d -> d.judge(chain));
    List<Evidence> all = findings.stream().flatMap(f -> f.evidence().stream()).toList();
    List<Silence> silences = scope.silences(true, here).stream().toList();
    List<String> inForce = regulations.inForceAt(last.fact().getStart());
    return new Verdict(records.of(chain, findings, Score.of(all), inForce), silences, false);
  }

  /** The calls of a vessel, by time. */
  List<Visit> calls(String vessel, Claims claims) {
    return Visit.all(claims.calls(), vessel, localities::visit);
  }

  Case theCase(Encounter fact, Claims claims) {
    Instant start = fact.getStart();
    Watchlist lists = new Watchlist(claims.listed());
    Ship ship1 = ship(fact.getVessel1(), claims, lists, start);
    Ship ship2 = ship(fact.getVessel2(), claims, lists, start);
    boolean ban = regulations.isStsBanInForce(start);
    Testimony said = hearing.of(fact, ship1, ship2, claims);
    return new Case(fact, ship1, ship2, localities.place(fact), thresholds, ban, claims, said);
  }

  private Ship ship(String vessel, Claims claims, Watchlist lists, Instant asOf) {
    return Particulars.of(vessel, claims.statedOf(vessel), lists, asOf)
        .having(Visit.before(asOf, claims.calls(), vessel, localities::visit));
  }
}
