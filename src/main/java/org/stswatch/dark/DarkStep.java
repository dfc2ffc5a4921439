package org.stswatch.dark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.WatersHour;
import org.stswatch.geo.Reach;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;
import org.stswatch.vessel.PairKey;

/**
 * Some waters: who lay there, and who may have been there unseen. What they make of each other is a
 * function of all of them, so each new one is told by what it changes; the last word comes when
 * nothing can change it any more.
 */
public final class DarkStep implements Step<WatersState> {
  private static final int HOUR_S = 3600;
  private static final int LONGEST_GAP_H = Reach.LONGEST_S / HOUR_S;
  private static final int LONGEST_STOP_H = Ties.LONGEST_STOP_S / HOUR_S;

  /** Slow hours are known to be over so many hours after the last of them, and told then. */
  private static final int STOP_TOLD_H = 4;

  /**
   * A stop may have begun within a silence and end after it; other silences, which end later still,
   * may have hidden another partner of it.
   */
  static final int CLOSE_H = LONGEST_STOP_H + LONGEST_GAP_H + STOP_TOLD_H;

  /** What may count for a meeting that is not closed ended at most so long before. */
  static final int FORGET_H = 2 * (LONGEST_GAP_H + LONGEST_STOP_H + STOP_TOLD_H);

  @Override
  public String name() {
    return "dark";
  }

  @Override
  public StateLayout<WatersState> layout() {
    return WatersState.layout();
  }

  /** A meeting is told when it is known and revised, never promised by the end of an hour. */
  @Override
  public Duration holdBack() {
    return Duration.ZERO;
  }

  @Override
  public long timeMs(SpecificRecord event) {
    if (event instanceof Stop stop) {
      long hour = Hours.of(stop.getEnd().getEpochSecond());
      return (hour + STOP_TOLD_H) * HOUR_S * 1000;
    }
    return Objects.requireNonNull(((Silence) event).getGap().getEnd()).toEpochMilli();
  }

  @Override
  public Result<WatersState> on(
      String key, @Nullable WatersState state, SpecificRecord event, Side side, long watermarkMs) {
    WatersState before = state == null ? WatersState.empty(key) : state;
    if (event instanceof Stop stop) {
      Ties.Change change = before.ties().with(stop);
      return told(before, change, before.with(stop, change.after()));
    }
    Gap gap = ((Silence) event).getGap();
    Ties.Change change = before.ties().with(gap);
    return told(before, change, before.with(gap, change.after()));
  }

  /** What makes no difference is known, or has no reach. */
  private static Result<WatersState> told(
      WatersState before, Ties.Change change, WatersState after) {
    if (change.after() == before.ties()) {
      return before.hours().isEmpty()
          ? new Result<>(null, List.of(), Result.NEVER)
          : new Result<>(before, List.of(), dueMs(before));
    }
    return new Result<>(
        after,
        difference(meetings(before.ties(), change), meetings(change.after(), change)),
        dueMs(after));
  }

  private static Map<String, DarkMeeting> meetings(Ties ties, Ties.Change change) {
    return new DarkMeetings(ties).of(change.stops(), change.partners());
  }

  private static List<Emit> difference(
      Map<String, DarkMeeting> before, Map<String, DarkMeeting> after) {
    List<Emit> emits = new ArrayList<>();
    Map<String, DarkMeeting> all = new TreeMap<>(before);
    all.putAll(after);
    all.forEach(
        (id, meeting) -> {
          if (!after.containsKey(id)) {
            emits.add(emit(DarkMeeting.newBuilder(meeting).setRetracted(true).build()));
          } else if (!saysTheSame(meeting, before.get(id))) {
            emits.add(emit(meeting));
          }
        });
    return emits;
  }

  /** What its id leaves open. Generated records with a time that may be absent have no equals. */
  private static boolean saysTheSame(DarkMeeting m, @Nullable DarkMeeting before) {
    return before != null && said(m).equals(said(before));
  }

  private static List<Object> said(DarkMeeting m) {
    Stop stop = m.getStop();
    return List.of(
        m.getStart(),
        m.getEnd(),
        m.getSilentShips(),
        m.getPartners(),
        Objects.requireNonNullElse(m.getOthersM(), -1),
        stop == null ? m.getStart() : stop.getStart());
  }

  @Override
  public Result<WatersState> due(String key, WatersState state, Side side, long watermarkMs) {
    long hour = Math.floorDiv(watermarkMs, HOUR_S * 1000L);
    int open = bounded(hour - CLOSE_H);
    List<Emit> emits = closed(state, open);
    WatersState after = state.closedBefore(afterLast(state, open)).from(bounded(hour - FORGET_H));
    return after.hours().isEmpty()
        ? new Result<>(null, emits, Result.NEVER)
        : new Result<>(after, emits, dueMs(after));
  }

  /** The last word on silences of which the last one ended before an hour. */
  private static List<Emit> closed(WatersState state, int beforeHour) {
    List<Gap> over = new ArrayList<>();
    if (beforeHour > state.closedHour()) {
      state
          .hours()
          .subMap(state.closedHour(), beforeHour)
          .values()
          .forEach(ended -> over.addAll(ended.getGaps()));
    }
    return over.isEmpty()
        ? List.of()
        : new DarkMeetings(state.ties())
            .of(over, over).values().stream()
                .filter(m -> m.getGaps().stream().allMatch(g -> endHour(g) < beforeHour))
                .map(m -> emit(DarkMeeting.newBuilder(m).setClosed(true).build()))
                .toList();
  }

  /** Behind the last silence before an hour: so that the state does not tell when it was woken. */
  private static int afterLast(WatersState state, int beforeHour) {
    int last = state.closedHour();
    for (Map.Entry<Integer, WatersHour> e : state.hours().headMap(beforeHour).entrySet()) {
      last = e.getValue().getGaps().isEmpty() ? last : Math.max(last, e.getKey() + 1);
    }
    return last;
  }

  private static int endHour(Gap gap) {
    return Hours.of(Objects.requireNonNull(gap.getEnd()).getEpochSecond());
  }

  private static Emit emit(DarkMeeting m) {
    return new Emit(new PairKey(m.getVessel1(), m.getVessel2()).toString(), m);
  }

  private static long dueMs(WatersState state) {
    long forget = state.hours().firstKey() + 1L + FORGET_H;
    long close =
        state.hours().tailMap(state.closedHour()).entrySet().stream()
            .filter(e -> !e.getValue().getGaps().isEmpty())
            .findFirst()
            .map(e -> e.getKey() + 1L + CLOSE_H)
            .orElse(forget);
    return Math.min(forget, close) * HOUR_S * 1000;
  }

  private static int bounded(long hour) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, hour));
  }
}
