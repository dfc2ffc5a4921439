package org.stswatch.track;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselSighting;
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
    Hour hour = before.hours().at(Hour.numberOf(fix.timeS()));
    Hour.Added added = hour.add(fix);
    Verdict verdict = added.duplicate() ? Verdict.DUPLICATE : accepted(key, fix);
    if (added.hour() == hour || fix.timeS() < before.base().getBaseS()) {
      return new Result<>(before, List.of(), dueMs(before), verdict);
    }
    Hours hours = before.hours().with(added.hour());
    if (!added.kept()) {
      TrackState same = before.with(hours);
      return new Result<>(same, List.of(), dueMs(same), verdict);
    }
    TrackState after = before.with(hours, fix, key, settings);
    List<Emit> emits = Difference.of(before.course(), after.course(), cells);
    boolean meetsOthers = emits.isEmpty() || Stations.meetsOthers(sighting);
    return new Result<>(after, meetsOthers ? emits : List.of(), dueMs(after), verdict);
  }

  private static Verdict accepted(String key, Fix fix) {
    StringBuilder contentId = new StringBuilder(40); // one for each sighting: no concatenation here
    contentId.append(key).append(',').append(fix.timeS()).append(',').append(fix.place());
    return new Verdict(true, contentId.toString());
  }

  /**
   * What lies behind the watermark by twice the gap can't change a sample that is still open. The
   * base moves to the end of the last such hour with fixes, however far the watermark is beyond: so
   * that the state does not tell when it was woken.
   */
  @Override
  public Result<TrackState> due(String key, TrackState state, Side side, long watermarkMs) {
    long finalS = Math.floorDiv(watermarkMs, 1000L) - 2L * gapS;
    if (finalS > state.lastS() + (long) Walk.REMEMBER_S) {
      return new Result<>(null, Passages.before(Integer.MAX_VALUE, key, state), Result.NEVER);
    }
    int open = (int) Math.floorDiv(finalS, (long) Hour.SECONDS);
    TrackState moved = state.moveBase(state.hours().lastBefore(open) + 1);
    return new Result<>(moved, Passages.before(open, key, state), dueMs(moved));
  }

  private long dueMs(TrackState state) {
    long thenS =
        state.hours().isEmpty()
            ? state.lastS() + (long) Walk.REMEMBER_S + 1
            : (state.hours().first() + 1L) * Hour.SECONDS;
    return (thenS + 2L * gapS) * 1000;
  }
}
