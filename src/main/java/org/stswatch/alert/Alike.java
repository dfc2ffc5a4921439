package org.stswatch.alert;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stswatch.detect.Claims;
import org.stswatch.detect.DarkRendezvousObserved;
import org.stswatch.detect.Ship;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.report.Scene;
import org.stswatch.watch.Watchlist;

/**
 * What one ship did alone, as far as a report may speak of it: of all such facts of a ship it
 * speaks of one (decisions 0021 and 0024).
 */
public final class Alike {
  private final Localities localities;
  private final int portExclusionM;

  /**
   * @param portExclusionM nearer to a port nothing that was seen beside a ship is raised, metres
   */
  Alike(Localities localities, int portExclusionM) {
    this.localities = localities;
    this.portExclusionM = portExclusionM;
  }

  /**
   * As what reports are asked about a fact; nothing where it is no such fact. What was seen and is
   * a ship on AIS, or lay off a port, tells nothing that a report could mean.
   */
  Optional<Alone> of(Fact fact, Claims claims) {
    return of(fact, f -> claims);
  }

  private Optional<Alone> of(Fact fact, Function<Fact, Claims> claims) {
    if (fact.record() instanceof Gap) {
      return Optional.of(new Alone(fact, Scene.Kind.SILENCE));
    } else if (fact.record() instanceof Loitering) {
      return Optional.of(new Alone(fact, Scene.Kind.LOITERING));
    } else if (fact.record() instanceof SeenBeside seen
        && localities.placeOf(seen).portDistanceM() >= portExclusionM) {
      return kind(seen, claims.apply(fact)).map(kind -> new Alone(fact, kind));
    }
    return Optional.empty();
  }

  private static Optional<Scene.Kind> kind(SeenBeside seen, Claims claims) {
    String vessel = seen.getVessel();
    Watchlist none = new Watchlist(List.of()); // it hangs on lengths alone
    Ship ship =
        Particulars.of(vessel, claims.statedOf(vessel), none, seen.getDetection().getObservedAt());
    return DarkRendezvousObserved.kind(seen, ship, claims);
  }

  /**
   * Of the facts of a case the others of which a report on this one may speak instead: those that a
   * claim may still reach when this one ends, and that end before the last claim for this one. That
   * is the same in either direction. What begins with it shares its alert, and so its reports.
   *
   * @param window how long after its end a claim may count for a fact
   * @param claims what counts for one of them
   */
  public List<Scene.Rival> of(
      Fact fact, Collection<Fact> all, Duration window, Function<Fact, Claims> claims) {
    if (!Alone.is(fact)) {
      return List.of();
    }
    return all.stream()
        .filter(o -> Alone.is(o) && !o.retracted() && o.vessels().equals(fact.vessels()))
        .filter(o -> !o.start().equals(fact.start()))
        .filter(o -> !o.end().isAfter(fact.end().plus(window)))
        .filter(o -> !fact.end().isAfter(o.end().plus(window)))
        .flatMap(o -> of(o, claims).stream())
        .map(Alone::rival)
        .toList();
  }
}
