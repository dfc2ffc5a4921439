package org.stswatch.voyage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.LandfallState;
import org.stswatch.voyage.Harbour.Offing;

/**
 * Stays off the coast of the DPRK: a vessel was seen within 15 km of a port, or for two hours in
 * waters claimed there (E9: "recorded off Kimchaek, Chongjin, Hungnam or Najin"). Whether a vessel
 * is there is asked at the end of each of its hours, by its last fix. Told when it counts, again
 * when it came near a port and when it was slow there, and when it is seen elsewhere.
 *
 * <p>Missed: who passes in and out within an hour, and who sends nothing there.
 */
final class Landfalls {
  /** In claimed waters, s (E9 in the plan: 2 h; the way to Busan cuts a corner of them). */
  static final int LONG_S = 2 * 3600;

  /** Slow for so long is a stop, s: own choice, a way or two below the speed of loitering. */
  static final int STOPPED_S = 3600;

  private Landfalls() {}

  /** The stay after an hour, and what is told of it, if anything. */
  record Told(@Nullable LandfallState state, @Nullable Landfall landfall) {
    static final Told NOTHING = new Told(null, null);
  }

  /**
   * One more hour.
   *
   * @param ways of this hour
   * @param last its last fix
   */
  static Told goOn(
      @Nullable LandfallState stay,
      List<Way> ways,
      Fix last,
      String vessel,
      Harbour.Finder harbours) {
    Offing off = harbours.offing(last.lat6(), last.lon6());
    if (off == null && stay == null) {
      return Told.NOTHING;
    }
    LandfallState now = stay;
    for (Way way : ways) {
      Fix to = way.to();
      Offing there = harbours.offing(to.lat6(), to.lon6());
      if (there != null) {
        now = now == null ? begin(to, there, vessel) : with(now, to, there, slowS(way), vessel);
      }
    }
    if (off != null) {
      now = now == null ? begin(last, off, vessel) : with(now, last, off, 0, vessel);
    }
    return told(Objects.requireNonNull(now), off == null, vessel);
  }

  private static Told told(LandfallState stay, boolean over, String vessel) {
    int worth = worth(stay);
    if (worth <= stay.getToldOf() && !(over && worth > 0)) {
      return new Told(over ? null : stay, null);
    }
    LandfallState again =
        LandfallState.newBuilder(stay).setTold(stay.getTold() + 1).setToldOf(worth).build();
    return new Told(over ? null : again, landfall(again, over, vessel));
  }

  /** What happened in a long silence is not known. */
  private static int slowS(Way way) {
    boolean known = way.seconds() <= SlowHours.SILENT_HOURS * 3600;
    return known && way.knots() < SlowHours.SLOW_KN ? way.seconds() : 0;
  }

  /** 0 where it says nothing yet. */
  private static int worth(LandfallState s) {
    boolean near = s.getDistanceM() <= Harbour.OFF_PORT_M;
    if (!near && s.getEndS() - s.getStartS() < LONG_S) {
      return 0;
    }
    return 1 + (near ? 1 : 0) + (s.getSlowS() >= STOPPED_S ? 2 : 0);
  }

  private static LandfallState begin(Fix fix, Offing off, String vessel) {
    return LandfallState.newBuilder()
        .setStartS(fix.timeS())
        .setStartRef(fix.ref(vessel))
        .setEndS(fix.timeS())
        .setEndRef(fix.ref(vessel))
        .setPort(off.port())
        .setDistanceM(off.distanceM())
        .setLat6(fix.lat6())
        .setLon6(fix.lon6())
        .setSlowS(0)
        .setTold(0)
        .setToldOf(0)
        .build();
  }

  private static LandfallState with(
      LandfallState s, Fix fix, Offing off, int slowS, String vessel) {
    LandfallState.Builder now = LandfallState.newBuilder(s).setSlowS(s.getSlowS() + slowS);
    if (fix.timeS() > s.getEndS()) {
      now.setEndS(fix.timeS()).setEndRef(fix.ref(vessel));
    }
    if (off.distanceM() < s.getDistanceM()) {
      now.setPort(off.port()).setDistanceM(off.distanceM()).setLat6(fix.lat6()).setLon6(fix.lon6());
    }
    return now.build();
  }

  private static Landfall landfall(LandfallState s, boolean closed, String vessel) {
    return Landfall.newBuilder()
        .setVessel(vessel)
        .setRevision(s.getTold())
        .setClosed(closed)
        .setStart(Instant.ofEpochSecond(s.getStartS()))
        .setEnd(Instant.ofEpochSecond(s.getEndS()))
        .setPort(s.getPort())
        .setDistanceM(s.getDistanceM())
        .setLat(degrees(s.getLat6()))
        .setLon(degrees(s.getLon6()))
        .setSlowMinutes(s.getSlowS() / 60)
        .setInputRefs(List.copyOf(new TreeSet<>(List.of(s.getStartRef(), s.getEndRef()))))
        .build();
  }

  private static double degrees(int e6) {
    return Math.round(e6 / 10.0) / 1e5;
  }
}
