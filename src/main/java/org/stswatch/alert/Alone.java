package org.stswatch.alert;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Loitering;
import org.stswatch.geo.Reach;
import org.stswatch.report.Hull;
import org.stswatch.report.Scene;

/**
 * What one ship did at sea, nobody seen with it: it was silent, or it loitered.
 *
 * @param fact a {@link Gap} or a {@link Loitering}
 * @param kind which of the two
 */
record Alone(Fact fact, Scene.Kind kind) {
  static boolean is(Fact fact) {
    return fact.record() instanceof Gap || fact.record() instanceof Loitering;
  }

  static Alone of(SpecificRecord record) {
    return new Alone(
        Fact.of(record), record instanceof Gap ? Scene.Kind.SILENCE : Scene.Kind.LOITERING);
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
        ship,
        nobody,
        rivals);
  }

  /** As what another one of its ship is held against. */
  Scene.Rival rival() {
    String vessel = fact.vessels().get(0);
    double lat = fact.record() instanceof Gap g ? g.getStartLat() : loitering().getLat();
    double lon = fact.record() instanceof Gap g ? g.getStartLon() : loitering().getLon();
    return new Scene.Rival(
        kind, id(), vessel, vessel, fact.start(), fact.end(), lat, lon, unseen());
  }

  /** Known by what and when: of a ship there is one of a kind at a time. */
  private String id() {
    return kind + " " + fact.start();
  }

  private Loitering loitering() {
    return (Loitering) fact.record();
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
}
