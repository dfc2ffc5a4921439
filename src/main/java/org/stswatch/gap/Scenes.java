package org.stswatch.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;

/**
 * When what was seen is held against the tracks: as soon as all hours around are known, again when
 * more of the same pass comes in, and for the last time when nothing more can.
 */
final class Scenes {
  /** Hours to be remembered: what comes in last asks for the hours before it was seen. */
  static final int REMEMBER_HOURS = (int) Lookout.LATEST.toHours() + Pass.HOURS_BEFORE + 2;

  private static final int HOUR_S = 3600;
  private static final int JUDGED = 1;
  private static final int CLOSED = 2;

  private final int gapS;

  /**
   * @param gapS which the track looks ahead, s
   */
  Scenes(int gapS) {
    this.gapS = gapS;
  }

  /** The area afterwards, and what is told. */
  record Told(AreaState area, List<Emit> emits) {}

  /** One more: of what was told of others of its pass the difference is told. */
  static Told on(AreaState before, Detection seen) {
    if (before.detections().stream().anyMatch(d -> d.getRef().equals(seen.getRef()))) {
      return new Told(before, List.of());
    }
    AreaState after = before.with(seen);
    List<Emit> emits = new ArrayList<>();
    for (Detection d : before.detections()) {
      if (d.getTold() == JUDGED && Pass.isOfOnePass(d, seen)) {
        difference(Pass.beside(d, before), Pass.beside(d, after), emits);
      }
    }
    return new Told(after, emits);
  }

  private static void difference(
      Map<String, SeenBeside> before, Map<String, SeenBeside> after, List<Emit> emits) {
    TreeSet<String> vessels = new TreeSet<>(before.keySet());
    vessels.addAll(after.keySet());
    for (String vessel : vessels) {
      SeenBeside then = before.get(vessel);
      SeenBeside now = after.get(vessel);
      if (now == null) {
        emits.add(emit(retracted(then)));
      } else if (!now.equals(then)) {
        emits.add(emit(now));
      }
    }
  }

  private static SeenBeside retracted(@Nullable SeenBeside then) {
    return SeenBeside.newBuilder(java.util.Objects.requireNonNull(then)).setRetracted(true).build();
  }

  /** What this watermark allows to say, and to forget. */
  Told due(AreaState area, long watermarkMs) {
    List<Detection> left = new ArrayList<>();
    List<Emit> emits = new ArrayList<>();
    for (Detection d : area.detections()) {
      int told = d.getOwn() ? told(d, watermarkMs) : d.getTold();
      if (told > d.getTold()) {
        for (SeenBeside fact : Pass.beside(d, area).values()) {
          emits.add(emit(SeenBeside.newBuilder(fact).setClosed(told == CLOSED).build()));
        }
      }
      if (watermarkMs < forgetMs(d)) {
        left.add(told == d.getTold() ? d : Detection.newBuilder(d).setTold(told).build());
      }
    }
    return new Told(area.withDetections(left), emits);
  }

  private int told(Detection d, long watermarkMs) {
    return watermarkMs >= closeMs(d) ? CLOSED : watermarkMs >= judgeMs(d) ? JUDGED : 0;
  }

  long dueMs(AreaState area) {
    long due = Result.NEVER;
    for (Detection d : area.detections()) {
      boolean open = d.getOwn() && d.getTold() < CLOSED;
      long next = !open ? forgetMs(d) : d.getTold() == JUDGED ? closeMs(d) : judgeMs(d);
      due = Math.min(due, next);
    }
    return due;
  }

  /** All hours that tell how a ship lay are known then. */
  private long judgeMs(Detection d) {
    return ((Pass.hour(d) + Pass.HOURS_AFTER + 1L) * HOUR_S + gapS) * 1000;
  }

  /** Nothing of its pass comes in any more. */
  static long closeMs(Detection d) {
    return d.getObservedAt().toEpochMilli() + Lookout.LATEST.toMillis() + Pass.PASS_S * 1000L;
  }

  /** And no other one of its pass is open. */
  private static long forgetMs(Detection d) {
    return closeMs(d) + Pass.PASS_S * 1000L;
  }

  private static Emit emit(SeenBeside fact) {
    return new Emit(fact.getVessel(), fact);
  }

  /** Detections with one more, by hash. */
  static List<Detection> and(List<Detection> detections, Detection more) {
    Map<String, Detection> byRef = new TreeMap<>();
    detections.forEach(d -> byRef.put(d.getRef(), d));
    byRef.put(more.getRef(), more);
    return List.copyOf(byRef.values());
  }
}
