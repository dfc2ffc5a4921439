package org.stswatch.track;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.state.TrackBase;
import org.stswatch.event.state.TrackHour;
import org.stswatch.stream.StateLayout;

/**
 * What is remembered of a vessel: the end of its track behind the open fixes and the open fixes by
 * hour; and, derived from both and never stored, the course along them.
 */
record TrackState(TrackBase base, Hours hours, Course course) {
  private static final TrackBase NOTHING = new TrackBase(0, 0, List.of());
  private static final TrackState EMPTY =
      new TrackState(NOTHING, Hours.none(), Course.from(Walk.from(NOTHING)));

  /** Part 0 is the base, each hour a part of its own. */
  static StateLayout<TrackState> layout(TrackSettings settings) {
    return new StateLayout<>() {
      @Override
      public SortedMap<Long, SpecificRecord> split(TrackState state) {
        SortedMap<Long, SpecificRecord> parts = new TreeMap<>();
        parts.put(0L, state.base());
        state.hours().list().forEach(hour -> parts.put(1L + hour.number(), hour.stored()));
        return parts;
      }

      @Override
      public TrackState join(String key, SortedMap<Long, SpecificRecord> parts) {
        TrackBase base = (TrackBase) Objects.requireNonNull(parts.get(0L));
        SortedMap<Integer, TrackHour> stored = new TreeMap<>();
        parts.tailMap(1L).forEach((part, hour) -> stored.put((int) (part - 1), (TrackHour) hour));
        Hours hours = Hours.of(stored);
        return new TrackState(base, hours, Course.along(Walk.from(base), hours, key, settings));
      }
    };
  }

  static TrackState empty() {
    return EMPTY;
  }

  /** The last fix, s since 1970. */
  int lastS() {
    return course.tip().lastS();
  }

  /** The state with hours in which the same fixes are kept. */
  TrackState with(Hours same) {
    return new TrackState(base, same, course);
  }

  /**
   * The state after a fix that is kept.
   *
   * @param more the hours with it
   */
  TrackState with(Hours more, Fix fix, String vessel, TrackSettings settings) {
    return new TrackState(base, more, course.with(fix, more, vessel, settings));
  }

  /** The state whose base has moved up to the start of an hour. */
  TrackState moveBase(int hour) {
    int baseS = hour * Hour.SECONDS;
    Course open = course.from(baseS);
    return new TrackState(open.start().stored(baseS), hours.from(hour), open);
  }
}
