package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Encounter;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.MeetingHead;
import org.stswatch.event.state.MeetingPart;
import org.stswatch.stream.StateLayout;

/**
 * What is remembered of a pair: its contacts, four hours to a part, and what was published of its
 * open encounters.
 */
record MeetingState(MeetingHead head, SortedMap<Long, MeetingPart> parts) {
  private static final long PART_S = 4 * 3600;

  static MeetingState empty() {
    return new MeetingState(new MeetingHead(List.of()), new TreeMap<>());
  }

  /** Part 0 is what was published, the others are contacts. */
  static StateLayout<MeetingState> layout() {
    return new StateLayout<>() {
      @Override
      public SortedMap<Long, SpecificRecord> split(MeetingState state) {
        SortedMap<Long, SpecificRecord> all = new TreeMap<>(state.parts());
        all.put(0L, state.head());
        return all;
      }

      @Override
      public MeetingState join(String key, SortedMap<Long, SpecificRecord> parts) {
        SortedMap<Long, MeetingPart> contacts = new TreeMap<>();
        parts.tailMap(1L).forEach((n, part) -> contacts.put(n, (MeetingPart) part));
        return new MeetingState((MeetingHead) Objects.requireNonNull(parts.get(0L)), contacts);
      }
    };
  }

  List<Encounter> published() {
    return head.getPublished();
  }

  MeetingState withPublished(List<Encounter> encounters) {
    return new MeetingState(new MeetingHead(List.copyOf(encounters)), parts);
  }

  /** Each entry has one writer, the cell: a removal takes away its own cell's contact only. */
  MeetingState with(Contact contact) {
    long n = 1 + contact.getTimeS() / PART_S;
    MeetingPart old = parts.get(n);
    List<Contact> contacts = new ArrayList<>(old == null ? List.of() : old.getContacts());
    contacts.removeIf(c -> c.getTimeS() == contact.getTimeS() && c.getCell() == contact.getCell());
    if (!contact.getRemoved()) {
      contacts.add(contact);
    }
    contacts.sort(ORDER);
    SortedMap<Long, MeetingPart> changed = new TreeMap<>(parts);
    if (contacts.isEmpty()) {
      changed.remove(n);
    } else {
      changed.put(n, new MeetingPart(contacts));
    }
    return new MeetingState(head, changed);
  }

  private static final Comparator<Contact> ORDER =
      Comparator.comparingInt(Contact::getTimeS).thenComparingLong(Contact::getCell);

  /** The nearest contact of each grid time, by time. */
  List<Contact> contacts() {
    TreeMap<Integer, Contact> nearest = new TreeMap<>();
    for (MeetingPart part : parts.values()) {
      for (Contact c : part.getContacts()) {
        nearest.merge(c.getTimeS(), c, (x, y) -> y.getDistanceM() < x.getDistanceM() ? y : x);
      }
    }
    return List.copyOf(nearest.values());
  }

  /** Without the contacts at and before this time. */
  MeetingState after(int timeS) {
    SortedMap<Long, MeetingPart> left = new TreeMap<>();
    parts.forEach(
        (n, part) -> {
          if (part.getContacts().get(part.getContacts().size() - 1).getTimeS() > timeS) {
            boolean whole = part.getContacts().get(0).getTimeS() > timeS;
            left.put(
                n,
                whole
                    ? part
                    : new MeetingPart(
                        part.getContacts().stream().filter(c -> c.getTimeS() > timeS).toList()));
          }
        });
    return new MeetingState(head, left);
  }
}
