package org.stswatch.track;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.CellTime;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Result.Verdict;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;
import org.stswatch.vessel.Stations;

/**
 * One vessel: sightings become fixes, fixes segments, segments samples at grid times; a sample goes
 * to every cell near it. A fix that comes in the order of time only adds samples; a late one
 * changes them, and the difference goes out.
 */
public final class TrackStep implements Step<TrackState> {
  private final TrackSettings settings;
  private final Cells cells;
  private final int gapS;

  public TrackStep(TrackSettings settings, Cells cells) {
    this.settings = settings;
    this.cells = cells;
    this.gapS = (int) settings.maxInterpolationGap().toSeconds();
  }

  @Override
  public String name() {
    return "track";
  }

  @Override
  public StateLayout<TrackState> layout() {
    return TrackState.layout(settings);
  }

  /** A sample hangs on the fix after it. */
  @Override
  public Duration holdBack() {
    return settings.maxInterpolationGap();
  }

  @Override
  public long timeMs(SpecificRecord event) {
    return ((VesselSighting) event).getObservedAt().toEpochMilli();
  }

  @Override
  public Result<TrackState> on(
      String key, @Nullable TrackState state, SpecificRecord event, Side side, long watermarkMs) {
    VesselSighting sighting = (VesselSighting) event;
    Fix fix = Fix.of(sighting);
    TrackState before = state == null ? TrackState.empty() : state;
    Hours.Added added = before.hours().add(fix);
    Verdict verdict = new Verdict(!added.duplicate(), key + ',' + fix.timeS() + ',' + fix.place());
    if (added.hours() == before.hours() || fix.timeS() < before.base().getBaseS()) {
      return new Result<>(before, List.of(), dueMs(before), verdict);
    }
    if (!added.kept()) {
      TrackState same = before.with(added.hours());
      return new Result<>(same, List.of(), dueMs(same), verdict);
    }
    TrackState after = after(key, before, added.hours(), fix);
    List<Emit> emits =
        Stations.meetsOthers(sighting) ? difference(before.samples(), after.samples()) : List.of();
    return new Result<>(after, emits, dueMs(after), verdict);
  }

  /**
   * In the order of time a fix only adds to the walk, unless two segments may contest each other;
   * else all is walked again.
   */
  private TrackState after(String key, TrackState before, Hours hours, Fix fix) {
    if (fix.timeS() > before.lastS()) {
      Walk.Paced paced = before.tip().next(fix, key, settings);
      if (!paced.walk().mayContest(2 * gapS)) {
        return before.append(hours, paced.walk(), paced.samples(), fix);
      }
    }
    return TrackState.of(before.base(), hours, key, settings);
  }

  /** What lies behind the watermark by twice the gap can't change a sample that is still open. */
  @Override
  public Result<TrackState> due(String key, TrackState state, Side side, long watermarkMs) {
    long finalS = Math.floorDiv(watermarkMs, 1000L) - 2L * gapS;
    if (finalS > state.lastS() + (long) Walk.REMEMBER_S) {
      return new Result<>(null);
    }
    TrackState moved =
        state.moveBase((int) Math.floorDiv(finalS, (long) Hours.SECONDS), key, settings);
    return new Result<>(moved, List.of(), dueMs(moved));
  }

  private long dueMs(TrackState state) {
    boolean open = !state.hours().byHour().isEmpty();
    long thenS =
        open
            ? (state.hours().byHour().firstKey() + 1L) * Hours.SECONDS
            : state.lastS() + (long) Walk.REMEMBER_S + 1;
    return (thenS + 2L * gapS) * 1000;
  }

  /** Removals and upserts that make the samples of before those of after. */
  private List<Emit> difference(List<Sample> before, List<Sample> after) {
    int same = 0;
    while (same < before.size() && same < after.size() && before.get(same) == after.get(same)) {
      same++;
    }
    if (same == before.size() && same == after.size()) {
      return List.of();
    }
    List<Emit> emits = new ArrayList<>();
    Map<SampleId, Sample> was = byId(before.subList(same, before.size()));
    byId(after.subList(same, after.size()))
        .forEach(
            (id, now) -> {
              Sample old = was.remove(id);
              if (old == null || !old.equals(now)) {
                replace(old, now, emits);
              }
            });
    was.values().forEach(old -> remove(old, cellsOf(old), emits));
    return emits;
  }

  private void replace(@Nullable Sample old, Sample now, List<Emit> emits) {
    List<Long> cellsNow = cellsOf(now);
    if (old != null) {
      List<Long> left = new ArrayList<>(cellsOf(old));
      left.removeAll(cellsNow);
      remove(old, left, emits);
    }
    send(now, cellsNow, emits);
  }

  private void remove(Sample s, List<Long> from, List<Emit> emits) {
    send(Sample.newBuilder(s).setRemoved(true).build(), from, emits);
  }

  private static void send(Sample s, List<Long> to, List<Emit> emits) {
    for (long cell : to) {
      emits.add(new Emit(CellTime.key(cell, s.getTimeS()), s));
    }
  }

  private List<Long> cellsOf(Sample s) {
    return cells.around(s.getLat6() / 1e6, s.getLon6() / 1e6);
  }

  private static Map<SampleId, Sample> byId(List<Sample> samples) {
    Map<SampleId, Sample> map = new TreeMap<>();
    samples.forEach(s -> map.put(new SampleId(s.getTimeS(), s.getSegmentS()), s));
    return map;
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
