package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.detect.Claims;
import org.stswatch.detect.CoalLegs;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step.SideEntry;

/** Looks up what counts for the facts of a case, and judges them. */
final class FactJudge {
  private final Alerts alerts;
  private final ClaimIndex claims;
  private final Duration window;

  /**
   * A judge.
   *
   * @param claimsWindow how long after its end a claim may count for a fact
   */
  FactJudge(Alerts alerts, Duration claimsWindow) {
    this.alerts = alerts;
    this.claims = new ClaimIndex(claimsWindow);
    this.window = claimsWindow;
  }

  /** Where side inputs are kept that count for facts. */
  Set<SideEntry> places(SpecificRecord event, long receivedMs) {
    return event instanceof PortCall call && isOfMission(call)
        ? Set.of(CallIndex.ofVessel(call), CallIndex.atPort(call))
        : claims.places(event, receivedMs);
  }

  /** Whether a port call is judged by itself. */
  boolean isOfMission(PortCall call) {
    return alerts.isOfMission(call);
  }

  /** Claims for a fact that are received later do not count, ms since 1970. */
  long lastMs(Fact fact) {
    return claims.lastMs(fact);
  }

  /**
   * Judges facts of one subject, and the chains that end with them.
   *
   * @param of all that are known of the subject, these included
   * @param asOf calls that ended by then are all known
   * @param topics takes those on which it hangs
   */
  List<Judged> judge(List<Fact> facts, List<Fact> of, Side side, Instant asOf, Set<String> topics) {
    List<PortCall> calls = calls(facts, side);
    boolean toldBefore =
        facts.stream().anyMatch(f -> topics.contains(ClaimIndex.meetings(f.vessels().get(0))));
    List<Judged> all = new ArrayList<>();
    for (Fact fact : facts) {
      Claims counting = find(fact, calls, side, topics);
      if (Alone.isToldOf(fact, counting.reported())) {
        counting =
            counting.among(
                alerts.alike().of(fact, of, window, other -> find(other, calls, side, topics)));
      }
      Verdict alone = alerts.judge(fact, withPast(fact, counting, side, topics), asOf);
      boolean told = alone.reported() || toldBefore && isToldOfOther(fact, side);
      Verdict verdict = told ? alone.told() : alone;
      if (verdict.reported()) { // whom else its ships met matters then
        topics.addAll(ClaimIndex.meetingTopics(fact.vessels()));
      }
      all.add(new Judged(fact, verdict));
      if (!fact.retracted() && verdict.raised().isPresent()) {
        alerts
            .chain(fact, new SideTrail(side, claims, fact, counting, topics))
            .ifPresent(chain -> all.add(new Judged(fact, chain)));
      }
    }
    return all;
  }

  /**
   * Whether an encounter raises nothing whatever is claimed, and never did: most are so, in ports
   * and roadsteads, and are told again hour by hour. One that was seen hides what could have been.
   *
   * @param of all that are known of the subject
   * @param told the alerts that were raised, those taken back included
   */
  boolean isDismissed(Fact fact, List<Fact> of, List<Alert> told) {
    return fact.record() instanceof Encounter e
        && told.stream().noneMatch(a -> a.getStart().equals(fact.start()))
        && of.stream().noneMatch(f -> f.record() instanceof DarkMeeting)
        && (fact.retracted() || alerts.isExcluded(e));
  }

  /**
   * Whether a report that comes too late for a fact may speak of another one that is like it: which
   * of them is nearer hangs on this one all the same. Only where one was told of before is there
   * anything to judge again.
   */
  private boolean isToldOfOther(Fact fact, Side side) {
    long lastMs = claims.lastMs(fact) + window.toMillis(); // of those that end a window later
    return Alone.is(fact)
        && Alone.isToldOf(fact, claims.find(side, fact.vessels(), lastMs).claims().reported());
  }

  /**
   * Whether nothing is raised for this fact, whatever else is known of its ships.
   *
   * @param topics takes those on which that hangs
   */
  boolean isSilent(Fact fact, Side side, Instant asOf, Set<String> topics) {
    if (fact.retracted()) {
      return true;
    }
    List<Judged> alone = judge(List.of(fact), List.of(fact), side, asOf, topics);
    return !alone.get(0).silence(alone).isEmpty();
  }

  /** What counts for a fact that is no call. */
  Claims claims(Fact fact, Side side) {
    return find(fact, List.of(), side, new TreeSet<>());
  }

  /** Why no chain ends with an encounter, though it raises an alert; nothing where one does. */
  Optional<String> missingLink(Fact last, Side side) {
    Set<String> topics = new TreeSet<>();
    Claims counting = find(last, List.of(), side, topics);
    return alerts.missingLink(
        (Encounter) last.record(), new SideTrail(side, claims, last, counting, topics));
  }

  /** Of an encounter also whom its ships had met before. */
  private Claims withPast(Fact fact, Claims counting, Side side, Set<String> topics) {
    if (fact.retracted() || !(fact.record() instanceof Encounter e)) {
      return counting;
    }
    long untilMs = Past.until(fact, window).toEpochMilli();
    return counting.knowing(
        alerts.associates(e, new SidePast(side, claims, untilMs, claims.lastMs(fact), topics)));
  }

  /** When the past of these facts is known for good, if the watermark is not there yet. */
  long pastKnownMs(List<Fact> facts, long watermarkMs) {
    return facts.stream()
        .filter(f -> f.record() instanceof Encounter && !f.retracted())
        .mapToLong(f -> Past.until(f, window).toEpochMilli())
        .filter(ms -> ms > watermarkMs)
        .min()
        .orElse(Result.NEVER);
  }

  /** Those beside which calls are judged: looked up once, as there may be many. */
  private List<PortCall> calls(List<Fact> facts, Side side) {
    return facts.stream()
        .filter(Fact::isCall)
        .findFirst()
        .map(f -> CallIndex.besides(side, f.vessels().get(0), alerts.ports()))
        .orElse(List.of());
  }

  /**
   * Of a call also what is stated of those who brought the coal that she may have loaded; of what
   * was seen, of those who may be it.
   */
  private Claims find(Fact fact, List<PortCall> calls, Side side, Set<String> topics) {
    Set<String> vessels = new TreeSet<>(fact.vessels());
    if (fact.record() instanceof PortCall call) {
      vessels.addAll(CoalLegs.hullsBefore(call, calls, alerts.ports()));
    } else if (fact.record() instanceof SeenBeside seen) {
      seen.getAnswers().forEach(a -> vessels.add(a.getVessel()));
    }
    ClaimIndex.Found found = claims.find(side, vessels, claims.lastMs(fact));
    topics.addAll(found.topics());
    return fact.isCall() ? found.claims().besides(calls) : found.claims();
  }
}
