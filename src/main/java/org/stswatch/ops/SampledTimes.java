package org.stswatch.ops;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.Geodesy;
import org.stswatch.track.TrackSettings;

/**
 * What became of one vessel's fixes in a stretch of time.
 *
 * @param fixes accepted, one a second at most
 * @param segments track segments that gave samples: more than one where an MMSI is shared, or where
 *     a track broke off
 * @param gridTimes in the stretch
 * @param sampled grid times with a sample
 * @param contested of them, where the MMSI was used at two places at once
 * @param silent grid times without one, because no two fixes near enough in time lie around them
 * @param fast because the way between them is too fast
 * @param other for another reason: a fix that broke off a segment, or a station that is no ship
 */
record SampledTimes(
    int fixes,
    int segments,
    int gridTimes,
    int sampled,
    int contested,
    int silent,
    int fast,
    int other) {
  /** Shorter ways are judged as if they took it, s: as the track does. */
  private static final int SHORTEST_S = 60;

  /** The reason why a grid time has no sample. */
  private enum Why {
    SILENT,
    FAST,
    OTHER
  }

  /**
   * Counts.
   *
   * @param fromS first second of the stretch, s since 1970
   * @param toS last second of it
   */
  static SampledTimes of(PairTrace trace, String vessel, int fromS, int toS) {
    TrackSettings settings = trace.settings().track();
    int stepS = (int) settings.gridStep().toSeconds();
    var samples = trace.samples(vessel);
    Set<Integer> segments = new TreeSet<>();
    int[] why = new int[Why.values().length];
    int times = 0;
    int sampled = 0;
    int contested = 0;
    for (int g = -Math.floorDiv(-fromS, stepS) * stepS; g <= toS; g += stepS) {
      times++;
      Map<Integer, Sample> then = samples.getOrDefault(g, Map.of());
      if (then.isEmpty()) {
        why[why(trace.fixes(vessel), g, settings).ordinal()]++;
      } else {
        sampled++;
        segments.addAll(then.keySet());
        contested += then.values().stream().anyMatch(Sample::getContested) ? 1 : 0;
      }
    }
    int fixes = trace.fixes(vessel).subMap(fromS, true, toS, true).size();
    return new SampledTimes(
        fixes, segments.size(), times, sampled, contested, why[0], why[1], why[2]);
  }

  private static Why why(NavigableMap<Integer, VesselSighting> fixes, int g, TrackSettings s) {
    boolean heardThen = fixes.containsKey(g);
    Why before =
        way(fixes.lowerEntry(g), heardThen ? fixes.floorEntry(g) : fixes.higherEntry(g), s);
    Why after = heardThen ? way(fixes.floorEntry(g), fixes.higherEntry(g), s) : before;
    return before.compareTo(after) > 0 ? before : after;
  }

  private static Why way(
      Map.@Nullable Entry<Integer, VesselSighting> from,
      Map.@Nullable Entry<Integer, VesselSighting> to,
      TrackSettings s) {
    if (from == null
        || to == null
        || to.getKey() - from.getKey() > s.maxInterpolationGap().toSeconds()) {
      return Why.SILENT;
    }
    VesselSighting a = from.getValue();
    VesselSighting b = to.getValue();
    double metres = Geodesy.distanceM(a.getLat(), a.getLon(), b.getLat(), b.getLon());
    double kn = Geodesy.knots(metres, Math.max(SHORTEST_S, to.getKey() - from.getKey()));
    return kn > s.sampleMaxKn() ? Why.FAST : Why.OTHER;
  }

  /** In a sentence: how many grid times, and why not the others. */
  String told(String vessel) {
    return "%s sampled at %d of %d grid times (silent %d, too fast %d, off the track %d)"
        .formatted(vessel, sampled, gridTimes, silent, fast, other);
  }
}
