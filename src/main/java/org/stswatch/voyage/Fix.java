package org.stswatch.voyage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Geodesy;
import org.stswatch.vessel.FixRef;

/**
 * A position of the vessel at a second, behind the watermark.
 *
 * @param timeS s since 1970
 * @param lat6 latitude, 1e-6 degrees
 * @param lon6 longitude, 1e-6 degrees
 * @param segmentS start of its segment, s since 1970
 */
record Fix(int timeS, int lat6, int lon6, int segmentS) {

  /** The fixes of an hour, in the order of time. */
  static List<Fix> of(Passage passage) {
    List<Fix> fixes = new ArrayList<>();
    ByteBuffer bytes = passage.getFixes().duplicate();
    while (bytes.hasRemaining()) {
      fixes.add(new Fix(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt()));
    }
    return fixes;
  }

  /** The last one of the segment that a voyage follows. */
  static Fix followed(VoyageState v) {
    return new Fix(v.getFixS(), v.getLat6(), v.getLon6(), v.getSegmentS());
  }

  /** The segment of these fixes that a voyage follows, by its start, s since 1970. */
  static int followed(List<Fix> fixes, @Nullable VoyageState before) {
    Map<Integer, Integer> bySegment = new TreeMap<>();
    fixes.forEach(f -> bySegment.merge(f.segmentS(), 1, Integer::sum));
    if (before != null && bySegment.containsKey(before.getSegmentS())) {
      return before.getSegmentS();
    }
    return bySegment.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  double lat() {
    return lat6 / 1e6;
  }

  double lon() {
    return lon6 / 1e6;
  }

  double metresFrom(int fromLat6, int fromLon6) {
    return Geodesy.distanceM(fromLat6 / 1e6, fromLon6 / 1e6, lat(), lon());
  }

  String ref(String vessel) {
    return FixRef.hex(vessel, timeS, lat6, lon6);
  }
}
