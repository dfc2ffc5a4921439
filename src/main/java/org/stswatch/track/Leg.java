package org.stswatch.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Sample;

/**
 * Ten minutes of a walk: the segment of each fix, the samples that they gave, and the walk after
 * them. Immutable.
 */
final class Leg {
  /** A late fix walks this much again before it is known whether all is as it was, s. */
  static final int SECONDS = 600;

  private final int startS;
  private final int[] timesS;
  private final int[] segmentsS;
  private final List<Sample> samples;
  private final Walk after;

  private Leg(int startS, int[] timesS, int[] segmentsS, List<Sample> samples, Walk after) {
    this.startS = startS;
    this.timesS = timesS;
    this.segmentsS = segmentsS;
    this.samples = samples;
    this.after = after;
  }

  /** The start of the leg that a time falls into, s since 1970. */
  static int startOf(int timeS) {
    return Math.floorDiv(timeS, SECONDS) * SECONDS;
  }

  /** The leg of these fixes, all of it. */
  static Leg along(
      int startS, List<Fix> fixes, Walk before, String vessel, TrackSettings settings) {
    int[] timesS = new int[fixes.size()];
    int[] segmentsS = new int[fixes.size()];
    List<Sample> samples = new ArrayList<>(1);
    Walk walk = before;
    for (int i = 0; i < timesS.length; i++) {
      Walk.Paced paced = walk.next(fixes.get(i), vessel, settings);
      walk = paced.walk();
      timesS[i] = fixes.get(i).timeS();
      segmentsS[i] = paced.segmentS();
      samples.addAll(paced.samples());
    }
    return new Leg(startS, timesS, segmentsS, samples, walk);
  }

  /** The leg of one fix. */
  static Leg of(Fix fix, Walk.Paced paced) {
    return new Leg(
        startOf(fix.timeS()),
        new int[] {fix.timeS()},
        new int[] {paced.segmentS()},
        paced.samples(),
        paced.walk());
  }

  /** The leg with one more fix at its end. */
  Leg append(Fix fix, Walk.Paced paced) {
    return new Leg(
        startS,
        appended(timesS, fix.timeS()),
        appended(segmentsS, paced.segmentS()),
        joined(samples, paced.samples()),
        paced.walk());
  }

  /** The leg with samples from one time to another marked as contested or not, s since 1970. */
  Leg marked(Contest contest, int fromS, int toS) {
    List<Sample> marked = null;
    for (int i = 0; i < samples.size(); i++) {
      Sample s = samples.get(i);
      boolean judged = s.getTimeS() >= fromS && s.getTimeS() <= toS;
      if (judged && contest.contested(s.getSegmentS(), s.getTimeS()) != s.getContested()) {
        marked = marked == null ? new ArrayList<>(samples) : marked;
        marked.set(i, Sample.newBuilder(s).setContested(!s.getContested()).build());
      }
    }
    return marked == null ? this : new Leg(startS, timesS, segmentsS, marked, after);
  }

  int startS() {
    return startS;
  }

  int endS() {
    return startS + SECONDS;
  }

  int fixes() {
    return timesS.length;
  }

  int timeS(int i) {
    return timesS[i];
  }

  int segmentS(int i) {
    return segmentsS[i];
  }

  List<Sample> samples() {
    return samples;
  }

  Walk after() {
    return after;
  }

  /** Whether what follows this leg follows the other one too. */
  boolean endsAs(@Nullable Leg other) {
    return other != null && after.equals(other.after);
  }

  private static int[] appended(int[] all, int one) {
    int[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = one;
    return more;
  }

  /** Some samples and more, without a copy where there are none of either. */
  static List<Sample> joined(List<Sample> some, List<Sample> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    List<Sample> all = new ArrayList<>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    return all;
  }
}
