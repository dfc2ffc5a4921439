package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Encounter;
import org.stswatch.stream.Side;

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

  /** Why no chain ends with an encounter; nothing where one does. */
  public Optional<String> missingLink(Encounter last, Side side) {
    return judge.missingLink(Fact.of(last), side);
  }
}
