package org.stswatch.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.TrackBase;
import org.stswatch.event.state.TrackHour;
import org.stswatch.stream.StateLayout;

/**
 * What is remembered of a vessel: the end of its track behind the open fixes and the open fixes by
 * hour; and, derived from both and never stored, the walk that has passed them all and the samples
 * on it.
 *
 * @param lastS the last fix, s since 1970
 */
record TrackState(TrackBase base, Hours hours, Walk tip, List<Sample> samples, int lastS) {
  private static final TrackBase NOTHING = new TrackBase(0, 0, List.of());

  /** Part 0 is the base, each hour a part of its own. */
  static StateLayout<TrackState> layout(TrackSettings settings) {
    return new StateLayout<>() {
      @Override
      public SortedMap<Long, SpecificRecord> split(TrackState state) {
        SortedMap<Long, SpecificRecord> parts = new TreeMap<>();
        parts.put(0L, state.base());
        state.hours().byHour().forEach((hour, fixes) -> parts.put(1L + hour, fixes));
        return parts;
      }

      @Override
      public TrackState join(String key, SortedMap<Long, SpecificRecord> parts) {
        SortedMap<Integer, TrackHour> hours = new TreeMap<>();
        parts.tailMap(1L).forEach((part, fixes) -> hours.put((int) (part - 1), (TrackHour) fixes));
        TrackBase base = (TrackBase) Objects.requireNonNull(parts.get(0L));
        return of(base, new Hours(hours), key, settings);
      }
    };
  }

  static TrackState empty() {
    return new TrackState(NOTHING, Hours.none(), Walk.from(NOTHING), List.of(), 0);
  }

  /** The state of this base and these fixes, by a walk along all of them. */
  static TrackState of(TrackBase base, Hours hours, String vessel, TrackSettings settings) {
    Walk walk = Walk.from(base);
    int lastS = walk.lastS();
    List<Sample> samples = new ArrayList<>();
    List<Contest.Placed> placed = new ArrayList<>();
    for (Fix fix : hours.fixes()) {
      Walk.Paced paced = walk.next(fix, vessel, settings);
      walk = paced.walk();
      lastS = fix.timeS();
      samples.addAll(paced.samples());
      placed.add(new Contest.Placed(fix.timeS(), paced.segmentS()));
    }
    Contest contest = new Contest(placed, (int) settings.maxInterpolationGap().toSeconds());
    List<Sample> marked = contest.possible() ? mark(samples, contest) : samples;
    return new TrackState(base, hours, walk, marked, lastS);
  }

  private static List<Sample> mark(List<Sample> samples, Contest contest) {
    List<Sample> marked = new ArrayList<>(samples.size());
    for (Sample s : samples) {
      boolean contested = contest.contested(s.getSegmentS(), s.getTimeS());
      marked.add(contested ? Sample.newBuilder(s).setContested(true).build() : s);
    }
    return marked;
  }

  /** The state with hours in which the same fixes are kept. */
  TrackState with(Hours same) {
    return new TrackState(base, same, tip, samples, lastS);
  }

  /** The state after a fix in the order of time. */
  TrackState append(Hours more, Walk walk, List<Sample> added, Fix fix) {
    List<Sample> all = samples;
    if (!added.isEmpty()) {
      all = new ArrayList<>(samples);
      all.addAll(added);
    }
    return new TrackState(base, more, walk, all, fix.timeS());
  }

  /** The state whose base has moved up to the start of an hour. */
  TrackState moveBase(int hour, String vessel, TrackSettings settings) {
    Walk walk = Walk.from(base);
    for (Fix fix : hours.before(hour).fixes()) {
      walk = walk.next(fix, vessel, settings).walk();
    }
    TrackBase moved = new TrackBase(hour * Hours.SECONDS, walk.heardS(), walk.segments());
    return of(moved, hours.from(hour), vessel, settings);
  }
}
