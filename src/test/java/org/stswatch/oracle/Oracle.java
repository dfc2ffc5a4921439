package org.stswatch.oracle;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.alert.Alerts;
import org.stswatch.alert.Fact;
import org.stswatch.alert.Past;
import org.stswatch.alert.Verdict;
import org.stswatch.detect.Claims;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.gap.ReceptionStep;
import org.stswatch.ops.ResultLines;
import org.stswatch.port.Port;
import org.stswatch.report.Scene;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.Stations;
import org.stswatch.voyage.VoyageStep;
import org.stswatch.watch.Watchlist;

/**
 * What is to come out of a set of accepted sightings and statements, found by a batch program: all
 * fixes of a ship are sorted and walked once, all ships of a grid time are measured against all,
 * all contacts of a pair are joined once. It knows no order of arrival, no watermark, no cell, no
 * revision and no Kafka, and it keeps no state.
 *
 * <p>Written anew, and so independent of the stream: thinning, duplicates and the hash of the
 * accepted set; segments, samples, contested keys, what a sample says of slowness and silence; who
 * is near whom and the crowd around them; runs, bridges and meetings; the fields of an encounter;
 * which alerts stand.
 *
 * <p>Shared with the stream, since it is pure and tested elsewhere: distances, positions on the
 * sphere and their middle ({@code geo}); which stations are ships, ids and hashes of content
 * ({@code vessel}); the nearest port; and, from an encounter and statements on, the whole opinion
 * ({@link Alerts} with its detectors, score, scope and exclusions).
 */
public final class Oracle {
  /** What the program calls itself when it does not run from its jar. */
  private static final String UNPACKED = "development";

  private static final ReferencePack BUNDLED = ReferencePack.bundled();

  private final Settings settings;
  private final ReferencePack pack;
  private final String version;

  private Oracle(Settings settings, ReferencePack pack, String version) {
    this.settings = settings;
    this.pack = pack;
    this.version = version;
  }

  /** With these settings, the bundled references, and the version of tests. */
  public static Oracle of(Settings settings) {
    return new Oracle(settings, BUNDLED, UNPACKED);
  }

  /** With these references. */
  public Oracle with(ReferencePack references) {
    return new Oracle(settings, references, version);
  }

  /** With this version of the program, which stands in each alert. */
  public Oracle withVersion(String other) {
    return new Oracle(settings, pack, other);
  }

  /** The encounters by start, then vessels: each CLOSED, with revision 0. */
  public List<Encounter> encounters(Collection<VesselSighting> accepted) {
    Facts facts = new Facts(pack.ports(), settings.encounter().gridStep());
    double maxKn = settings.encounter().maxMedianSpeedKn();
    return Contact.byPair(spots(accepted), settings.encounter().searchRadiusM()).values().stream()
        .flatMap(contacts -> Meeting.of(contacts, settings.encounter()).stream())
        .map(facts::of)
        .filter(e -> e.getMedianSpeedKn1() < maxKn && e.getMedianSpeedKn2() < maxKn)
        .sorted(
            Comparator.comparing(Encounter::getStart)
                .thenComparing(Encounter::getVessel1)
                .thenComparing(Encounter::getVessel2))
        .toList();
  }

  /** What the voyages tell, each with revision 0: gaps, what they may hide, calls, loiterings. */
  public List<SpecificRecord> voyageFacts(Collection<VesselSighting> accepted) {
    return voyageFacts(accepted, List.of());
  }

  /** The same, and what was seen that named no vessel, beside whom. */
  public List<SpecificRecord> voyageFacts(
      Collection<VesselSighting> accepted, Collection<Detection> seen) {
    Voyages voyages =
        new Voyages(
            new VoyageStep(
                settings.track().maxInterpolationGap(), pack.harbours(), ReceptionStep.areas()));
    ships(accepted)
        .forEach(
            (vessel, ofOne) ->
                voyages.sail(
                    vessel,
                    Tracks.segments(Fix.thinned(ofOne.stream().map(Fix::of)), settings.track())));
    List<Gap> gaps = voyages.gaps();
    List<SpecificRecord> facts = new ArrayList<>(gaps);
    facts.addAll(new Unseen(gaps, voyages.stops()).meetings());
    facts.addAll(voyages.calls());
    facts.addAll(voyages.loiterings());
    facts.addAll(voyages.landfalls());
    facts.addAll(voyages.twins());
    facts.addAll(voyages.seen(seen));
    return facts;
  }

