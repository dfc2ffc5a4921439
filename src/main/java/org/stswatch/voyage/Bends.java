package org.stswatch.voyage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.geo.Waypoint;

/**
 * What an hour leaves behind for those who ask days later where the ship was: the ends of ways of
 * ten minutes or more that do not lie on the straight way between the others. Of a ship that lies
 * still, drifts, or holds her course and speed that is nothing but where she was heard last.
 *
 * @param silentS longest of these ways, s
 * @param packed as {@link Waypoint#pack} does
 */
record Bends(int silentS, ByteBuffer packed) {
  /**
   * So near the straight way a fix is not needed, metres: a fifth of the distance within which
   * something is beside a ship (domain rule E3). Own choice.
   */
  static final int WITHIN_M = 100;

  /**
   * The bends of an hour.
   *
   * @param before where she was heard last in an hour before, if she was
   * @param first fix of the hour
   * @param last fix of the hour
   */
  static Bends of(@Nullable Fix before, Fix first, List<Way> ways, Fix last) {
    List<Waypoint> all = new ArrayList<>(ways.size() + 2);
    all.add(point(before == null ? first : before));
    int silentS = 0;
    for (Way way : ways) {
      silentS = Math.max(silentS, way.seconds());
      all.add(point(way.to()));
    }
    if (all.get(all.size() - 1).timeS() == last.timeS()) { // of one second the last one
      all.remove(all.size() - 1);
    }
    all.add(point(last));
    List<Waypoint> bends = Waypoint.bends(all, WITHIN_M);
    if (before == null && all.size() > 1) {
      bends.add(0, all.get(0));
    }
    return new Bends(silentS, Waypoint.pack(bends));
  }

  private static Waypoint point(Fix fix) {
    return new Waypoint(fix.timeS(), fix.lat6(), fix.lon6());
  }
}
