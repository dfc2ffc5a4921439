package org.stswatch.encounter;

import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.ContactSide;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;

/**
 * A contact, with the way of each ship from the contact before it. Both are measured once, when
 * they are first asked for: a contact that comes late has all after it added up again. Of one
 * state, and so never used by two threads at once.
 */
final class Stride {
  private final Contact contact;
  private @Nullable Middle placeA;
  private @Nullable Middle placeB;
  private @Nullable Contact from;
  private double metresA;
  private double metresB;

  Stride(Contact contact) {
    this.contact = contact;
  }

  Contact contact() {
    return contact;
  }

  int timeS() {
    return contact.getTimeS();
  }

  /** The middle of contacts with both places of this one. */
  Middle addedTo(Middle middle) {
    if (placeA == null || placeB == null) {
      placeA = place(contact.getSideA());
      placeB = place(contact.getSideB());
    }
    return middle.and(placeA).and(placeB);
  }

  private static Middle place(ContactSide side) {
    return Middle.NOWHERE.and(side.getLat6() / 1e6, side.getLon6() / 1e6);
  }

  /** Speed of the first ship since a contact before this one, knots. */
  double knotsA(Contact before) {
    measure(before);
    return Geodesy.knots(metresA, timeS() - before.getTimeS());
  }

  /** Speed of the second ship, knots. */
  double knotsB(Contact before) {
    measure(before);
    return Geodesy.knots(metresB, timeS() - before.getTimeS());
  }

  private void measure(Contact before) {
    if (before != from) { // the very object
      from = before;
      metresA = metres(before.getSideA(), contact.getSideA());
      metresB = metres(before.getSideB(), contact.getSideB());
    }
  }

  private static double metres(ContactSide from, ContactSide to) {
    return Geodesy.distanceM(
        from.getLat6() / 1e6, from.getLon6() / 1e6, to.getLat6() / 1e6, to.getLon6() / 1e6);
  }

  /** What was measured hangs on the contacts alone. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stride s && contact.equals(s.contact);
  }

  @Override
  public int hashCode() {
    return contact.hashCode();
  }

  @Override
  public String toString() {
    return contact.toString();
  }
}
