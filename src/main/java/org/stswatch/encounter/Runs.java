package org.stswatch.encounter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.ContactSide;
import org.stswatch.geo.Geodesy;

/**
 * Runs of contact of one pair: consecutive grid times within the search radius. A silence inside a
 * run is bridged where nothing speaks against the two having stayed; runs too short to be a meeting
 * are dropped, those of one meeting joined.
 *
 * <p>All is decided from left to right, and nothing later than the hold-back after its end can
 * change a meeting.
 */
final class Runs {
  /** Above this a ship does not drift, knots: what it may have done in a hole. */
  private static final double DRIFT_MAX_KN = 2;

  private final EncounterSettings settings;
  private final int stepS;

  Runs(EncounterSettings settings) {
    this.settings = settings;
    this.stepS = (int) settings.gridStep().toSeconds();
  }

  /** Contacts without a hole, by time. */
  record Stretch(List<Contact> contacts) {
    int startS() {
      return contacts.get(0).getTimeS();
    }

    int endS() {
      return last().getTimeS();
    }

    Contact last() {
      return contacts.get(contacts.size() - 1);
    }
  }

  /**
   * A silence between two stretches of one run.
   *
   * @param seconds from the last contact before to the first after
   * @param both whether both were silent
   */
  record Hole(int seconds, boolean both) {}

  /** Stretches of one meeting, and the holes bridged between some of them. */
  record Meeting(List<Stretch> stretches, List<Hole> holes) {
    int startS() {
      return stretches.get(0).startS();
    }

    int endS() {
      return stretches.get(stretches.size() - 1).endS();
    }

    int togetherS() {
      return stretches.stream().mapToInt(s -> s.endS() - s.startS()).sum();
    }

    Meeting and(Meeting next) {
      return new Meeting(concat(stretches, next.stretches), concat(holes, next.holes));
    }
  }

  /** The meetings that last long enough, by start. Contacts: one for each grid time, by time. */
  List<Meeting> meetings(List<Contact> contacts) {
    List<Meeting> meetings = merged(bridged(stretches(contacts)));
    meetings.removeIf(m -> !lasts(m));
    return meetings;
  }

  /** End of the first run, or of the meeting that it begins, s since 1970: what is final first. */
  int endOfFirst(List<Contact> contacts) {
    List<Meeting> runs = bridged(stretches(contacts));
    if (!counts(runs.get(0), Integer.MAX_VALUE)) {
      return runs.get(0).endS();
    }
    return merged(runs).get(0).endS();
  }

  private List<Meeting> merged(List<Meeting> runs) {
    List<Meeting> merged = new ArrayList<>();
    for (Meeting run : runs) {
      int at = merged.size() - 1;
      if (at >= 0 && joins(run, merged.get(at))) {
        merged.set(at, merged.get(at).and(run));
      } else if (counts(run, Integer.MAX_VALUE)) {
        merged.add(run);
      }
    }
    return merged;
  }

  /** A run joins the meeting before it if it counts by the time at which that meeting is final. */
  private boolean joins(Meeting run, Meeting meeting) {
    return run.startS() - meeting.endS() < settings.mergeGap().toSeconds()
        && counts(run, meeting.endS() + (int) settings.holdBack().toSeconds());
  }

  /** Whether the run has been together for long enough, by one of the criteria, up to this time. */
  private boolean counts(Meeting run, int untilS) {
    for (Criterion c : settings.criteria()) {
      Duration least = min(settings.minRun(), c.minDuration());
      if (togetherS(run, c, untilS) >= least.toSeconds()) {
        return true;
      }
    }
    return false;
  }

  private boolean lasts(Meeting meeting) {
    for (Criterion c : settings.criteria()) {
      List<Contact> near =
          meeting.stretches().stream()
              .flatMap(s -> s.contacts().stream())
              .filter(x -> x.getDistanceM() <= c.maxDistanceM())
              .toList();
      if (!near.isEmpty()
          && near.get(near.size() - 1).getTimeS() - near.get(0).getTimeS()
              >= c.minDuration().toSeconds()
          && togetherS(meeting, c, Integer.MAX_VALUE)
              >= min(settings.minRun(), c.minDuration()).toSeconds()) {
        return true;
      }
    }
    return false;
  }

  /** Seconds together within the distance of the criterion, up to this time, holes left out. */
  private int togetherS(Meeting run, Criterion c, int untilS) {
    int together = 0;
    for (Stretch s : run.stretches()) {
      Contact last = null;
      for (Contact x : s.contacts()) {
        boolean near = x.getDistanceM() <= c.maxDistanceM() && x.getTimeS() <= untilS;
        together += near && last != null ? x.getTimeS() - last.getTimeS() : 0;
        last = near ? x : null;
      }
    }
    return together;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private List<Stretch> stretches(List<Contact> contacts) {
    List<Stretch> stretches = new ArrayList<>();
    List<Contact> current = new ArrayList<>();
    for (Contact c : contacts) {
      if (!current.isEmpty() && c.getTimeS() - current.get(current.size() - 1).getTimeS() > stepS) {
        stretches.add(new Stretch(current));
        current = new ArrayList<>();
      }
      current.add(c);
    }
    if (!current.isEmpty()) {
      stretches.add(new Stretch(current));
    }
    return stretches;
  }

  private List<Meeting> bridged(List<Stretch> stretches) {
    List<Meeting> runs = new ArrayList<>();
    for (Stretch s : stretches) {
      Meeting alone = new Meeting(List.of(s), List.of());
      int at = runs.size() - 1;
      Meeting before = at < 0 ? null : runs.get(at);
      Hole hole =
          before == null
              ? null
              : hole(
                  before.stretches().get(before.stretches().size() - 1).last(),
                  s.contacts().get(0));
      if (before != null && hole != null) {
        runs.set(
            at,
            new Meeting(
                concat(before.stretches(), alone.stretches()),
                concat(before.holes(), List.of(hole))));
      } else {
        runs.add(alone);
      }
    }
    return runs;
  }

  /** The silence between two contacts, if it can be bridged. */
  private @org.jspecify.annotations.Nullable Hole hole(Contact before, Contact after) {
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
    boolean near =
        drift(before.getSideA(), after.getSideA(), seconds) < DRIFT_MAX_KN
            && drift(before.getSideB(), after.getSideB(), seconds) < DRIFT_MAX_KN;
    return stayed && near ? new Hole(seconds, silentA && silentB) : null;
  }

  private static double drift(ContactSide from, ContactSide to, int seconds) {
    return Geodesy.knots(metres(from, to), seconds);
  }

  static double metres(ContactSide from, ContactSide to) {
    return Geodesy.distanceM(
        from.getLat6() / 1e6, from.getLon6() / 1e6, to.getLat6() / 1e6, to.getLon6() / 1e6);
  }

  private static <T> List<T> concat(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
