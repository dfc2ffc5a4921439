package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stswatch.event.Encounter;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;

/** Whom ships met before an encounter, and who those were. */
public interface Past {

  /**
   * Until when they may have said who they were: what is received later does not count, so that a
   * case need not depend on all that its ships' former partners say of themselves ever after.
   *
   * @param window how long after its end a claim may count for a fact
   */
  static Instant until(Fact fact, Duration window) {
    Duration settled = StatedDays.settled(window);
    return fact.end().plus(window.compareTo(settled) < 0 ? window : settled);
  }

  /** The closed encounters of a vessel, in any order; others as well. */
  List<Encounter> met(String vessel);

  /** What a vessel had stated of itself until then. */
  List<VoyageStatement> statedOf(String vessel);

  /** Watch-list entries with one of these tokens, each as published last; others as well. */
  List<WatchlistEntry> listed(Set<String> tokens);
}
