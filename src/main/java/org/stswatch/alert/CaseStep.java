package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.state.CaseState;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;

/**
 * One subject: facts and what is stated of its parties become alerts. It owns their ids and
 * revisions: an alert changes only when what it says does, and none goes away without a word.
 *
 * <pre>
 *           fact changes          fact closed            any claim: another revision, still CLOSED
 *   OPEN ----------------> UPDATED ------------> CLOSED
 *     \\  \\                  |  |                    |
 *      \\  `--- an authority clears it ---> CLEARED <-'  and back when it withdraws
 *       \\                    |
 *        `--- fact gone or suppressed ---> RETRACTED (with the reason, and what stands in its place)
 * </pre>
 */
public final class CaseStep implements Step<CaseState> {
  /** Meetings out of sight are told for the last time before this, after all that they hang on. */
  private static final Duration UNSEEN_UNTIL = Duration.ofDays(14);

  private final Alerts alerts;
  private final ClaimIndex claims;

  public CaseStep(Alerts alerts, Duration claimsWindow) {
    this.alerts = alerts;
    this.claims = new ClaimIndex(claimsWindow);
  }

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public StateLayout<CaseState> layout() {
    return StateLayout.single(CaseState.class);
  }

  @Override
  public Duration holdBack() {
    return Duration.ZERO;
  }

  /** What is not final ends nowhere: only what stands is promised in its final form. */
  @Override
  public long timeMs(SpecificRecord event) {
    Fact fact = Fact.of(event);
    boolean promised =
        event instanceof Encounter ? !fact.retracted() : event instanceof Gap && !fact.open();
    return promised ? fact.end().toEpochMilli() : Long.MAX_VALUE;
  }

  @Override
  public Set<SideEntry> sideEntries(SpecificRecord event, long receivedMs) {
    return claims.places(event, receivedMs);
  }

  @Override
  public Set<String> interests(CaseState state) {
    return Set.copyOf(state.getTopics());
  }

  @Override
  public Result<CaseState> on(
      String key, @Nullable CaseState state, SpecificRecord event, Side side, long watermarkMs) {
    Fact fact = Fact.of(event);
    List<Fact> facts = new ArrayList<>(state == null ? List.of() : Fact.of(state));
    facts.removeIf(fact::isSameAs);
    facts.add(fact);
    facts.sort(Comparator.comparing(Fact::start));
    Set<String> topics = state == null ? Set.of() : interests(state);
    return tell(facts, state, about(fact, facts), topics, side);
  }

  /**
   * Facts that start together may share an alert. What two ships may have done out of sight hangs
   * on all that is known of the two.
   */
  private static Predicate<Instant> about(Fact changed, List<Fact> facts) {
    boolean unseen = facts.stream().anyMatch(f -> f.record() instanceof DarkMeeting);
    return unseen ? start -> true : changed.start()::equals;
  }

  @Override
  public Result<CaseState> revise(String key, CaseState state, Side side, long watermarkMs) {
    return tell(Fact.of(state), state, start -> true, Set.of(), side);
  }

  /** No claim reaches back as far as this. */
  @Override
  public Result<CaseState> due(String key, CaseState state, Side side, long watermarkMs) {
    return new Result<>(null);
  }

  /** What comes of one fact and of what was claimed beside it, raised or not, with the reasons. */
  public Verdict verdict(SpecificRecord event, Side side) {
    Fact fact = Fact.of(event);
    return alerts.judge(fact, claims.find(side, fact).claims());
  }

  /** Judges the facts that this is about, by their start; what was said of the others stands. */
  private Result<CaseState> tell(
      List<Fact> facts,
      @Nullable CaseState state,
      Predicate<Instant> isAbout,
      Set<String> before,
      Side side) {
    List<Alert> published = state == null ? List.of() : state.getAlerts();
    List<Alert> told = new ArrayList<>(published);
    told.removeIf(a -> isAbout.test(a.getStart()));
    List<ClaimIndex.Found> found =
        facts.stream().filter(f -> isAbout.test(f.start())).map(f -> claims.find(side, f)).toList();
    Set<String> topics = new TreeSet<>(before);
    Opinion opinion =
        new Opinion(alerts, found, last -> new SideTrail(side, claims, last, topics), told);
    topics.addAll(topics(found, opinion.isReported()));
    List<Emit> emits = new ArrayList<>();
    for (Alert now : opinion.raised()) {
      Alert last = find(published, now.getAlertId());
      tell(opinion.revision(now, last), last, told, emits);
    }
    for (Alert last : published) {
      if (find(told, last.getAlertId()) == null) {
        tell(opinion.retraction(last), last, told, emits);
      }
    }
    told.sort(Opinion.BY_START);
    return new Result<>(state(facts, told, topics), emits, dueMs(facts));
  }

  private static CaseState state(List<Fact> facts, List<Alert> told, Set<String> topics) {
    return new CaseState(
        Fact.records(facts, Encounter.class),
        Fact.records(facts, Gap.class),
        Fact.records(facts, Loitering.class),
        Fact.records(facts, DarkMeeting.class),
        Fact.records(facts, Landfall.class),
        told,
        List.copyOf(topics));
  }

  private static void tell(Alert next, @Nullable Alert last, List<Alert> told, List<Emit> emits) {
    told.add(next);
    if (next != last) { // the very object: nothing has changed
      emits.add(new Emit(next.getAlertId(), next));
    }
  }

  /**
   * While a fact is open it has a word to come, and the revisions told so far have to go on. A
   * silence may never end.
   */
  private long dueMs(List<Fact> facts) {
    boolean open = facts.stream().anyMatch(f -> f.open() && !(f.record() instanceof Gap));
    return open ? Result.NEVER : facts.stream().mapToLong(this::lastWordMs).max().orElseThrow();
  }

  /**
   * Claims received after the last one that counts change nothing, be the facts still remembered or
   * not. What two ships may have done out of sight is told late, and hangs on whether they were
   * seen.
   */
  private long lastWordMs(Fact fact) {
    return Math.max(claims.lastMs(fact), fact.end().plus(UNSEEN_UNTIL).toEpochMilli());
  }

  /** Whom else its ships met matters where a report may speak of it. */
  private static Set<String> topics(List<ClaimIndex.Found> found, boolean reported) {
    Set<String> topics = new TreeSet<>();
    for (ClaimIndex.Found f : found) {
      topics.addAll(f.topics());
      topics.addAll(reported ? ClaimIndex.meetingTopics(f.fact().vessels()) : Set.of());
    }
    return topics;
  }

  private static @Nullable Alert find(List<Alert> alerts, String id) {
    return alerts.stream().filter(a -> a.getAlertId().equals(id)).findFirst().orElse(null);
  }
}