  /** The alerts that stand, by start, then id, with revision 0: all but open silences CLOSED. */
  public List<Alert> alerts(
      Collection<VesselSighting> accepted, Collection<? extends SpecificRecord> claims) {
    return alerts(accepted, List.of(), claims);
  }

  /** The same where things were seen that named no vessel. */
  public List<Alert> alerts(
      Collection<VesselSighting> accepted,
      Collection<Detection> seen,
      Collection<? extends SpecificRecord> claims) {
    List<SpecificRecord> facts = new ArrayList<>(encounters(accepted));
    facts.addAll(voyageFacts(accepted, seen));
    return alertsOf(facts, f -> claims);
  }

  /**
   * The alerts that stand for these facts.
   *
   * @param counting of all statements, reports and watch-list entries those that count for a fact
   */
  public List<Alert> alertsOf(
      List<? extends SpecificRecord> facts,
      Function<Fact, ? extends Collection<? extends SpecificRecord>> counting) {
    Alerts opinion =
        new Alerts(
            settings.alert(version), pack.ports(), pack.zones(), pack.shore(), pack.regulations());
    List<Encounter> encounters =
        facts.stream().filter(Encounter.class::isInstance).map(Encounter.class::cast).toList();
    List<PortCall> calls = of(facts, PortCall.class).toList();
    List<Alert> alerts = new ArrayList<>();
    opinion
        .judge(
            new AllTrade(
                calls, metBy(encounters), f -> claims(counting.apply(f), List.of(), List.of())),
            Instant.MAX)
        .verdicts()
        .forEach((fact, verdict) -> stands(fact, verdict).forEach(alerts::add));
    List<Fact> alone =
        Stream.of(of(facts, Gap.class), of(facts, Loitering.class), of(facts, SeenBeside.class))
            .flatMap(all -> all)
            .map(Fact::of)
            .toList();
    List<Possible> possible = new ArrayList<>();
    for (SpecificRecord record : facts) {
      if (record instanceof PortCall c && !isOfMission(c)) {
        continue;
      }
      Fact fact = Fact.of(record);
      Duration window = settings.duration(Setting.CLAIMS_WINDOW);
      List<Scene.Rival> alike =
          opinion
              .alike()
              .of(fact, alone, window, f -> claims(counting.apply(f), List.of(), List.of()));
      Claims claims = claims(counting.apply(fact), metBy(fact, encounters), calls).among(alike);
      Claims known =
          record instanceof Encounter e
              ? claims.knowing(opinion.associates(e, past(fact, encounters, claims, counting)))
              : claims;
      Verdict verdict = opinion.judge(fact, known, Instant.MAX);
      Stream<Alert> standing = stands(fact, verdict);
      if (record instanceof DarkMeeting m) {
        standing.forEach(a -> possible.add(new Possible(m, a)));
      } else {
        standing.forEach(alerts::add);
      }
      verdict.raised().stream()
          .flatMap(a -> opinion.chain(fact, new AllMeetings(encounters, claims)).stream())
          .flatMap(chain -> stands(fact, chain))
          .forEach(alerts::add);
    }
    alerts.addAll(Possible.notCovered(possible, encounters));
    return oneOfEach(alerts).stream()
        .sorted(Comparator.comparing(Alert::getStart).thenComparing(Alert::getAlertId))
        .toList();
  }

  /** What was stated in time is what counts for a fact that was over so much earlier. */
  private AllPast past(
      Fact fact,
      List<Encounter> encounters,
      Claims claims,
      Function<Fact, ? extends Collection<? extends SpecificRecord>> counting) {
    Duration window = settings.duration(Setting.CLAIMS_WINDOW);
    Instant until = Past.until(fact, window);
    Instant end = until.minus(window);
    Fact earlier =
        new Fact(fact.record(), fact.kind(), fact.vessels(), fact.start(), end, false, false);
    List<VoyageStatement> stated =
        of(counting.apply(earlier), VoyageStatement.class)
            .filter(s -> StatedOnce.counts(s, until, window))
            .toList();
    return new AllPast(encounters, StatedOnce.of(stated, window), claims.listed());
  }

  private boolean isOfMission(PortCall call) {
    return pack.ports().ofCode(call.getPort()).filter(Port::isOfMission).isPresent();
  }

