package org.stswatch.voyage;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;
import org.stswatch.event.Reception;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Geodesy;
import org.stswatch.vessel.ContentId;

/**
 * A silence that is long for this vessel (E7): it opens at 6 h, or at 12 times the vessel's own
 * cadence where that is more. Whether it means anything is for the neighbours to say, elsewhere.
 *
 * <p>A silence of a vessel key is one of all ships that use it: a key that two ships share hides
 * the silence of one.
 */
public final class Silence {
  /** Opens at, s (Global Fishing Watch's naive gap). */
  public static final int OPEN_S = 6 * 3600;

  /** Or at so many times the median time between fixes (Eykon). */
  static final int TIMES = 12;

  /** But at the latest at, s: own choice, so that a rarely heard vessel has gaps as well. */
  static final int LATEST_S = 24 * 3600;

  /** Before this history there is no cadence, s. */
  static final int BASELINE_S = Cadence.DAYS * 86_400;

  private Silence() {}

  /** Silence after which the last fix of this voyage begins a gap, s. */
  static int thresholdS(VoyageState v) {
    Integer cadence = cadenceMinutes(v);
    return cadence == null ? OPEN_S : Math.min(LATEST_S, Math.max(OPEN_S, TIMES * cadence * 60));
  }

  private static @Nullable Integer cadenceMinutes(VoyageState v) {
    return v.getLastS() - v.getFirstS() < BASELINE_S
        ? null
        : (Integer) Cadence.medianMinutes(v.getCadence());
  }

  /** The gap since the last fix, which goes on; or which this fix ends. */
  static Gap gap(VoyageState v, @Nullable Fix heard, String vessel) {
    Fix last = Fix.followed(v);
    Instant start = Instant.ofEpochSecond(v.getLastS());
    TreeSet<String> refs = new TreeSet<>(List.of(last.ref(vessel)));
    Gap.Builder gap =
        Gap.newBuilder()
            .setGapId(ContentId.of("GAP", vessel, start.toString()))
            .setRevision(v.getGapTold() + 1)
            .setStatus(heard == null ? GapStatus.OPEN : GapStatus.CLOSED)
            .setVessel(vessel)
            .setStart(start)
            .setStartLat(degrees(v.getLat6()))
            .setStartLon(degrees(v.getLon6()))
            .setReception(Reception.UNKNOWN)
            .setThresholdMinutes(thresholdS(v) / 60)
            .setCadenceMinutes(cadenceMinutes(v))
            .setStartSpeedKn(v.getSpeedKn() < 0 ? null : rounded(v.getSpeedKn(), 100))
            .setStartCourseDeg(v.getCourseDeg() < 0 ? null : rounded(v.getCourseDeg(), 10));
    if (heard != null) {
      double metres = heard.metresFrom(v.getLat6(), v.getLon6());
      gap.setEnd(Instant.ofEpochSecond(heard.timeS()))
          .setEndLat(degrees(heard.lat6()))
          .setEndLon(degrees(heard.lon6()))
          .setImpliedSpeedKn(rounded(Geodesy.knots(metres, heard.timeS() - v.getLastS()), 100));
      refs.add(heard.ref(vessel));
    }
    return gap.setInputRefs(List.copyOf(refs)).build();
  }

  private static double rounded(double value, int parts) {
    return Math.round(value * parts) / (double) parts;
  }

  private static double degrees(int e6) {
    return Math.round(e6 / 10.0) / 1e5;
  }
}
