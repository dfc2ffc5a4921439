package org.stswatch.dark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.WatersHead;
import org.stswatch.event.state.WatersHour;
import org.stswatch.stream.StateLayout;

/**
 * What is remembered of some waters: who lay there, and who may have been there unseen, by the hour
 * in which that ended. Immutable.
 *
 * @param closedHour silences that ended before have been told for the last time, hours since 1970
 * @param hours by number
 */
record WatersState(int closedHour, SortedMap<Integer, WatersHour> hours) {
  static final WatersState EMPTY = new WatersState(0, new TreeMap<>());

  private static final int HOUR_S = 3600;
  private static final WatersHour NOBODY = new WatersHour(List.of(), List.of());

  /** Part 0 is the head, each hour is a part of its own. */
  static StateLayout<WatersState> layout() {
    return new StateLayout<>() {
      @Override
      public SortedMap<Long, SpecificRecord> split(WatersState state) {
        SortedMap<Long, SpecificRecord> parts = new TreeMap<>();
        parts.put(0L, new WatersHead(state.closedHour));
        state.hours.forEach((hour, ended) -> parts.put(1L + hour, ended));
        return parts;
      }

      @Override
      public WatersState join(String key, SortedMap<Long, SpecificRecord> parts) {
        SortedMap<Integer, WatersHour> hours = new TreeMap<>();
        parts.tailMap(1L).forEach((part, hour) -> hours.put((int) (part - 1), (WatersHour) hour));
        WatersHead head = (WatersHead) Objects.requireNonNull(parts.get(0L));
        return new WatersState(head.getClosedHour(), hours);
      }
    };
  }

  WatersState with(Stop stop) {
    int hour = hourOf(stop.getEnd().getEpochSecond());
    WatersHour before = hours.getOrDefault(hour, NOBODY);
    List<Stop> stops = new ArrayList<>(before.getStops());
    stops.removeIf(
        s -> s.getVessel().equals(stop.getVessel()) && s.getStart().equals(stop.getStart()));
    stops.add(stop);
    stops.sort(Comparator.comparing(Stop::getVessel).thenComparing(Stop::getStart));
    return with(hour, new WatersHour(stops, before.getGaps()));
  }

  WatersState with(Gap gap) {
    int hour = hourOf(Objects.requireNonNull(gap.getEnd()).getEpochSecond());
    WatersHour before = hours.getOrDefault(hour, NOBODY);
    List<Gap> gaps = new ArrayList<>(before.getGaps());
    gaps.removeIf(g -> g.getGapId().equals(gap.getGapId()));
    gaps.add(gap);
    gaps.sort(Comparator.comparing(Gap::getGapId));
    return with(hour, new WatersHour(before.getStops(), gaps));
  }

  private WatersState with(int hour, WatersHour ended) {
    SortedMap<Integer, WatersHour> more = new TreeMap<>(hours);
    more.put(hour, ended);
    return new WatersState(closedHour, more);
  }

  /** The state that has forgotten the hours before this one. */
  WatersState from(int hour) {
    return hours.isEmpty() || hours.firstKey() >= hour
        ? this
        : new WatersState(closedHour, new TreeMap<>(hours.tailMap(hour)));
  }

  /** The state in which silences that ended before this hour are over and done with. */
  WatersState closedBefore(int hour) {
    return hour <= closedHour ? this : new WatersState(hour, hours);
  }

  /** The hours in which something ended, from one second to another. */
  Iterable<WatersHour> ended(long fromS, long toS) {
    return hours.subMap(hourOf(fromS), hourOf(toS) + 1).values();
  }

  static int hourOf(long timeS) {
    return (int) Math.floorDiv(timeS, (long) HOUR_S);
  }
}