  /** Of what one vessel did from one instant on the alert with the highest score. */
  private static Collection<Alert> oneOfEach(List<Alert> alerts) {
    return alerts.stream()
        .collect(
            Collectors.toMap(
                Alert::getAlertId,
                a -> a,
                BinaryOperator.maxBy(
                    Comparator.comparing(Alert::getScore)
                        .thenComparing(Alert::getType)
                        .thenComparing(a -> a.getParties().toString()))))
        .values();
  }

  /** A clearance is the last word. */
  private static Stream<Alert> stands(Fact fact, Verdict verdict) {
    AlertStatus status = fact.open() ? AlertStatus.OPEN : AlertStatus.CLOSED;
    return verdict.raised().stream()
        .map(
            a ->
                a.getStatus() == AlertStatus.CLEARED
                    ? a
                    : Alert.newBuilder(a).setStatus(status).build());
  }

  /** Of all encounters those that are over when the last claim for this fact may come. */
  private List<ClosedMeeting> metBy(Fact fact, List<Encounter> encounters) {
    Instant last = fact.end().plus(settings.duration(Setting.CLAIMS_WINDOW));
    return metBy(encounters.stream().filter(other -> !other.getEnd().isAfter(last)).toList());
  }

  private static List<ClosedMeeting> metBy(List<Encounter> encounters) {
    return encounters.stream()
        .map(
            o ->
                new ClosedMeeting(
                    o.getEncounterId(),
                    o.getVessel1(),
                    o.getVessel2(),
                    o.getStart(),
                    o.getEnd(),
                    o.getLat(),
                    o.getLon(),
                    o))
        .toList();
  }

  /** All of them, whomever they name: whom they concern is for the detectors to say. */
  private Claims claims(
      Collection<? extends SpecificRecord> all, List<ClosedMeeting> met, List<PortCall> calls) {
    return new Claims(
        StatedOnce.of(
            of(all, VoyageStatement.class).toList(), settings.duration(Setting.CLAIMS_WINDOW)),
        Watchlist.latest(of(all, WatchlistEntry.class).toList()),
        latest(
            of(all, VesselReport.class), VesselReport::getReportId, VesselReport::getPublishedAt),
        met,
        calls);
  }

  private static <T> Stream<T> of(Collection<? extends SpecificRecord> all, Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast);
  }

  private static <T> List<T> latest(
      Stream<T> versions, Function<T, String> id, Function<T, Instant> publishedAt) {
    Map<String, T> latest =
        versions.collect(
            Collectors.toMap(
                id,
                v -> v,
                BinaryOperator.maxBy(
                    Comparator.comparing(publishedAt).thenComparing(Object::toString)),
                TreeMap::new));
    return List.copyOf(latest.values());
  }

  /** As {@code resultSha256} in the manifest of a replay: 64 hex digits. */
  public static String resultSha256(List<Alert> alerts) {
    return ResultLines.sha256(alerts);
  }

  /** As {@code acceptedSha256} in the manifest of a replay, and how many it counts. */
  public static Accepted accepted(Collection<VesselSighting> sightings) {
    Set<String> different = new HashSet<>();
    for (VesselSighting s : sightings) {
      Fix fix = Fix.of(s);
      different.add(Stations.trackKey(s) + ',' + fix.timeS() + ',' + fix.place());
    }
    BigInteger sum = BigInteger.ZERO;
    for (String content : different) {
      sum = sum.add(new BigInteger(1, ContentId.sha256(content)));
    }
    return new Accepted(
        different.size(), "%064x".formatted(sum.mod(BigInteger.ONE.shiftLeft(256))));
  }

  /**
   * The different sightings of a set: of one vessel, second and place there is one.
   *
   * @param sha256 64 hex digits
   */
  public record Accepted(int count, String sha256) {}

  private static Map<String, List<VesselSighting>> ships(Collection<VesselSighting> accepted) {
    return accepted.stream()
        .filter(Stations::meetsOthers)
        .collect(
            Collectors.groupingBy(VesselSighting::getVesselKey, TreeMap::new, Collectors.toList()));
  }

  private List<Spot> spots(Collection<VesselSighting> accepted) {
    List<Spot> spots = new ArrayList<>();
    ships(accepted)
        .values()
        .forEach(
            ofOne ->
                spots.addAll(
                    Tracks.spots(Fix.thinned(ofOne.stream().map(Fix::of)), settings.track())));
    return spots;
  }
}
