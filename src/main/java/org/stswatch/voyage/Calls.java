package org.stswatch.voyage;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.PortCall;
import org.stswatch.event.PortCallStatus;
import org.stswatch.event.state.CallState;
import org.stswatch.geo.Geodesy;
import org.stswatch.vessel.ContentId;

/**
 * Stays near a port (E8), with hysteresis: they begin within a smaller radius than they end. A stay
 * is a call when the vessel stopped there, or was silent there for hours; it is told at the first
 * stop, and again when it is over. After Global Fishing Watch's anchorages_pipeline.
 *
 * <p>Missed: calls without a transponder, and berths more than the radius from every point of the
 * pack. Roadsteads lie up to 67 km from theirs.
 */
final class Calls {
  /** A stop begins at or below, knots. */
  private static final double STOP_KN = 0.2;

  /** A stop ends at or above, knots. */
  private static final double START_KN = 0.5;

  /** A silence in port that counts as a stop, s. */
  private static final int GAP_S = 4 * 3600;

  /** A stop long enough to handle cargo, s: own choice. */
  private static final int CARGO_S = 3 * 3600;

  /** A bare point says little: highest confidence. */
  private static final int BARE_CONFIDENCE = 2;

  private Calls() {}

  /** The stay after a way, and the call that it tells, if any. */
  record Told(@Nullable CallState stay, @Nullable PortCall call) {
    static final Told NOTHING = new Told(null, null);
  }

  /** A vessel that is in no port has sailed this way and is near this harbour now. */
  static Told enter(Way way, Harbour harbour, String vessel) {
    if (!harbour.holds()) {
      return Told.NOTHING;
    }
    double fromM =
        Geodesy.distanceM(
            way.fromLat6() / 1e6, way.fromLon6() / 1e6, harbour.lat6() / 1e6, harbour.lon6() / 1e6);
    boolean seen = fromM > harbour.entryM() && way.seconds() <= GAP_S;
    CallState stay =
        CallState.newBuilder()
            .setPort(harbour.code())
            .setLat6(harbour.lat6())
            .setLon6(harbour.lon6())
            .setExitM(harbour.exitM())
            .setBare(harbour.bare())
            .setEntryS(way.to().timeS())
            .setEntryRef(way.to().ref(vessel))
            .setEntrySeen(seen)
            .setStopS(0)
            .setStopLat6(way.to().lat6())
            .setStopLon6(way.to().lon6())
            .setStopped(false)
            .setStoppedS(0)
            .setGapSeen(false)
            .setTold(0)
            .build();
    return new Told(stay, null);
  }

  /** A vessel in port has sailed this way. */
  static Told goOn(CallState stay, Way way, String vessel) {
    if (way.to().metresFrom(stay.getLat6(), stay.getLon6()) > stay.getExitM()) {
      return new Told(null, counts(stay) ? call(stay, way.to(), vessel) : null);
    }
    CallState now = moved(stay, way);
    if (now.getTold() == 0 && counts(now)) {
      CallState told = CallState.newBuilder(now).setTold(1).build();
      return new Told(told, call(told, null, vessel));
    }
    return new Told(now, null);
  }

  private static CallState moved(CallState stay, Way way) {
    CallState.Builder now = CallState.newBuilder(stay);
    if (way.seconds() >= GAP_S) {
      now.setGapSeen(true);
    }
    double kn = way.knots();
    boolean stopped = stay.getStopped() ? kn < START_KN : kn <= STOP_KN;
    if (stopped && stay.getStopS() == 0) {
      now.setStopS(way.fromS()).setStopLat6(way.to().lat6()).setStopLon6(way.to().lon6());
    }
    return now.setStopped(stopped)
        .setStoppedS(stay.getStoppedS() + (stopped ? way.seconds() : 0))
        .build();
  }

  private static boolean counts(CallState stay) {
    return stay.getStopS() != 0 || stay.getGapSeen();
  }

  private static PortCall call(CallState stay, @Nullable Fix exit, String vessel) {
    TreeSet<String> refs = new TreeSet<>(List.of(stay.getEntryRef()));
    if (exit != null) {
      refs.add(exit.ref(vessel));
    }
    Instant start = Instant.ofEpochSecond(stay.getEntryS());
    return PortCall.newBuilder()
        .setCallId(ContentId.of("PORT_CALL", vessel, stay.getPort(), start.toString()))
        .setRevision(exit == null ? 1 : stay.getTold() + 1)
        .setStatus(exit == null ? PortCallStatus.OPEN : PortCallStatus.CLOSED)
        .setVessel(vessel)
        .setPort(stay.getPort())
        .setStart(start)
        .setEnd(exit == null ? null : Instant.ofEpochSecond(exit.timeS()))
        .setConfidence(confidence(stay, exit))
        .setLat(degrees(stay.getStopLat6()))
        .setLon(degrees(stay.getStopLon6()))
        .setStoppedMinutes(stay.getStoppedS() / 60)
        .setInputRefs(List.copyOf(refs))
        .build();
  }

  private static int confidence(CallState stay, @Nullable Fix exit) {
    int seen = stay.getEntrySeen() ? 1 : 0;
    seen += counts(stay) ? 1 : 0;
    seen += exit != null ? 1 : 0;
    seen += stay.getStoppedS() >= CARGO_S ? 1 : 0;
    return stay.getBare() ? Math.min(seen, BARE_CONFIDENCE) : seen;
  }

  private static double degrees(int e6) {
    return Math.round(e6 / 10.0) / 1e5;
  }
}
