package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.event.SilentParty;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.ContactSide;
import org.stswatch.event.state.Meeting;
import org.stswatch.event.state.Nearness;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;

/**
 * Adds contacts up, one after the other in the order of time: what a meeting says never needs its
 * contacts again, however long it lasts.
 */
final class Sums {
  private static final Nearness NEVER = new Nearness(0, 0, 0, 0);

  private final List<Criterion> criteria;

  Sums(List<Criterion> criteria) {
    this.criteria = criteria;
  }

  /**
   * A silence between two contacts of one run.
   *
   * @param seconds from the last contact before to the first after
   * @param both whether both were silent
   */
  record Hole(int seconds, boolean both) {}

  /** One contact. */
  Meeting of(Contact c) {
    List<Nearness> near = new ArrayList<>(criteria.size());
    for (Criterion criterion : criteria) {
      near.add(nearness(criterion, NEVER, c, -1));
    }
    Middle middle = middle(Middle.NOWHERE, c);
    return new Meeting(
        c,
        c,
        0,
        0,
        SilentParty.NONE,
        contested(c),
        near,
        Frequencies.with(List.of(), c.getDistanceM()),
        Frequencies.with(List.of(), crowd(c)),
        List.of(),
        List.of(),
        middle.x(),
        middle.y(),
        middle.z());
  }

  /** And the contact at the next grid time. */
  Meeting next(Meeting m, Contact c) {
    return and(m, c, true, null);
  }

  /** And the contact after a hole. */
  Meeting after(Hole hole, Meeting m, Contact c) {
    return and(m, c, false, hole);
  }

  /** And the contact after the two had parted. */
  Meeting again(Meeting m, Contact c) {
    return and(m, c, false, null);
  }

  private Meeting and(Meeting m, Contact c, boolean next, @Nullable Hole hole) {
    Contact before = m.getLast();
    int seconds = c.getTimeS() - before.getTimeS();
    List<Nearness> near = new ArrayList<>(criteria.size());
    for (int i = 0; i < criteria.size(); i++) {
      near.add(nearness(criteria.get(i), m.getNear().get(i), c, next ? before.getTimeS() : -1));
    }
    Middle middle = middle(new Middle(m.getX(), m.getY(), m.getZ()), c);
    return new Meeting(
        m.getFirst(),
        c,
        m.getTogetherS() + (next ? seconds : 0),
        m.getSilentS() + (hole == null ? 0 : hole.seconds()),
        silentParty(m.getSilentParty(), hole),
        m.getContested() || contested(c),
        near,
        Frequencies.with(m.getDistancesM(), c.getDistanceM()),
        Frequencies.with(m.getCrowds(), crowd(c)),
        Frequencies.with(m.getSpeedsA(), speed(before.getSideA(), c.getSideA(), seconds)),
        Frequencies.with(m.getSpeedsB(), speed(before.getSideB(), c.getSideB(), seconds)),
        middle.x(),
        middle.y(),
        middle.z());
  }

  /**
   * Time counts as near between two contacts that are both near.
   *
   * @param sinceS time of the contact before in the same stretch; -1 for none
   */
  private static Nearness nearness(Criterion criterion, Nearness n, Contact c, int sinceS) {
    if (c.getDistanceM() > criterion.maxDistanceM()) {
      return n;
    }
    int nowS = c.getTimeS();
    boolean stayed = n.getContacts() > 0 && n.getLastS() == sinceS;
    return new Nearness(
        n.getContacts() + 1,
        n.getContacts() == 0 ? nowS : n.getFirstS(),
        nowS,
        n.getTogetherS() + (stayed ? nowS - sinceS : 0));
  }

  private static SilentParty silentParty(SilentParty soFar, @Nullable Hole hole) {
    if (hole == null || soFar == SilentParty.BOTH) {
      return soFar;
    }
    return hole.both() ? SilentParty.BOTH : SilentParty.ONE;
  }

  private static boolean contested(Contact c) {
    return c.getSideA().getContested() || c.getSideB().getContested();
  }

  private static int crowd(Contact c) {
    return Math.max(c.getSideA().getCrowd(), c.getSideB().getCrowd());
  }

  /** Of the way between two contacts, 0.01 knots. */
  private static int speed(ContactSide from, ContactSide to, int seconds) {
    return (int) Math.round(Geodesy.knots(metres(from, to), seconds) * 100);
  }

  static double metres(ContactSide from, ContactSide to) {
    return Geodesy.distanceM(
        from.getLat6() / 1e6, from.getLon6() / 1e6, to.getLat6() / 1e6, to.getLon6() / 1e6);
  }

  private static Middle middle(Middle soFar, Contact c) {
    ContactSide a = c.getSideA();
    ContactSide b = c.getSideB();
    return soFar
        .and(a.getLat6() / 1e6, a.getLon6() / 1e6)
        .and(b.getLat6() / 1e6, b.getLon6() / 1e6);
  }
}
