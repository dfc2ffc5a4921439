package org.stswatch.gap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;
import org.stswatch.event.Reception;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;

/**
 * One area: who was heard there hour by hour, and what that makes of a silence that began there, or
 * of two places at once of which one lies there. Either is judged once, when it opens; it is told
 * then and when it is over. And what was seen there without a name, beside whom.
 */
public final class ReceptionStep implements Step<AreaState> {
  private static final int HOUR_S = 3600;

  /**
   * What a silence needs lies at most so far behind, its longest threshold and the hours before;
   * and what detections need that come in days later.
   */
  private static final int REMEMBER_HOURS =
      Math.max(24 + Witnesses.LIVE_HOURS + 3, Scenes.REMEMBER_HOURS);

  /** As long as claims may speak of it, s. */
  private static final long FORGET_S = 400L * 86_400;

  private final int gapS;
  private final Scenes scenes;

  /**
   * @param maxInterpolationGap which the track looks ahead
   */
  public ReceptionStep(Duration maxInterpolationGap) {
    this.gapS = (int) maxInterpolationGap.toSeconds();
    this.scenes = new Scenes(gapS);
  }

  /** The cells in which ships witness each other's silence. */
  public static Cells areas() {
    return new Cells(Witnesses.WITHIN_M);
  }

  @Override
  public String name() {
    return "reception";
  }

  @Override
  public StateLayout<AreaState> layout() {
    return AreaState.layout();
  }

  /** A gap is told in its final form when the hour in which it ended is. */
  @Override
  public Duration holdBack() {
    return Duration.ofSeconds(HOUR_S + gapS);
  }

  @Override
  public long timeMs(SpecificRecord event) {
    if (event instanceof Presence p) {
      return finalMs((p.getHour() + 1L) * HOUR_S);
    }
    if (event instanceof TwinLocation t) {
      return t.getClosed() ? Long.MAX_VALUE : judgeMs(t);
    }
    if (event instanceof Detection d) {
      return Scenes.closeMs(d);
    }
    Gap gap = (Gap) event;
    return gap.getEnd() == null ? judgeMs(gap) : finalMs(gap.getEnd().getEpochSecond());
  }

  @Override
  public Result<AreaState> on(
      String key, @Nullable AreaState state, SpecificRecord event, Side side, long watermarkMs) {
    AreaState before = state == null ? AreaState.EMPTY : state;
    if (event instanceof Presence p) {
      AreaState after = before.with(p);
      return new Result<>(after, List.of(), dueMs(after));
    }
    if (event instanceof TwinLocation t) {
      return told(before, t);
    }
    if (event instanceof Detection d) {
      Scenes.Told told = Scenes.on(before, d);
      return new Result<>(told.area(), told.emits(), dueMs(told.area()));
    }
    Gap gap = (Gap) event;
    Gap known = find(before, gap);
    if (known == null || known.getReception() == Reception.UNKNOWN) {
      AreaState after = before.with(gap);
      return new Result<>(after, List.of(), dueMs(after));
    }
    return tell(before, List.of(witnessed(gap, known)));
  }

  @Override
  public Result<AreaState> due(String key, AreaState state, Side side, long watermarkMs) {
    List<Gap> judged =
        state.gaps().stream()
            .filter(g -> g.getReception() == Reception.UNKNOWN && judgeMs(g) <= watermarkMs)
            .map(g -> Witnesses.judged(g, state))
            .toList();
    Result<AreaState> told = tell(state, judged);
    for (TwinLocation t : state.twins()) {
      if (t.getJumpers() == null && judgeMs(t) <= watermarkMs) {
        told = tell(told, Jumps.judged(t, state));
      }
    }
    Scenes.Told seen = scenes.due(Objects.requireNonNull(told.state()), watermarkMs);
    List<Emit> emits = new ArrayList<>(told.emits());
    emits.addAll(seen.emits());
    AreaState after =
        seen.area()
            .from(firstHour(watermarkMs))
            .without(g -> forgetMs(g) <= watermarkMs)
            .ended(watermarkMs == Long.MAX_VALUE);
    return after.isEmpty()
        ? new Result<>(null, emits, Result.NEVER)
        : new Result<>(after, emits, dueMs(after));
  }

