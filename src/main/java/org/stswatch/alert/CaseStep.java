package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Trips;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.CaseState;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;
import org.stswatch.vessel.CaseKeys;

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

  private final FactJudge judge;
  private final TradeCase trade;

  public CaseStep(Alerts alerts, Duration claimsWindow) {
    this.judge = new FactJudge(alerts, claimsWindow);
    this.trade = new TradeCase(alerts, claimsWindow);
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
        event instanceof Encounter
            ? !fact.retracted()
            : (event instanceof Gap || event instanceof Called) && !fact.open();
    return promised ? fact.end().toEpochMilli() : Long.MAX_VALUE;
  }

  @Override
  public Set<SideEntry> sideEntries(SpecificRecord event, long receivedMs) {
    return judge.places(event, receivedMs);
  }

  @Override
  public Set<String> interests(CaseState state) {
    return Set.copyOf(state.getTopics());
  }

  @Override
  public Result<CaseState> on(
      String key, @Nullable CaseState state, SpecificRecord event, Side side, long watermarkMs) {
    if (isTrade(key)) {
      return trade.on(state, ((Called) event).getCall(), watermarkMs);
    }
    Fact changed = Fact.of(event);
    List<Fact> facts = new ArrayList<>(state == null ? List.of() : Fact.of(state));
    List<Alert> told = state == null ? List.of() : state.getAlerts();
    boolean untold = isUntold(changed, facts, told);
    if (!(changed.record() instanceof PortCall call) || judge.isOfMission(call)) {
      facts.removeIf(changed::isSameAs);
      facts.add(changed);
      facts.sort(Comparator.comparing(Fact::start));
    }
    if (untold && changed.retracted() && told.isEmpty()) {
      facts.remove(changed);
    }
    if (facts.isEmpty()) {
      return new Result<>(null); // a call anywhere is nothing by itself
    }
    Set<String> topics = new TreeSet<>(state == null ? Set.of() : state.getTopics());
    if (untold && judge.isSilent(changed, side, Instant.ofEpochMilli(watermarkMs), topics)) {
      long againMs = state == null ? Result.NEVER : state.getCallsAgainMs();
      CaseState after = state(facts, againMs, told, topics);
      return new Result<>(after, List.of(), dueMs(facts, againMs, watermarkMs));
    }
    return tell(facts, state, about(changed, facts), topics, side, watermarkMs);
  }

  /**
   * A meeting out of sight of which no alert was ever raised. Most are so, and change with all that
   * is known of others near: while one is silent nothing else that is said of the two hangs on it.
   */
  private static boolean isUntold(Fact changed, List<Fact> facts, List<Alert> published) {
    return changed.record() instanceof DarkMeeting
        && Stream.concat(facts.stream().filter(changed::isSameAs), Stream.of(changed))
            .noneMatch(f -> published.stream().anyMatch(a -> a.getStart().equals(f.start())));
  }

  /**
   * Facts that start together may share an alert. What two ships may have done out of sight hangs
   * on all that is known of the two, and what a port call comes to, on the other calls.
   */
  private static Predicate<Instant> about(Fact changed, List<Fact> facts) {
    if (facts.stream().anyMatch(f -> f.record() instanceof DarkMeeting)) {
      return start -> true;
    }
    return changed.isCall() ? calls(facts)::contains : changed.start()::equals;
  }

  private static Set<Instant> calls(List<Fact> facts) {
    return Fact.starts(facts, Fact::isCall);
  }

  @Override
  public Result<CaseState> revise(String key, CaseState state, Side side, long watermarkMs) {
    return isTrade(key)
        ? trade.judge(state, side, watermarkMs)
        : tell(Fact.of(state), state, start -> true, Set.of(), side, watermarkMs);
  }

  private static boolean isTrade(String key) {
    return key.equals(CaseKeys.FAR_EAST_TRADE);
  }

  /** Further calls, or what ships did before, may change an alert; or no claim reaches as far. */
  @Override
  public Result<CaseState> due(String key, CaseState state, Side side, long watermarkMs) {
    if (isTrade(key)) {
      return trade.judge(state, side, watermarkMs);
    }
    List<Fact> facts = Fact.of(state);
    boolean over = watermarkMs >= forgetMs(facts);
    Set<Instant> hanging = Fact.starts(facts, f -> f.isCall() || f.record() instanceof Encounter);
    if (over && hanging.isEmpty()) {
      return new Result<>(null);
    }
    Result<CaseState> last =
        tell(facts, state, hanging::contains, interests(state), side, watermarkMs);
    return over ? new Result<>(null, last.emits(), Result.NEVER) : last;
  }

  /** Judges the facts that this is about, by their start; what was said of the others stands. */
  private Result<CaseState> tell(
      List<Fact> facts,
      @Nullable CaseState state,
      Predicate<Instant> isAbout,
      Set<String> before,
      Side side,
      long watermarkMs) {
    List<Alert> published = state == null ? List.of() : state.getAlerts();
    List<Alert> standing = published.stream().filter(a -> !isAbout.test(a.getStart())).toList();
    List<Fact> changed =
        facts.stream()
            .filter(f -> isAbout.test(f.start()) && !judge.isDismissed(f, facts, published))
            .toList();
    Set<String> topics = new TreeSet<>(before);
    Instant asOf = Instant.ofEpochMilli(watermarkMs);
    List<Judged> judged = judge.judge(changed, facts, side, asOf, topics);
    Set<Instant> alone = Fact.starts(facts, Alone::is);
    if (!alone.stream().allMatch(isAbout) && judged.stream().anyMatch(Judged::mayBeMeant)) {
      return tell(facts, state, isAbout.or(alone::contains), before, side, watermarkMs);
    }
    Opinion opinion = new Opinion(judged, standing);
    List<Emit> emits = new ArrayList<>();
    List<Alert> told = opinion.tell(published, emits);
    long beforeMs =
        state == null || calls(facts).stream().allMatch(isAbout)
            ? Result.NEVER
            : state.getCallsAgainMs();
    Instant again = opinion.again();
    long againMs = again == null ? beforeMs : Math.min(beforeMs, again.toEpochMilli());
    return new Result<>(
        state(facts, againMs, told, topics), emits, dueMs(facts, againMs, watermarkMs));
  }

  private long dueMs(List<Fact> facts, long againMs, long watermarkMs) {
    return Math.min(Math.min(againMs, judge.pastKnownMs(facts, watermarkMs)), forgetMs(facts));
  }

  static CaseState state(List<Fact> facts, long againMs, List<Alert> told, Set<String> topics) {
    return new CaseState(
        Fact.records(facts, Encounter.class),
        Fact.records(facts, Gap.class),
        Fact.records(facts, Loitering.class),
        Fact.records(facts, DarkMeeting.class),
        Fact.records(facts, Landfall.class),
        Fact.records(facts, TwinLocation.class),
        Fact.records(facts, SeenBeside.class),
        Fact.records(facts, PortCall.class),
        againMs,
        told,
        List.copyOf(topics));
  }

  /**
   * While a fact is open it has a word to come, and the revisions told so far have to go on. A
   * silence or a stay in port may never end.
   */
  private long forgetMs(List<Fact> facts) {
    boolean open =
        facts.stream().anyMatch(f -> f.open() && !(f.record() instanceof Gap || f.isCall()));
    return open ? Result.NEVER : facts.stream().mapToLong(this::lastWordMs).max().orElseThrow();
  }

  /**
   * Claims received after the last one that counts change nothing, be the facts still remembered or
   * not. What two ships may have done out of sight is told late, and hangs on whether they were
   * seen. Calls make lines and chains with calls of a year later, whatever claims may come.
   */
  private long lastWordMs(Fact fact) {
    Duration further = fact.isCall() ? Trips.REMEMBERED : UNSEEN_UNTIL;
    return Math.max(judge.lastMs(fact), fact.end().plus(further).toEpochMilli());
  }
}
