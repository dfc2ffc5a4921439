package org.stswatch.dark;

import java.util.ArrayList;
import java.util.Collection;
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
 * @param ties what the hours come to
 */
record WatersState(int closedHour, SortedMap<Integer, WatersHour> hours, Ties ties) {
  private static final WatersHour NOBODY = new WatersHour(List.of(), List.of());

  static WatersState empty(String waters) {
    return new WatersState(0, new TreeMap<>(), Ties.none(waters));
  }

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
        return new WatersState(head.getClosedHour(), hours, ties(key, hours.values()));
      }
    };
  }

  private static Ties ties(String waters, Collection<WatersHour> hours) {
    Ties ties = Ties.none(waters);
    for (WatersHour hour : hours) {
      for (Stop stop : hour.getStops()) {
        ties = ties.with(stop).after();
      }
      for (Gap gap : hour.getGaps()) {
        ties = ties.with(gap).after();
      }
    }
    return ties;
  }

  WatersState with(Stop stop, Ties after) {
    int hour = Hours.of(stop.getEnd().getEpochSecond());
    WatersHour before = hours.getOrDefault(hour, NOBODY);
    List<Stop> stops = new ArrayList<>(before.getStops());
    stops.add(stop);
    stops.sort(Comparator.comparing(Stop::getVessel).thenComparing(Stop::getStart));
    return with(hour, new WatersHour(stops, before.getGaps()), after);
  }

  WatersState with(Gap gap, Ties after) {
    int hour = Hours.of(Objects.requireNonNull(gap.getEnd()).getEpochSecond());
    WatersHour before = hours.getOrDefault(hour, NOBODY);
    List<Gap> gaps = new ArrayList<>(before.getGaps());
    gaps.add(gap);
    gaps.sort(Comparator.comparing(Gap::getGapId));
    return with(hour, new WatersHour(before.getStops(), gaps), after);
  }

  private WatersState with(int hour, WatersHour ended, Ties after) {
    SortedMap<Integer, WatersHour> more = new TreeMap<>(hours);
    more.put(hour, ended);
    return new WatersState(closedHour, more, after);
  }

  /** The state that has forgotten the hours before this one. */
  WatersState from(int hour) {
    return hours.isEmpty() || hours.firstKey() >= hour
        ? this
        : new WatersState(closedHour, new TreeMap<>(hours.tailMap(hour)), ties.from(hour));
  }

  /** The state in which silences that ended before this hour are over and done with. */
  WatersState closedBefore(int hour) {
    return hour <= closedHour ? this : new WatersState(hour, hours, ties);
  }
}
