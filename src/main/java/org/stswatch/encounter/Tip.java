package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.List;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Meetings;

/**
 * All contacts of a pair added up: what follows from what is settled and the open contacts, kept
 * beside them. Most contacts that come are later than all others, or change what was seen last. For
 * the others there are marks on the way, the sums before the first contact of each two hours that
 * have any: a late contact is added up again from the mark before it. Immutable.
 *
 * <p>Who else was around is the one thing that changes again and again, with each ship whose
 * sightings come after those of the two, and of what runs of contact there are nothing hangs on it:
 * it may wait until somebody asks.
 *
 * @param marks by time
 * @param before the sum without the contacts of the last grid time
 * @param all the sum
 * @param crowdsAsOfS from this time on other crowds may have been added up, s since 1970; {@link
 *     #ALL_KNOWN} for none
 */
record Tip(List<Stride> strides, List<Mark> marks, Meetings before, Meetings all, int crowdsAsOfS) {
  /** All crowds are added up as they are. */
  static final int ALL_KNOWN = Integer.MAX_VALUE;

  /** Nothing is open or settled. */
  static final Tip NONE = new Tip(List.of(), List.of(), Runs.NONE, Runs.NONE, ALL_KNOWN);

  /** Fewer marks need less memory, more of them save little: most late contacts lie hours back. */
  static final int MARK_S = 2 * 3600;

  /**
   * A place to begin from.
   *
   * @param fromS start of two hours, s since 1970
   * @param before all contacts before them, added up
   */
  record Mark(int fromS, Meetings before) {}

  /**
   * These contacts added up.
   *
   * @param nearest one for each grid time, by time
   */
  static Tip of(Meetings settled, List<Contact> nearest, Runs runs) {
    return NONE.along(-1, settled, nearest, runs);
  }

  /**
   * Goes on from a mark; -1 for from what is settled.
   *
   * @param nearest the contacts behind it, as they are now
   */
  private Tip along(int mark, Meetings settled, List<Contact> nearest, Runs runs) {
    boolean early = mark < 0;
    List<Mark> passed = new ArrayList<>(early ? List.of() : marks.subList(0, mark));
    List<Stride> walked = strides(early ? Integer.MIN_VALUE : marks.get(mark).fromS(), nearest);
    Meetings sum = early ? settled : marks.get(mark).before();
    Meetings all = sum;
    int markedS = Integer.MIN_VALUE;
    for (Stride s : walked.subList(walked.size() - nearest.size(), walked.size())) {
      sum = all;
      if (markOf(s) != markedS) {
        markedS = markOf(s);
        passed.add(new Mark(markedS, sum));
      }
      all = runs.and(sum, s);
    }
    return new Tip(walked, passed, sum, all, ALL_KNOWN);
  }

  /** Those before a time, then these; what was measured is not measured again. */
  private List<Stride> strides(int fromS, List<Contact> nearest) {
    List<Stride> walked = new ArrayList<>(strides.size() + nearest.size());
    int known = 0;
    while (known < strides.size() && strides.get(known).timeS() < fromS) {
      walked.add(strides.get(known++));
    }
    for (Contact c : nearest) {
      while (known < strides.size() && strides.get(known).timeS() < c.getTimeS()) {
        known++;
      }
      boolean same = known < strides.size() && strides.get(known).contact() == c;
      walked.add(same ? strides.get(known) : new Stride(c));
    }
    return walked;
  }

  /** And a contact later than all others. */
  Tip and(Contact c, Runs runs) {
    Stride s = new Stride(c);
    int lastS = marks.isEmpty() ? Integer.MIN_VALUE : marks.get(marks.size() - 1).fromS();
    List<Mark> more = marks;
    if (markOf(s) != lastS) {
      more = new ArrayList<>(marks);
      more.add(new Mark(markOf(s), all));
    }
    return new Tip(with(strides, s), more, all, runs.and(all, s), crowdsAsOfS);
  }

  /** With this one in place of the contact of the last grid time. */
  Tip withLast(Contact c, Runs runs) {
    Stride s = new Stride(c);
    List<Stride> others = strides.subList(0, strides.size() - 1);
    return new Tip(with(others, s), marks, before, runs.and(before, s), crowdsAsOfS);
  }

  private static List<Stride> with(List<Stride> strides, Stride last) {
    List<Stride> more = new ArrayList<>(strides.size() + 1);
    more.addAll(strides);
    more.add(last);
    return more;
  }

  /** The time from which on contacts are added up again when those at a time have changed. */
  int againFromS(int timeS) {
    int i = at(Math.min(timeS, crowdsAsOfS));
    return i < 0 ? Integer.MIN_VALUE : marks.get(i).fromS();
  }

  /**
   * Added up again.
   *
   * @param timeS where the contacts have changed
   * @param nearest those from {@link #againFromS} on
   */
  Tip again(int timeS, Meetings settled, List<Contact> nearest, Runs runs) {
    return along(at(timeS), settled, nearest, runs);
  }

  /** Without the marks before a time, behind which contacts are settled. */
  Tip settledTo(int timeS) {
    int i = 0;
    while (i < marks.size() && marks.get(i).fromS() < timeS) {
      i++;
    }
    if (i == 0) {
      return this;
    }
    int open = 0;
    while (open < strides.size() && strides.get(open).timeS() < timeS) {
      open++;
    }
    return new Tip(
        List.copyOf(strides.subList(open, strides.size())),
        List.copyOf(marks.subList(i, marks.size())),
        before,
        all,
        crowdsAsOfS);
  }

  /** The same, when there are others around the two at a time than were added up. */
  Tip otherCrowdAt(int timeS) {
    return new Tip(strides, marks, before, all, Math.min(crowdsAsOfS, timeS));
  }

  /** The last mark at or before a time; -1 for none. */
  private int at(int timeS) {
    int i = marks.size() - 1;
    while (i >= 0 && marks.get(i).fromS() > timeS) {
      i--;
    }
    return i;
  }

  private static int markOf(Stride s) {
    return Math.floorDiv(s.timeS(), MARK_S) * MARK_S;
  }
}
