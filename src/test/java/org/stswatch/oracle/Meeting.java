package org.stswatch.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stswatch.encounter.EncounterSettings;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.geo.Geodesy;

/**
 * Contacts of one pair that belong together, by time.
 *
 * @param bonds how each contact hangs on the one before it
 */
record Meeting(List<Contact> contacts, List<Bond> bonds) {
  /** What a ship may have drifted in a silence, knots. */
  private static final double DRIFT_KN = 2;

  /** How a contact hangs on the one before it. */
  enum Bond {
    /** The first of a run. */
    NONE,
    /** One grid step on. */
    NEXT,
    /** After a silence of one of the two that can be bridged. */
    ONE_SILENT,
    /** After a silence of both that can be bridged. */
    BOTH_SILENT
  }

  /** The meetings of a pair that last long enough, by start (decision 0005). */
  static List<Meeting> of(List<Contact> contacts, EncounterSettings s) {
    List<Meeting> meetings = new ArrayList<>();
    for (Meeting run : runs(contacts, s)) {
      Meeting last = meetings.isEmpty() ? run : meetings.get(meetings.size() - 1);
      boolean soon = run.startS() - last.endS() < s.mergeGap().toSeconds();
      boolean first = meetings.isEmpty();
      if (!first && soon && run.counts(s, last.endS() + s.holdBack().toSeconds())) {
        last.add(run);
      } else if (run.counts(s, Long.MAX_VALUE)) {
        meetings.add(run);
      }
    }
    return meetings.stream().filter(m -> m.lasts(s)).toList();
  }

  private static List<Meeting> runs(List<Contact> contacts, EncounterSettings s) {
    List<Meeting> runs = new ArrayList<>();
    Contact before = null;
    for (Contact c : contacts) {
      Bond bond = before == null ? Bond.NONE : bond(before, c, s);
      if (bond == Bond.NONE) {
        runs.add(new Meeting(new ArrayList<>(), new ArrayList<>()));
      }
      runs.get(runs.size() - 1).contacts.add(c);
      runs.get(runs.size() - 1).bonds.add(bond);
      before = c;
    }
    return runs;
  }

  private static Bond bond(Contact from, Contact to, EncounterSettings s) {
    int seconds = to.timeS() - from.timeS();
    if (seconds <= s.gridStep().toSeconds()) {
      return Bond.NEXT;
    }
    boolean silentA = to.a().heardBeforeS() <= from.timeS();
    boolean silentB = to.b().heardBeforeS() <= from.timeS();
    boolean stayedA = silentA || to.a().slowSinceS() <= from.timeS();
    boolean stayedB = silentB || to.b().slowSinceS() <= from.timeS();
    boolean near =
        Geodesy.knots(from.a().metresTo(to.a()), seconds) < DRIFT_KN
            && Geodesy.knots(from.b().metresTo(to.b()), seconds) < DRIFT_KN;
    if (seconds > s.bridgeMax().toSeconds() || !stayedA || !stayedB || !near) {
      return Bond.NONE;
    } else if (silentA && silentB) {
      return Bond.BOTH_SILENT;
    }
    return silentA || silentB ? Bond.ONE_SILENT : Bond.NONE;
  }

  private void add(Meeting run) {
    contacts.addAll(run.contacts);
    bonds.addAll(run.bonds);
  }

  int startS() {
    return contacts.get(0).timeS();
  }

  int endS() {
    return contacts.get(contacts.size() - 1).timeS();
  }

  /** Whether the two were together long enough by then for the run to count. */
  private boolean counts(EncounterSettings s, long untilS) {
    return s.criteria().stream()
        .anyMatch(c -> togetherS(c.maxDistanceM(), untilS) >= least(s, c).toSeconds());
  }

  private boolean lasts(EncounterSettings s) {
    for (Criterion c : s.criteria()) {
      int[] near =
          contacts.stream()
              .filter(x -> x.metres() <= c.maxDistanceM())
              .mapToInt(Contact::timeS)
              .toArray();
      if (near.length > 0
          && near[near.length - 1] - near[0] >= c.minDuration().toSeconds()
          && togetherS(c.maxDistanceM(), Long.MAX_VALUE) >= least(s, c).toSeconds()) {
        return true;
      }
    }
    return false;
  }

  private static Duration least(EncounterSettings s, Criterion c) {
    return s.minRun().compareTo(c.minDuration()) < 0 ? s.minRun() : c.minDuration();
  }

  /** Seconds from one contact to the next grid time's, both as near as this, up to then. */
  int togetherS(int withinM, long untilS) {
    int together = 0;
    for (int i = 1; i < contacts.size(); i++) {
      Contact from = contacts.get(i - 1);
      Contact to = contacts.get(i);
      boolean near = from.metres() <= withinM && to.metres() <= withinM;
      boolean counts = bonds.get(i) == Bond.NEXT && near && to.timeS() <= untilS;
      together += counts ? to.timeS() - from.timeS() : 0;
    }
    return together;
  }

  /** Seconds of the silences that were bridged. */
  int silentS() {
    int silent = 0;
    for (int i = 1; i < contacts.size(); i++) {
      boolean bridged = bonds.get(i) == Bond.ONE_SILENT || bonds.get(i) == Bond.BOTH_SILENT;
      silent += bridged ? contacts.get(i).timeS() - contacts.get(i - 1).timeS() : 0;
    }
    return silent;
  }
}
