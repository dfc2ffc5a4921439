package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.event.SilentParty;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Meeting;
import org.stswatch.event.state.Nearness;
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
  Meeting of(Stride stride) {
    Contact c = stride.contact();
    List<Nearness> near = new ArrayList<>(criteria.size());
    for (Criterion criterion : criteria) {
      near.add(nearness(criterion, NEVER, c, -1));
    }
    Middle middle = stride.addedTo(Middle.NOWHERE);
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
  Meeting next(Meeting m, Stride s) {
    return and(m, s, true, null);
  }

  /** And the contact after a hole. */
  Meeting after(Hole hole, Meeting m, Stride s) {
    return and(m, s, false, hole);
  }

  /** And the contact after the two had parted. */
  Meeting again(Meeting m, Stride s) {
    return and(m, s, false, null);
  }

  private Meeting and(Meeting m, Stride stride, boolean next, @Nullable Hole hole) {
    Contact c = stride.contact();
    Contact before = m.getLast();
    int seconds = c.getTimeS() - before.getTimeS();
    List<Nearness> near = new ArrayList<>(criteria.size());
    for (int i = 0; i < criteria.size(); i++) {
      near.add(nearness(criteria.get(i), m.getNear().get(i), c, next ? before.getTimeS() : -1));
    }
    Middle middle = stride.addedTo(new Middle(m.getX(), m.getY(), m.getZ()));
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
        Frequencies.with(m.getSpeedsA(), hundredths(stride.knotsA(before))),
        Frequencies.with(m.getSpeedsB(), hundredths(stride.knotsB(before))),
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

  private static int hundredths(double knots) {
    return (int) Math.round(knots * 100);
  }
}
