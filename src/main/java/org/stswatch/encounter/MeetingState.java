package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Encounter;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.MeetingHead;
import org.stswatch.event.state.MeetingPart;
import org.stswatch.event.state.Meetings;
import org.stswatch.stream.StateLayout;

/**
 * What is remembered of a pair. Contacts that may still change are kept, four hours to a part;
 * those before them are added up, so that a meeting of weeks needs no more room than one of a day.
 *
 * @param head what was published of its open encounters
 * @param settled the contacts that can't change any more
 * @param parts the contacts after them, by number of the part
 * @param tip all contacts added up: what follows from settled and parts, kept beside them
 */
record MeetingState(
    MeetingHead head, Meetings settled, SortedMap<Long, MeetingPart> parts, Tip tip) {
  private static final long HEAD = 0;
  private static final long SETTLED = 1;
  private static final long FIRST_PART = 2;
  private static final int PART_S = 4 * 3600;

  static MeetingState empty() {
    return new MeetingState(new MeetingHead(List.of()), Runs.NONE, new TreeMap<>(), Tip.NONE);
  }

  /** Part 0 is what was published, part 1 what is settled, the others are contacts. */
  static StateLayout<MeetingState> layout(Runs runs) {
    return new StateLayout<>() {
      @Override
      public SortedMap<Long, SpecificRecord> split(MeetingState state) {
        SortedMap<Long, SpecificRecord> all = new TreeMap<>(state.parts());
        all.put(HEAD, state.head());
        if (state.settled() != Runs.NONE) {
          all.put(SETTLED, state.settled());
        }
        return all;
      }

      @Override
      public MeetingState join(String key, SortedMap<Long, SpecificRecord> parts) {
        SortedMap<Long, MeetingPart> contacts = new TreeMap<>();
        parts.tailMap(FIRST_PART).forEach((n, part) -> contacts.put(n, (MeetingPart) part));
        Meetings settled = (Meetings) parts.getOrDefault(SETTLED, Runs.NONE);
        return new MeetingState(
            (MeetingHead) Objects.requireNonNull(parts.get(HEAD)),
            settled,
            contacts,
            Tip.of(settled, Contacts.nearest(contacts.values()), runs));
      }
    };
  }

  /** All contacts, added up. */
  Meetings meetings() {
    return tip.all();
  }

  List<Encounter> published() {
    return head.getPublished();
  }

  MeetingState withPublished(List<Encounter> encounters) {
    return new MeetingState(new MeetingHead(List.copyOf(encounters)), settled, parts, tip);
  }

  /**
   * Each entry has one writer, the cell: a removal takes away its own cell's contact only. What is
   * settled no contact changes.
   */
  MeetingState with(Contact contact, Runs runs) {
    if (contact.getTimeS() <= Runs.lastS(settled)) {
      return this;
    }
    SortedMap<Long, MeetingPart> changed = new TreeMap<>(parts);
    long n = partOf(contact.getTimeS());
    MeetingPart part = parts.get(n);
    List<Contact> contacts = part == null ? List.of() : part.getContacts();
    put(changed, n, Contacts.with(contacts, contact));
    Tip next =
        contacts.stream().anyMatch(c -> Contacts.isOtherCrowd(c, contact))
            ? tip.otherCrowdAt(contact.getTimeS())
            : tip(contact, changed, runs);
    return new MeetingState(head, settled, changed, next);
  }

  /** Whether all is added up as it is, who else was around as well. */
  boolean knowsCrowds() {
    return tip.crowdsAsOfS() == Tip.ALL_KNOWN;
  }

  /** The same, with who else was around added up as it is. */
  MeetingState withCrowds(Runs runs) {
    return knowsCrowds()
        ? this
        : new MeetingState(head, settled, parts, again(tip.crowdsAsOfS(), parts, runs));
  }

  private Tip tip(Contact contact, SortedMap<Long, MeetingPart> changed, Runs runs) {
    int lastS = Runs.lastS(tip.all());
    boolean there = !contact.getRemoved();
    if (there && contact.getTimeS() > lastS) {
      return tip.and(contact, runs);
    }
    if (there && contact.getTimeS() == lastS) {
      List<Contact> latest = Contacts.nearest(List.of(changed.get(changed.lastKey())));
      return tip.withLast(latest.get(latest.size() - 1), runs);
    }
    return again(contact.getTimeS(), changed, runs);
  }

  private Tip again(int timeS, SortedMap<Long, MeetingPart> changed, Runs runs) {
    int fromS = tip.againFromS(timeS);
    List<Contact> again = from(fromS, changed);
    while (again.isEmpty() && fromS > Integer.MIN_VALUE) {
      fromS = tip.againFromS(fromS - 1); // what is the last one now, and the sum without it?
      again = from(fromS, changed);
    }
    return tip.again(fromS, settled, again, runs);
  }

  private static List<Contact> from(int fromS, SortedMap<Long, MeetingPart> parts) {
    return Contacts.nearest(parts.tailMap(partOf(fromS)).values(), fromS);
  }

  /** With the parts settled that end at or before this time. */
  MeetingState settled(long watermarkMs, Runs runs) {
    if (parts.isEmpty() || endMs(parts.firstKey()) > watermarkMs) {
      return this;
    }
    SortedMap<Long, MeetingPart> open = new TreeMap<>(parts);
    SortedMap<Long, MeetingPart> done = new TreeMap<>();
    while (!open.isEmpty() && endMs(open.firstKey()) <= watermarkMs) {
      done.put(open.firstKey(), open.remove(open.firstKey()));
    }
    Meetings sum = runs.and(settled, Contacts.nearest(done.values()));
    int openS = (int) (endMs(done.lastKey()) / 1000);
    return new MeetingState(head, sum, open, tip.settledTo(openS));
  }

  private static long partOf(int timeS) {
    return FIRST_PART + Math.floorDiv(timeS, PART_S);
  }

  private static long endMs(long part) {
    return (part - FIRST_PART + 1) * PART_S * 1000;
  }

  /** Without the first meeting, or the run that is none yet, which ends at this time. */
  MeetingState withoutFirst(int endS, Runs runs) {
    List<Contact> until = new ArrayList<>();
    SortedMap<Long, MeetingPart> left = new TreeMap<>();
    parts.forEach(
        (n, part) -> {
          List<Contact> later = new ArrayList<>();
          part.getContacts().forEach(c -> (c.getTimeS() > endS ? later : until).add(c));
          if (later.size() == part.getContacts().size()) {
            left.put(n, part);
          } else {
            put(left, n, later);
          }
        });
    Meetings toItsEnd = runs.and(settled, Contacts.nearest(List.of(new MeetingPart(until))));
    Meetings after = runs.withoutFirst(toItsEnd);
    return new MeetingState(
        head, after, left, Tip.of(after, Contacts.nearest(left.values()), runs));
  }

  private static void put(SortedMap<Long, MeetingPart> parts, long n, List<Contact> contacts) {
    if (contacts.isEmpty()) {
      parts.remove(n);
    } else {
      parts.put(n, new MeetingPart(contacts));
    }
  }
}
