package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.VesselCase;
import org.stswatch.event.Gap;
import org.stswatch.event.VesselReport;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.geo.Reach;
import org.stswatch.report.Hull;
import org.stswatch.report.Matching;
import org.stswatch.report.Scene;

/**
 * What one ship did at sea with nobody else on AIS: it was silent, it loitered, or it waited while
 * something was seen beside it.
 *
 * @param fact a {@link Gap}, a {@link Loitering} or a {@link SeenBeside}
 * @param kind which of them
 */
record Alone(Fact fact, Scene.Kind kind) {
  static boolean is(Fact fact) {
    return fact.record() instanceof Gap
        || fact.record() instanceof Loitering
        || fact.record() instanceof SeenBeside;
  }

  /** Whether any of these reports speaks of that time, of whatever ship and place. */
  static boolean isToldOf(Fact fact, Collection<VesselReport> reported) {
    Instant start = start(fact);
    Instant end = end(fact);
    return is(fact) && reported.stream().anyMatch(r -> Matching.isTimely(r, start, end));
  }

  /** A report may speak of the whole of a wait; what was seen was seen in one moment of it. */
  private static Instant start(Fact fact) {
    return fact.record() instanceof SeenBeside s ? s.getStop().getStart() : fact.start();
  }

  private static Instant end(Fact fact) {
    return fact.record() instanceof SeenBeside s ? s.getStop().getEnd() : fact.end();
  }

  Scene scene(Hull ship, Hull nobody, List<Scene.Rival> rivals) {
    Scene.Rival here = rival();
    return new Scene(
        kind,
        here.id(),
        here.start(),
        here.end(),
        here.lat(),
        here.lon(),
        here.unseen(),
        here.sensed(),
        ship,
        nobody,
        rivals);
  }

  /** As what another one of its ship is held against. */
  Scene.Rival rival() {
    String vessel = fact.vessels().get(0);
    return new Scene.Rival(
        kind,
        kind + " " + fact.start(), // of a ship there is one of a kind at a time
        vessel,
        vessel,
        start(fact),
        end(fact),
        VesselCase.lat(fact.record()),
        VesselCase.lon(fact.record()),
        unseen(),
        sensed());
  }

  /** A ship that was not heard again yet may be as far from its last fix as it can have sailed. */
  private Scene.@Nullable Unseen unseen() {
    if (!(fact.record() instanceof Gap g)) {
      return null;
    }
    double mostM =
        Math.round(Duration.between(fact.start(), fact.end()).toSeconds() * Reach.MOST_M_S);
    Double endLat = g.getEndLat();
    Double endLon = g.getEndLon();
    return endLat == null || endLon == null
        ? new Scene.Unseen(g.getStartLat(), g.getStartLon(), 2 * mostM)
        : new Scene.Unseen(endLat, endLon, mostM);
  }

  private Scene.@Nullable Sensed sensed() {
    if (!(fact.record() instanceof SeenBeside s)) {
      return null;
    }
    Detection d = s.getDetection();
    return new Scene.Sensed(d.getDetectionId(), d.getMadeWith(), d.getObservedAt());
  }
}
