package org.stswatch.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Sample;

/**
 * The walk along all open fixes of a vessel, in legs: derived from them, never stored. A fix in the
 * order of time goes on from the last leg; a late one walks its leg again, and the following ones
 * until the walk is what it was. Legs that stay are the same objects as before. Immutable.
 */
final class Course {
  private static final Leg[] NO_LEGS = {};

  private final Walk start;
  private final Leg[] legs;

  private Course(Walk start, Leg[] legs) {
    this.start = start;
    this.legs = legs;
  }

  static Course from(Walk start) {
    return new Course(start, NO_LEGS);
  }

  /** The course from this start along all of these fixes. */
  static Course along(Walk start, Hours hours, String vessel, TrackSettings settings) {
    List<Leg> legs = new ArrayList<>();
    Walk walk = start;
    for (Hour hour : hours.list()) {
      int hourS = hour.number() * Hour.SECONDS;
      for (int legS = hourS; legS < hourS + Hour.SECONDS; legS += Leg.SECONDS) {
        List<Fix> fixes = hour.fixes(legS, legS + Leg.SECONDS);
        if (!fixes.isEmpty()) {
          Leg leg = Leg.along(legS, fixes, walk, vessel, settings);
          legs.add(leg);
          walk = leg.after();
        }
      }
    }
    Course course = new Course(start, legs.toArray(NO_LEGS));
    return legs.isEmpty() ? course : course.marked(legs.get(0).startS(), walk.lastS(), settings);
  }

  /** The walk before the first open fix. */
  Walk start() {
    return start;
  }

  /** The walk after the last fix. */
  Walk tip() {
    return before(legs.length);
  }

  private Walk before(int leg) {
    return leg == 0 ? start : legs[leg - 1].after();
  }

  /**
   * The course with one more fix.
   *
   * @param hours the open fixes, this one included
   */
  Course with(Fix fix, Hours hours, String vessel, TrackSettings settings) {
    if (fix.timeS() <= tip().lastS()) {
      return walkAgain(fix, hours, vessel, settings);
    }
    Course longer = append(fix, tip().next(fix, vessel, settings));
    return longer.tip().mayContest(2 * gapS(settings))
        ? longer.marked(fix.timeS(), fix.timeS(), settings)
        : longer;
  }

  private Course append(Fix fix, Walk.Paced paced) {
    int last = legs.length - 1;
    boolean within = last >= 0 && fix.timeS() < legs[last].endS();
    Leg[] longer = Arrays.copyOf(legs, within ? legs.length : legs.length + 1);
    longer[longer.length - 1] = within ? legs[last].append(fix, paced) : Leg.of(fix, paced);
    return new Course(start, longer);
  }

  private Course walkAgain(Fix late, Hours hours, String vessel, TrackSettings settings) {
    int lateLegS = Leg.startOf(late.timeS());
    int i = place(lateLegS);
    Leg[] changed = i < legs.length && legs[i].startS() == lateLegS ? legs.clone() : opened(i);
    Walk walk = before(i);
    boolean asBefore = false;
    int endS = lateLegS;
    for (; i < changed.length && !asBefore; i++) {
      Leg old = changed[i];
      int legS = old == null ? lateLegS : old.startS();
      endS = legS + Leg.SECONDS;
      List<Fix> fixes = hours.at(Hour.numberOf(legS)).fixes(legS, endS);
      Leg leg = Leg.along(legS, fixes, walk, vessel, settings);
      asBefore = leg.endsAs(old);
      changed[i] = leg;
      walk = leg.after();
    }
    return new Course(start, changed).marked(lateLegS, endS, settings);
  }

  /** The legs with an empty place for one more. */
  private @Nullable Leg[] opened(int i) {
    @Nullable Leg[] more = Arrays.copyOf(legs, legs.length + 1);
    System.arraycopy(legs, i, more, i + 1, legs.length - i);
    more[i] = null;
    return more;
  }

  /**
   * The course with samples marked as contested where fixes from one time to another have changed.
   */
  private Course marked(int fromS, int toS, TrackSettings settings) {
    int gapS = gapS(settings);
    Contest contest = new Contest(gapS);
    for (int i = place(fromS - 2 * gapS - Leg.SECONDS);
        i < legs.length && legs[i].startS() <= toS + 2 * gapS;
        i++) {
      contest.add(legs[i]);
    }
    Leg[] marked = legs.clone();
    // a sample hangs on a fix up to the gap after it
    for (int i = place(fromS - gapS - Leg.SECONDS);
        i < legs.length && legs[i].startS() <= toS + 2 * gapS;
        i++) {
      marked[i] = legs[i].marked(contest, fromS - gapS, toS + gapS);
    }
    return new Course(start, marked);
  }

  /** The course from a time on, s since 1970; what lies before becomes its start. */
  Course from(int timeS) {
    int i = place(timeS);
    return i == 0 ? this : new Course(before(i), Arrays.copyOfRange(legs, i, legs.length));
  }

  /** Where the first leg that starts at or after this time stands. Most fixes come last. */
  private int place(int timeS) {
    int i = legs.length;
    while (i > 0 && legs[i - 1].startS() >= timeS) {
      i--;
    }
    return i;
  }

  /** The samples of the legs that this course does not share with another one, in their order. */
  List<Sample> samplesUnlike(Course other) {
    int same = 0;
    int least = Math.min(legs.length, other.legs.length);
    while (same < least && legs[same] == other.legs[same]) {
      same++;
    }
    int end = legs.length;
    int otherEnd = other.legs.length;
    while (end > same && otherEnd > same && legs[end - 1] == other.legs[otherEnd - 1]) {
      end--;
      otherEnd--;
    }
    List<Sample> samples = List.of();
    for (int i = same; i < end; i++) {
      samples = Leg.joined(samples, legs[i].samples());
    }
    return samples;
  }

  /** The segment of each fix from one time to before another, in order; both at leg borders. */
  int[] segmentsS(int fromS, int toS) {
    int from = place(fromS);
    int fixes = 0;
    for (int i = from; i < legs.length && legs[i].startS() < toS; i++) {
      fixes += legs[i].fixes();
    }
    int[] segments = new int[fixes];
    int at = 0;
    for (int i = from; at < fixes; i++) {
      for (int n = 0; n < legs[i].fixes(); n++) {
        segments[at++] = legs[i].segmentS(n);
      }
    }
    return segments;
  }

  private static int gapS(TrackSettings settings) {
    return (int) settings.maxInterpolationGap().toSeconds();
  }
}
