package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.detect.Answers;
import org.stswatch.detect.Claims;
import org.stswatch.detect.Ship;
import org.stswatch.event.Encounter;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.stream.Side;
import org.stswatch.watch.Watchlist;

/** Judges facts of which all is known as a case does, and tells what it does not raise as well. */
public final class Review {
  private final FactJudge judge;

  /**
   * A review.
   *
   * @param claimsWindow how long after its end a claim may count for a fact
   */
  public Review(Alerts alerts, Duration claimsWindow) {
    this.judge = new FactJudge(alerts, claimsWindow);
  }

  /** What comes of facts of one subject, raised or not, with the reasons; each before its chain. */
  public List<Judged> verdicts(List<? extends SpecificRecord> events, Side side) {
    List<Fact> all = events.stream().map(Fact::of).toList();
    return judge.judge(all, all, side, Instant.MAX, new TreeSet<>());
  }

  /** Which ships on AIS may be what was seen, with what is stated of their lengths. */
  public List<Answers.Candidate> candidates(SeenBeside seen, Side side) {
    Fact fact = Fact.of(seen);
    Claims claims = judge.claims(fact, side);
    String vessel = seen.getVessel();
    Watchlist lists = new Watchlist(claims.listed());
    Ship ship = Particulars.of(vessel, claims.statedOf(vessel), lists, fact.start());
    return Answers.candidates(seen, ship.lengthM(), claims);
  }

  /** Why no chain ends with an encounter; nothing where one does. */
  public Optional<String> missingLink(Encounter last, Side side) {
    return judge.missingLink(Fact.of(last), side);
  }
}
