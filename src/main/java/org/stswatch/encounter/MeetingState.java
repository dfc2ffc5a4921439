package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.Collection;
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

  /** A contact every ten minutes, by two cells at times. */
  private static final int USUALLY_IN_PART = 32;

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
            Tip.of(settled, nearest(contacts.values()), runs));
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
    put(changed, n, with(part == null ? List.of() : part.getContacts(), contact));
    return new MeetingState(head, settled, changed, tip(contact, changed, runs));
  }

  private Tip tip(Contact contact, SortedMap<Long, MeetingPart> changed, Runs runs) {
    int lastS = Runs.lastS(tip.all());
    boolean there = !contact.getRemoved();
    if (there && contact.getTimeS() > lastS) {
      return tip.and(contact, runs);
    }
    if (there && contact.getTimeS() == lastS) {
      List<Contact> latest = nearest(List.of(changed.get(changed.lastKey())));
      return tip.withLast(latest.get(latest.size() - 1), runs);
    }
    int fromS = tip.againFromS(contact.getTimeS());
    List<Contact> again = from(fromS, changed);
    while (again.isEmpty() && fromS > Integer.MIN_VALUE) {
      fromS = tip.againFromS(fromS - 1); // what is the last one now, and the sum without it?
      again = from(fromS, changed);
    }
    return tip.again(fromS, settled, again, runs);
  }

  private static List<Contact> from(int fromS, SortedMap<Long, MeetingPart> parts) {
    return nearest(parts.tailMap(partOf(fromS)).values(), fromS);
  }

  /** By time, then cell. */
  private static List<Contact> with(List<Contact> contacts, Contact contact) {
    List<Contact> with = new ArrayList<>(contacts.size() + 1);
    with.addAll(contacts);
    int at = with.size();
    while (at > 0 && compare(with.get(at - 1), contact) >= 0) {
      at--;
    }
    if (at < with.size() && compare(with.get(at), contact) == 0) {
      with.remove(at);
    }
    if (!contact.getRemoved()) {
      with.add(at, contact);
    }
    return with;
  }

  private static int compare(Contact one, Contact other) {
    return one.getTimeS() != other.getTimeS()
        ? Integer.compare(one.getTimeS(), other.getTimeS())
        : Long.compare(one.getCell(), other.getCell());
  }

  /** The nearest contact of each grid time, by time. */
  private static List<Contact> nearest(Collection<MeetingPart> parts) {
    return nearest(parts, Integer.MIN_VALUE);
  }

  private static List<Contact> nearest(Collection<MeetingPart> parts, int fromS) {
    List<Contact> nearest = new ArrayList<>(parts.size() * USUALLY_IN_PART);
    for (MeetingPart part : parts) {
      for (Contact c : part.getContacts()) {
        int at = nearest.size() - 1;
        if (c.getTimeS() < fromS) {
          continue;
        }
        if (at < 0 || nearest.get(at).getTimeS() != c.getTimeS()) {
          nearest.add(c);
        } else if (Neighbours.NEAREST.compare(c, nearest.get(at)) < 0) {
          nearest.set(at, c);
        }
      }
    }
    return nearest;
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
    Meetings sum = runs.and(settled, nearest(done.values()));
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
    Meetings toItsEnd = runs.and(settled, nearest(List.of(new MeetingPart(until))));
    Meetings after = runs.withoutFirst(toItsEnd);
    return new MeetingState(head, after, left, Tip.of(after, nearest(left.values()), runs));
  }

  private static void put(SortedMap<Long, MeetingPart> parts, long n, List<Contact> contacts) {
    if (contacts.isEmpty()) {
      parts.remove(n);
    } else {
      parts.put(n, new MeetingPart(contacts));
    }
  }
}
