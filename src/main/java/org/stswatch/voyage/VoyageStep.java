package org.stswatch.voyage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.LoiterState;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.TwinState;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;

/**
 * One vessel's voyage, hour by hour behind the watermark: silences, port calls, loitering, and each
 * hour's sign of life for those who wonder who was heard there. As no sighting changes these hours
 * any more, they come once and in the order of time, and nothing has to be taken back.
 */
public final class VoyageStep implements Step<VoyageState> {
  /** A vessel is forgotten so long after its last fix: as long as claims may speak of it, s. */
  private static final long REMEMBER_S = 400L * 86_400;

  private static final int HOUR_S = 3600;

  private final int gapS;
  private final Harbour.Finder harbours;
  private final Cells areas;

  /**
   * @param maxInterpolationGap which the track looks ahead
   * @param areas in which the signs of life are kept
   */
  public VoyageStep(Duration maxInterpolationGap, Harbour.Finder harbours, Cells areas) {
    this.gapS = (int) maxInterpolationGap.toSeconds();
    this.harbours = harbours;
    this.areas = areas;
  }

  @Override
  public String name() {
    return "voyages";
  }

  @Override
  public StateLayout<VoyageState> layout() {
    return StateLayout.single(VoyageState.class);
  }

  /** A call that ends in an hour is told when the hour is final. */
  @Override
  public Duration holdBack() {
    return Duration.ofSeconds(HOUR_S + gapS);
  }

  /** An hour comes when it is final: the track's hold-back after its end. */
  @Override
  public long timeMs(SpecificRecord event) {
    return ((((Passage) event).getHour() + 1L) * HOUR_S + gapS) * 1000;
  }

  @Override
  public Result<VoyageState> on(
      String key, @Nullable VoyageState state, SpecificRecord event, Side side, long watermarkMs) {
    Passage passage = (Passage) event;
    return new Log(key, state, harbours, areas)
        .hour(passage.getHour(), Fix.of(passage), this::dueMs);
  }

  /**
   * The vessel has been silent so long that a gap opens, or its slow hours or its twins are over,
   * or it is forgotten.
   */
  @Override
  public Result<VoyageState> due(String key, VoyageState state, Side side, long watermarkMs) {
    boolean toldAll = state.getGapTold() > 0 && state.getLoiter() == null && !hasTwins(state);
    if (watermarkMs >= forgetMs(state) && toldAll) {
      return new Result<>(null);
    }
    LoiterState row = state.getLoiter();
    return new Log(key, state, harbours, areas)
        .silence(
            state,
            state.getGapTold() == 0 && watermarkMs >= gapMs(state),
            row != null && watermarkMs >= slowEndMs(row),
            hasTwins(state) && watermarkMs >= twinsEndMs(state),
            this::dueMs);
  }

  private long dueMs(VoyageState v) {
    List<Long> dues = new ArrayList<>(List.of(forgetMs(v)));
    if (v.getGapTold() == 0) {
      dues.add(gapMs(v));
    }
    LoiterState row = v.getLoiter();
    if (row != null) {
      dues.add(slowEndMs(row));
    }
    if (hasTwins(v)) {
      dues.add(twinsEndMs(v));
    }
    return dues.stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  /** All hours up to the threshold are final then, and none of them had a fix. */
  private long gapMs(VoyageState v) {
    return finalMs(v.getLastS() + Silence.thresholdS(v) + HOUR_S);
  }

  private long slowEndMs(LoiterState row) {
    return finalMs((row.getHour() + 1L + SlowHours.SILENT_HOURS) * HOUR_S);
  }

  /** Whether two places at once are remembered. */
  private static boolean hasTwins(VoyageState v) {
    return v.getTwins() != null && !v.getTwins().getTracks().isEmpty();
  }

  private long twinsEndMs(VoyageState v) {
    TwinState twins = Objects.requireNonNull(v.getTwins());
    return finalMs((twins.getHour() + 1L + Twins.SILENT_HOURS) * HOUR_S);
  }

  private long forgetMs(VoyageState v) {
    return finalMs(v.getLastS() + REMEMBER_S);
  }

  private long finalMs(long timeS) {
    return (timeS + gapS) * 1000;
  }
}
