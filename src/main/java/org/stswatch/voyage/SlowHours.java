package org.stswatch.voyage;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.LoiterState;
import org.stswatch.event.state.Loitering;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;

/**
 * Hours in a row in which a vessel made less than 2 kn on average outside any port (E6): loitering,
 * from four hours on. Told then, again from eight hours on, and when it is over. After Global
 * Fishing Watch's pipe-loitering and Starboard (4 h); 8 h as in Miller et al. 2018.
 *
 * <p>Missed: drifting interrupted by a fast hour; with fixes hours apart, what happened between.
 */
public final class SlowHours {
  /** Hourly mean speed stays below, knots (pipe-loitering's slow_threshold). */
  public static final double SLOW_KN = 2.0;

  /** Shortest loitering, s (Starboard; GFW's later product). */
  public static final int LOITERING_S = 4 * 3600;

  /** Strong loitering, s (Miller et al. 2018). */
  static final int LONG_S = 8 * 3600;

  /** Silence that ends it, hours: what happened meanwhile is not known (GFW's port gap). */
  static final int SILENT_HOURS = 4;

  /** An hour is judged by so much of it at least, s: own choice, one way between two fixes. */
  private static final int LEAST_S = Way.SHORTEST_S;

  private SlowHours() {}

  /** The row after an hour, and what is told of it, if anything. */
  record Told(@Nullable LoiterState row, @Nullable Loitering loitering) {
    static final Told NOTHING = new Told(null, null);
  }

  /** Whether an hour with these ways was a slow one. */
  static boolean slow(List<Way> ways) {
    long metres = Math.round(ways.stream().mapToDouble(Way::metres).sum());
    long seconds = ways.stream().mapToLong(Way::seconds).sum();
    return seconds >= LEAST_S && knots(metres, seconds) < SLOW_KN;
  }

  /** One more slow hour, which goes on from the row or begins one. */
  static Told goOn(@Nullable LoiterState row, int hour, List<Way> ways, String vessel) {
    LoiterState next = with(row, hour, ways, vessel);
    boolean first = next.getTold() == 0 && lastsS(next) >= LOITERING_S;
    boolean again = next.getTold() == 1 && lastsS(next) >= LONG_S;
    if (!first && !again) {
      return new Told(next, null);
    }
    LoiterState told = LoiterState.newBuilder(next).setTold(next.getTold() + 1).build();
    return new Told(told, loitering(told, false, vessel));
  }

  /** The row, or a new one, with the ways of an hour. */
  static LoiterState with(@Nullable LoiterState row, int hour, List<Way> ways, String vessel) {
    LoiterState next = row == null ? begin(ways.get(0), vessel) : row;
    for (Way way : ways) {
      next = with(next, way, vessel);
    }
    return LoiterState.newBuilder(next).setHour(hour).build();
  }

  /** The row is over. */
  static Told end(LoiterState row, String vessel) {
    LoiterState last = LoiterState.newBuilder(row).setTold(row.getTold() + 1).build();
    return new Told(null, row.getTold() == 0 ? null : loitering(last, true, vessel));
  }

  private static LoiterState begin(Way way, String vessel) {
    Fix from = new Fix(way.fromS(), way.fromLat6(), way.fromLon6(), 0);
    Middle middle = Middle.NOWHERE.and(from.lat(), from.lon());
    return LoiterState.newBuilder()
        .setStartS(from.timeS())
        .setStartLat6(from.lat6())
        .setStartLon6(from.lon6())
        .setStartRef(from.ref(vessel))
        .setEndS(from.timeS())
        .setEndRef("")
        .setHour(0)
        .setMetres(0)
        .setSeconds(0)
        .setExtentM(0)
        .setX(middle.x())
        .setY(middle.y())
        .setZ(middle.z())
        .setTold(0)
        .build();
  }

  private static LoiterState with(LoiterState row, Way way, String vessel) {
    Fix to = way.to();
    Middle middle = new Middle(row.getX(), row.getY(), row.getZ()).and(to.lat(), to.lon());
    int extentM = (int) Math.round(to.metresFrom(row.getStartLat6(), row.getStartLon6()));
    return LoiterState.newBuilder(row)
        .setEndS(to.timeS())
        .setEndRef(to.ref(vessel))
        .setMetres(row.getMetres() + Math.round(way.metres()))
        .setSeconds(row.getSeconds() + way.seconds())
        .setExtentM(Math.max(row.getExtentM(), extentM))
        .setX(middle.x())
        .setY(middle.y())
        .setZ(middle.z())
        .build();
  }

  private static int lastsS(LoiterState row) {
    return row.getEndS() - row.getStartS();
  }

  static double knots(long metres, long seconds) {
    return Math.round(Geodesy.knots(metres, seconds) * 100) / 100.0;
  }

  private static Loitering loitering(LoiterState row, boolean closed, String vessel) {
    Middle middle = new Middle(row.getX(), row.getY(), row.getZ());
    return Loitering.newBuilder()
        .setVessel(vessel)
        .setRevision(row.getTold())
        .setClosed(closed)
        .setStart(Instant.ofEpochSecond(row.getStartS()))
        .setEnd(Instant.ofEpochSecond(row.getEndS()))
        .setSpeedKn(knots(row.getMetres(), row.getSeconds()))
        .setLat(middle.lat())
        .setLon(middle.lon())
        .setExtentM(row.getExtentM())
        .setInputRefs(List.copyOf(new TreeSet<>(List.of(row.getStartRef(), row.getEndRef()))))
        .build();
  }
}
