package org.stswatch.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.CellTime;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result.Emit;

/**
 * Removals and upserts that make the samples of one course those of another. A sample goes to every
 * cell near it.
 */
final class Difference {
  private final Cells cells;
  private final List<Emit> emits = new ArrayList<>();

  private Difference(Cells cells) {
    this.cells = cells;
  }

  static List<Emit> of(Course before, Course after, Cells cells) {
    List<Sample> was = before.samplesUnlike(after);
    List<Sample> now = after.samplesUnlike(before);
    int least = Math.min(was.size(), now.size());
    int same = 0;
    while (same < least && equal(was.get(same), now.get(same))) {
      same++;
    }
    if (same == was.size() && same == now.size()) {
      return List.of();
    }
    Difference difference = new Difference(cells);
    difference.add(was.subList(same, was.size()), now.subList(same, now.size()));
    return difference.emits;
  }

  private void add(List<Sample> before, List<Sample> after) {
    Map<SampleId, Sample> was = byId(before);
    byId(after)
        .forEach(
            (id, now) -> {
              Sample old = was.remove(id);
              if (old == null || !equal(old, now)) {
                replace(old, now);
              }
            });
    was.values().forEach(old -> remove(old, cellsOf(old)));
  }

  private void replace(@Nullable Sample old, Sample now) {
    long[] cellsNow = cellsOf(now);
    if (old != null) {
      remove(old, LongStream.of(cellsOf(old)).filter(c -> !contains(cellsNow, c)).toArray());
    }
    send(now, cellsNow);
  }

  private void remove(Sample s, long[] from) {
    if (from.length > 0) {
      send(Sample.newBuilder(s).setRemoved(true).build(), from);
    }
  }

  private void send(Sample s, long[] to) {
    for (long cell : to) {
      emits.add(new Emit(CellTime.key(cell, s.getTimeS()), s));
    }
  }

  private long[] cellsOf(Sample s) {
    return cells.around(s.getLat6() / 1e6, s.getLon6() / 1e6);
  }

  private static boolean contains(long[] cells, long cell) {
    return LongStream.of(cells).anyMatch(c -> c == cell);
  }

  private static Map<SampleId, Sample> byId(List<Sample> samples) {
    Map<SampleId, Sample> map = new TreeMap<>();
    samples.forEach(s -> map.put(new SampleId(s.getTimeS(), s.getSegmentS()), s));
    return map;
  }

  /** Of one vessel; without Avro's way through the schema. */
  private static boolean equal(Sample a, Sample b) {
    return a.getTimeS() == b.getTimeS()
        && a.getSegmentS() == b.getSegmentS()
        && a.getLat6() == b.getLat6()
        && a.getLon6() == b.getLon6()
        && a.getContested() == b.getContested()
        && a.getRemoved() == b.getRemoved()
        && a.getSlowSinceS() == b.getSlowSinceS()
        && a.getHeardBeforeS() == b.getHeardBeforeS()
        && a.getFixRef() == b.getFixRef();
  }

  /** A vessel has one sample for each grid time and segment. */
  private record SampleId(int timeS, int segmentS) implements Comparable<SampleId> {
    @Override
    public int compareTo(SampleId o) {
      return timeS != o.timeS
          ? Integer.compare(timeS, o.timeS)
          : Integer.compare(segmentS, o.segmentS);
    }
  }
}
