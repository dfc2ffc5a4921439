package org.stswatch.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.report.Scene.Rival;
import org.stswatch.vessel.ShipType;

/** Constructed encounters for reports to speak of. */
final class Scenes {
  static final String IMO = "8125703";
  static final String OTHER_IMO = "8106496";
  static final String START = "2017-10-16T06:00:00Z";
  static final String END = "2017-10-16T10:00:00Z";

  /** One water, north of 40 N, and one port at 42.9 N, 131.4 E that covers half a degree. */
  static final Places PLACES =
      new Places() {
        @Override
        public boolean isKnown(String area) {
          return List.of("japan sea", "slavyanka").contains(area.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean holds(String area, double lat, double lon) {
          return area.equalsIgnoreCase("Japan Sea")
              ? lat >= 40
              : Math.hypot(lat - 42.9, lon - 131.4) < 0.5;
        }
      };

  private Scenes() {}

  /** Vityaz and Sam Ma 2, both with names and numbers. */
  static Scene vityaz() {
    return of(
        hull("273999991", IMO, "VITYAZ", ShipType.TANKER, "RU"),
        hull("445999992", OTHER_IMO, "SAM MA 2", ShipType.TANKER, "KP"));
  }

  static Scene of(Hull one, Hull other, Rival... rivals) {
    return new Scene(
        Scene.Kind.MEETING,
        "e",
        Instant.parse(START),
        Instant.parse(END),
        41.1,
        132.1,
        one,
        other,
        List.of(rivals));
  }

  static Hull hull(
      String mmsi, @Nullable String imo, @Nullable String name, ShipType type, String flag) {
    return new Hull(mmsi, mmsi, imo, name, type, flag);
  }

  static Rival rival(String vessel1, String vessel2, String start, String end) {
    return new Rival(
        Scene.Kind.MEETING,
        "rival",
        vessel1,
        vessel2,
        Instant.parse(start),
        Instant.parse(end),
        41.1,
        132.1);
  }

  static Scene with(Scene s, Rival... rivals) {
    return new Scene(
        s.kind(),
        s.id(),
        s.start(),
        s.end(),
        s.lat(),
        s.lon(),
        s.unseen(),
        s.sensed(),
        s.one(),
        s.other(),
        List.of(rivals));
  }
}
