package org.stswatch.oracle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stswatch.event.VesselSighting;
import org.stswatch.geo.Geodesy;
import org.stswatch.vessel.ContentId;

/**
 * A position of a ship at a second.
 *
 * @param timeS s since 1970
 * @param lat6 latitude, 1e-6 degrees
 * @param lon6 longitude, 1e-6 degrees
 */
record Fix(String vessel, int timeS, int lat6, int lon6) {
  /** By time, then by content: of two fixes one is always the first. */
  static final Comparator<Fix> ORDER =
      Comparator.comparingInt(Fix::timeS).thenComparingInt(Fix::lat6).thenComparingInt(Fix::lon6);

  static Fix of(VesselSighting s) {
    long second = Math.floorDiv(s.getObservedAt().toEpochMilli(), 1000L);
    int lat6 = (int) Math.round(s.getLat() * 1e6);
    int lon6 = (int) Math.round(s.getLon() * 1e6);
    return new Fix(s.getVesselKey(), (int) second, lat6, lon6);
  }

  /** Of each minute and place (a square of 0.1 degrees) the first one, in order (decision 0004). */
  static List<Fix> thinned(Stream<Fix> fixes) {
    record MinuteAndPlace(int minute, int place) {}
    Map<MinuteAndPlace, Fix> first = new HashMap<>();
    fixes.forEach(
        fix ->
            first.merge(
                new MinuteAndPlace(Math.floorDiv(fix.timeS, 60), fix.place()),
                fix,
                (x, y) -> ORDER.compare(x, y) <= 0 ? x : y));
    List<Fix> thinned = new ArrayList<>(first.values());
    thinned.sort(ORDER);
    return thinned;
  }

  /** Number of the square of 0.1 degrees that holds it. */
  int place() {
    return Math.floorDiv(lat6 + 90_000_000, 100_000) * 3601
        + Math.floorDiv(lon6 + 180_000_000, 100_000);
  }

  double metresTo(Fix other) {
    return Geodesy.distanceM(lat6 / 1e6, lon6 / 1e6, other.lat6 / 1e6, other.lon6 / 1e6);
  }

  /** What evidence refers to. */
  long ref() {
    String content = vessel + ',' + timeS + ',' + lat6 + ',' + lon6;
    return ByteBuffer.wrap(ContentId.sha256(content)).getLong();
  }
}