  private Result<AreaState> tell(AreaState state, List<Gap> gaps) {
    AreaState after = state;
    List<Emit> emits = new ArrayList<>();
    for (Gap gap : gaps) {
      after =
          gap.getStatus() == GapStatus.OPEN
              ? after.with(gap)
              : after.without(g -> g.getGapId().equals(gap.getGapId()));
      emits.add(new Emit(gap.getVessel(), gap));
      emits.addAll(Silences.of(gap));
    }
    return new Result<>(after, emits, dueMs(after));
  }

  private Result<AreaState> told(AreaState before, TwinLocation twins) {
    Integer jumpers = before.jumpers(twins);
    if (jumpers == null) {
      AreaState after = before.with(twins);
      return new Result<>(after, List.of(), dueMs(after));
    }
    TwinLocation judged = TwinLocation.newBuilder(twins).setJumpers(jumpers).build();
    return tell(new Result<>(before, List.of(), Result.NEVER), judged);
  }

  /** What was told, and these two places. */
  private Result<AreaState> tell(Result<AreaState> told, TwinLocation twins) {
    AreaState before = Objects.requireNonNull(told.state());
    AreaState after = twins.getClosed() ? before.without(twins) : before.with(twins);
    List<Emit> emits = new ArrayList<>(told.emits());
    emits.add(new Emit(twins.getVessel(), twins));
    return new Result<>(after, emits, dueMs(after));
  }

  /** What was judged when it opened holds for what follows. */
  private static Gap witnessed(Gap gap, Gap judged) {
    return Gap.newBuilder(gap)
        .setReception(judged.getReception())
        .setWitnesses(judged.getWitnesses())
        .setWitnessesBefore(judged.getWitnessesBefore())
        .setJumpers(judged.getJumpers())
        .build();
  }

  private static @Nullable Gap find(AreaState state, Gap gap) {
    return state.gaps().stream()
        .filter(g -> g.getGapId().equals(gap.getGapId()))
        .findFirst()
        .orElse(null);
  }

  private long dueMs(AreaState state) {
    long due = scenes.dueMs(state);
    for (Gap gap : state.gaps()) {
      boolean judged = gap.getReception() != Reception.UNKNOWN;
      due = Math.min(due, judged ? forgetMs(gap) : judgeMs(gap));
    }
    for (TwinLocation t : state.twins()) {
      due = t.getJumpers() == null ? Math.min(due, judgeMs(t)) : due;
    }
    return state.hours().isEmpty()
        ? due
        : Math.min(due, finalMs((state.hours().first() + 1L + REMEMBER_HOURS) * HOUR_S));
  }

  /** All hours up to the opening of the gap are known then. */
  private long judgeMs(Gap gap) {
    return finalMs(gap.getStart().getEpochSecond() + gap.getThresholdMinutes() * 60L + HOUR_S);
  }

  /** All hours up to the one in which it was found are known then. */
  private long judgeMs(TwinLocation twins) {
    return finalMs((Jumps.foundHour(twins) + 1L) * HOUR_S);
  }

  /** A vessel that is never heard again is forgotten where its voyage is. */
  private long forgetMs(Gap gap) {
    return finalMs(gap.getStart().getEpochSecond() + FORGET_S);
  }

  private int firstHour(long watermarkMs) {
    long hour = Math.floorDiv(Math.floorDiv(watermarkMs, 1000L) - gapS, (long) HOUR_S);
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, hour - REMEMBER_HOURS));
  }

  private long finalMs(long timeS) {
    return (timeS + gapS) * 1000;
  }
}
