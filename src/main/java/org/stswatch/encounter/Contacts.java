package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.ContactSide;
import org.stswatch.event.state.MeetingPart;

/** The contacts of a pair that may still change, by time, then cell: each cell writes its own. */
final class Contacts {
  /** A contact every ten minutes, by two cells at times. */
  private static final int USUALLY_IN_PART = 32;

  private Contacts() {}

  /** By time, then cell. */
  static List<Contact> with(List<Contact> contacts, Contact contact) {
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
  static List<Contact> nearest(Collection<MeetingPart> parts) {
    return nearest(parts, Integer.MIN_VALUE);
  }

  static List<Contact> nearest(Collection<MeetingPart> parts, int fromS) {
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

  /** Whether they are one contact, but for who else was around. */
  static boolean isOtherCrowd(Contact c, Contact now) {
    return compare(c, now) == 0
        && !now.getRemoved()
        && c.getDistanceM() == now.getDistanceM()
        && isOtherCrowd(c.getSideA(), now.getSideA())
        && isOtherCrowd(c.getSideB(), now.getSideB());
  }

  private static boolean isOtherCrowd(ContactSide side, ContactSide now) {
    return side.getLat6() == now.getLat6()
        && side.getLon6() == now.getLon6()
        && side.getContested() == now.getContested()
        && side.getSlowSinceS() == now.getSlowSinceS()
        && side.getHeardBeforeS() == now.getHeardBeforeS()
        && side.getFixRef() == now.getFixRef();
  }
}
