package org.stswatch.track;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.stswatch.event.state.Passage;
import org.stswatch.stream.Result.Emit;

/**
 * Hours of a track that no sighting changes any more, for those who judge a voyage in the order of
 * time. What is no ship has none.
 */
final class Passages {
  private static final int FIX_BYTES = 16;

  /** What the keys of stations that are no ships have. */
  private static final char STATION_MARK = '\t';

  private Passages() {}

  /** The hours of a track before this one, oldest first. */
  static List<Emit> before(int hour, String vessel, TrackState state) {
    List<Emit> passages = new ArrayList<>();
    if (vessel.indexOf(STATION_MARK) >= 0) {
      return passages;
    }
    for (Hour h : state.hours().list()) {
      if (h.number() < hour) {
        passages.add(new Emit(vessel, passage(h, vessel, state.course())));
      }
    }
    return passages;
  }

  private static Passage passage(Hour hour, String vessel, Course course) {
    int fromS = hour.number() * Hour.SECONDS;
    List<Fix> fixes = hour.fixes(fromS, fromS + Hour.SECONDS);
    int[] segmentsS = course.segmentsS(fromS, fromS + Hour.SECONDS);
    ByteBuffer bytes = ByteBuffer.allocate(fixes.size() * FIX_BYTES);
    for (int i = 0; i < segmentsS.length; i++) {
      Fix fix = fixes.get(i);
      bytes.putInt(fix.timeS()).putInt(fix.lat6()).putInt(fix.lon6()).putInt(segmentsS[i]);
    }
    return new Passage(vessel, hour.number(), bytes.flip());
  }
}
