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
 * @param marks by time
 * @param before the sum without the contacts of the last grid time
 * @param all the sum
 */
record Tip(List<Mark> marks, Meetings before, Meetings all) {
  /** Nothing is open or settled. */
  static final Tip NONE = new Tip(List.of(), Runs.NONE, Runs.NONE);

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
    return along(new ArrayList<>(), settled, nearest, runs);
  }

  private static Tip along(List<Mark> marks, Meetings from, List<Contact> nearest, Runs runs) {
    Meetings before = from;
    Meetings all = from;
    int markedS = Integer.MIN_VALUE;
    for (Contact c : nearest) {
      before = all;
      if (markOf(c) != markedS) {
        markedS = markOf(c);
        marks.add(new Mark(markedS, before));
      }
      all = runs.and(before, c);
    }
    return new Tip(marks, before, all);
  }

  /** And a contact later than all others. */
  Tip and(Contact c, Runs runs) {
    int lastS = marks.isEmpty() ? Integer.MIN_VALUE : marks.get(marks.size() - 1).fromS();
    List<Mark> more = marks;
    if (markOf(c) != lastS) {
      more = new ArrayList<>(marks);
      more.add(new Mark(markOf(c), all));
    }
    return new Tip(more, all, runs.and(all, c));
  }

  /** With this one in place of the contact of the last grid time. */
  Tip withLast(Contact c, Runs runs) {
    return new Tip(marks, before, runs.and(before, c));
  }

  /** The time from which on contacts are added up again when those at a time have changed. */
  int againFromS(int timeS) {
    int i = at(timeS);
    return i < 0 ? Integer.MIN_VALUE : marks.get(i).fromS();
  }

  /**
   * Added up again.
   *
   * @param timeS where the contacts have changed
   * @param nearest those from {@link #againFromS} on
   */
  Tip again(int timeS, Meetings settled, List<Contact> nearest, Runs runs) {
    int i = at(timeS);
    return i < 0
        ? of(settled, nearest, runs)
        : along(new ArrayList<>(marks.subList(0, i)), marks.get(i).before(), nearest, runs);
  }

  /** Without the marks before a time, behind which contacts are settled. */
  Tip settledTo(int timeS) {
    int i = 0;
    while (i < marks.size() && marks.get(i).fromS() < timeS) {
      i++;
    }
    return i == 0 ? this : new Tip(List.copyOf(marks.subList(i, marks.size())), before, all);
  }

  /** The last mark at or before a time; -1 for none. */
  private int at(int timeS) {
    int i = marks.size() - 1;
    while (i >= 0 && marks.get(i).fromS() > timeS) {
      i--;
    }
    return i;
  }

  private static int markOf(Contact c) {
    return Math.floorDiv(c.getTimeS(), MARK_S) * MARK_S;
  }
}
