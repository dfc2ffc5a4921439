package org.stswatch.encounter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.encounter.Sums.Hole;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Meeting;
import org.stswatch.event.state.Meetings;
import org.stswatch.event.state.Nearness;

/**
 * Runs of contact of one pair: consecutive grid times within the search radius. A silence inside a
 * run is bridged where nothing speaks against the two having stayed; runs too short to be a meeting
 * are dropped, those of one meeting joined.
 *
 * <p>All is decided from left to right, contact by contact, and nothing later than the hold-back
 * after its end can change a meeting.
 */
final class Runs {
  /** No contact yet. */
  static final Meetings NONE = new Meetings(List.of(), null, null, null);

  /** Above this a ship does not drift, knots: what it may have done in a hole. */
  private static final double DRIFT_MAX_KN = 2;

  private final EncounterSettings settings;
  private final Sums sums;
  private final int stepS;

  Runs(EncounterSettings settings) {
    this.settings = settings;
    this.sums = new Sums(settings.criteria());
    this.stepS = (int) settings.gridStep().toSeconds();
  }

  /** And these contacts: one for each grid time, by time, all later than those before. */
  Meetings and(Meetings m, Iterable<Contact> contacts) {
    Meetings all = m;
    for (Contact c : contacts) {
      all = and(all, new Stride(c));
    }
    return all;
  }

  /** And this contact, later than those before. */
  Meetings and(Meetings m, Stride c) {
    Meeting run = m.getRun();
    Meeting current = run != null ? run : m.getLast();
    if (current == null) {
      return begin(m, c);
    }
    boolean next = c.timeS() - current.getLast().getTimeS() <= stepS;
    Hole hole = next ? null : hole(current.getLast(), c);
    if (!next && hole == null) {
      return begin(m, c);
    }
    if (run == null) {
      return new Meetings(m.getOver(), goesOn(current, c, hole), null, null);
    }
    Meeting joined = m.getJoined();
    return counted(m, goesOn(run, c, hole), joined == null ? null : goesOn(joined, c, hole));
  }

  private Meeting goesOn(Meeting m, Stride c, @Nullable Hole hole) {
    return hole == null ? sums.next(m, c) : sums.after(hole, m, c);
  }

  /** A run begins; one before it that did not count is dropped. */
  private Meetings begin(Meetings m, Stride c) {
    Meeting last = m.getLast();
    boolean soon = last != null && c.timeS() - endS(last) < settings.mergeGap().toSeconds();
    return counted(m, sums.of(c), last != null && soon ? sums.again(last, c) : null);
  }

  /**
   * A run that counts joins the meeting before it, if it counts by the time at which that meeting
   * is final; else it begins one of its own.
   */
  private Meetings counted(Meetings m, Meeting run, @Nullable Meeting joined) {
    Meeting last = m.getLast();
    if (!counts(run)) {
      return new Meetings(m.getOver(), last, run, joined);
    }
    if (last == null) {
      return new Meetings(m.getOver(), run, null, null);
    }
    if (joined != null && endS(run) <= endS(last) + (int) settings.holdBack().toSeconds()) {
      return new Meetings(m.getOver(), joined, null, null);
    }
    List<Meeting> over = new ArrayList<>(m.getOver());
    over.add(last);
    return new Meetings(over, run, null, null);
  }

  /** Without the first meeting, or the run that is none yet. */
  Meetings withoutFirst(Meetings m) {
    if (!m.getOver().isEmpty()) {
      List<Meeting> left = m.getOver().subList(1, m.getOver().size());
      return new Meetings(List.copyOf(left), m.getLast(), m.getRun(), m.getJoined());
    }
    boolean runLeft = m.getLast() != null && m.getRun() != null;
    return runLeft ? new Meetings(List.of(), null, m.getRun(), null) : NONE;
  }

  /** The meetings that last long enough, by start. */
  List<Meeting> meetings(Meetings m) {
    List<Meeting> lasting = new ArrayList<>();
    for (Meeting over : m.getOver()) {
      if (lasts(over)) {
        lasting.add(over);
      }
    }
    Meeting last = m.getLast();
    if (last != null && lasts(last)) {
      lasting.add(last);
    }
    return lasting;
  }

  /**
   * End of the first meeting, or of the run that is none yet, s since 1970: what is final first.
   */
  static int endOfFirst(Meetings m) {
    Meeting first = m.getOver().isEmpty() ? m.getLast() : m.getOver().get(0);
    return endS(first == null ? java.util.Objects.requireNonNull(m.getRun()) : first);
  }

  /** Time of the last contact, s since 1970; the least number for none. */
  static int lastS(Meetings m) {
    Meeting current = m.getRun() != null ? m.getRun() : m.getLast();
    return current == null ? Integer.MIN_VALUE : endS(current);
  }

  static int startS(Meeting m) {
    return m.getFirst().getTimeS();
  }

  static int endS(Meeting m) {
    return m.getLast().getTimeS();
  }

  /** Whether the run has been together for long enough, by one of the criteria. */
  private boolean counts(Meeting run) {
    for (int i = 0; i < settings.criteria().size(); i++) {
      if (run.getNear().get(i).getTogetherS() >= leastTogetherS(settings.criteria().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean lasts(Meeting meeting) {
    for (int i = 0; i < settings.criteria().size(); i++) {
      Criterion c = settings.criteria().get(i);
      Nearness near = meeting.getNear().get(i);
      if (near.getContacts() > 0
          && near.getLastS() - near.getFirstS() >= c.minDuration().toSeconds()
          && near.getTogetherS() >= leastTogetherS(c)) {
        return true;
      }
    }
    return false;
  }

  private long leastTogetherS(Criterion c) {
    Duration minRun = settings.minRun();
    return Math.min(minRun.toSeconds(), c.minDuration().toSeconds());
  }

  /** The silence between two contacts, if it can be bridged. */
  private @Nullable Hole hole(Contact before, Stride stride) {
    Contact after = stride.contact();
    int fromS = before.getTimeS();
    int seconds = after.getTimeS() - fromS;
    if (seconds > settings.bridgeMax().toSeconds()) {
      return null;
    }
    boolean silentA = after.getSideA().getHeardBeforeS() <= fromS;
    boolean silentB = after.getSideB().getHeardBeforeS() <= fromS;
    boolean stayedA = silentA || after.getSideA().getSlowSinceS() <= fromS;
    boolean stayedB = silentB || after.getSideB().getSlowSinceS() <= fromS;
    boolean stayed = (silentA || silentB) && stayedA && stayedB;
    boolean near = stride.knotsA(before) < DRIFT_MAX_KN && stride.knotsB(before) < DRIFT_MAX_KN;
    return stayed && near ? new Hole(seconds, silentA && silentB) : null;
  }
}
