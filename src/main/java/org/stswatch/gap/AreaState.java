package org.stswatch.gap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.state.AreaHead;
import org.stswatch.event.state.AreaHour;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.stream.StateLayout;

/**
 * What is remembered of an area: who was heard there in each of the last hours, the silences that
 * are not over, and what was seen there that named no vessel. Immutable.
 *
 * @param gaps by id
 * @param twins two places at once, by vessel and start
 * @param detections by hash
 * @param hours by number
 */
record AreaState(
    List<Gap> gaps, List<TwinLocation> twins, List<Detection> detections, HeardHours hours) {
  static final AreaState EMPTY = new AreaState(List.of(), List.of(), List.of(), HeardHours.NONE);

  /** Part 0 has the silences, each hour is a part of its own. */
  static StateLayout<AreaState> layout() {
    return new StateLayout<>() {
      @Override
      public SortedMap<Long, SpecificRecord> split(AreaState state) {
        SortedMap<Long, SpecificRecord> parts = new TreeMap<>();
        parts.put(0L, new AreaHead(state.gaps, state.twins, state.detections));
        state.hours.forEach((hour, heard) -> parts.put(1L + hour, heard));
        return parts;
      }

      @Override
      public AreaState join(String key, SortedMap<Long, SpecificRecord> parts) {
        AreaHead head = (AreaHead) Objects.requireNonNull(parts.get(0L));
        HeardHours hours = HeardHours.NONE;
        for (Map.Entry<Long, SpecificRecord> part : parts.tailMap(1L).entrySet()) {
          hours = hours.with((int) (part.getKey() - 1), (AreaHour) part.getValue());
        }
        return new AreaState(head.getGaps(), head.getTwins(), head.getDetections(), hours);
      }
    };
  }

  AreaState with(Presence p) {
    AreaHour before = hours.get(p.getHour());
    List<Presence> heard = new ArrayList<>(before == null ? List.of() : before.getHeard());
    int at = Collections.binarySearch(heard, p, Comparator.comparing(Presence::getVessel));
    if (at < 0) {
      heard.add(-at - 1, p);
    } else {
      heard.set(at, p);
    }
    HeardHours more = hours.with(p.getHour(), new AreaHour(heard));
    return new AreaState(gaps, twins, detections, more);
  }

  AreaState with(Gap gap) {
    List<Gap> more = new ArrayList<>(without(g -> g.getGapId().equals(gap.getGapId())).gaps);
    more.add(gap);
    more.sort(Comparator.comparing(Gap::getGapId));
    return new AreaState(more, twins, detections, hours);
  }

  /** With these two places in place of what was told of them before. */
  AreaState with(TwinLocation told) {
    List<TwinLocation> more = new ArrayList<>(without(told).twins);
    more.add(told);
    more.sort(Comparator.comparing(TwinLocation::getVessel).thenComparing(TwinLocation::getStart));
    return new AreaState(gaps, more, detections, hours);
  }

  AreaState with(Detection seen) {
    return withDetections(Scenes.and(detections, seen));
  }

  AreaState withDetections(List<Detection> seen) {
    return seen.equals(detections) ? this : new AreaState(gaps, twins, seen, hours);
  }

  boolean isEmpty() {
    return hours.isEmpty() && gaps.isEmpty() && twins.isEmpty() && detections.isEmpty();
  }

  AreaState without(TwinLocation over) {
    return new AreaState(
        gaps, twins.stream().filter(t -> !isSame(t, over)).toList(), detections, hours);
  }

  /** At the end of all input whoever has not told that it is over never will. */
  AreaState ended(boolean ended) {
    return ended ? new AreaState(gaps, List.of(), detections, hours) : this;
  }

  /** The number of others that jumped, where that has been judged. */
  @Nullable Integer jumpers(TwinLocation of) {
    return twins.stream()
        .filter(t -> isSame(t, of))
        .map(TwinLocation::getJumpers)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isSame(TwinLocation a, TwinLocation b) {
    return a.getVessel().equals(b.getVessel()) && a.getStart().equals(b.getStart());
  }

  AreaState without(Predicate<Gap> which) {
    return new AreaState(gaps.stream().filter(which.negate()).toList(), twins, detections, hours);
  }

  /** The state that has forgotten the hours before this one. */
  AreaState from(int hour) {
    return hours.isEmpty() || hours.first() >= hour
        ? this
        : new AreaState(gaps, twins, detections, hours.from(hour));
  }
}
