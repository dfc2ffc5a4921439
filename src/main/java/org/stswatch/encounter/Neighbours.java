package org.stswatch.encounter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.ContactSide;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.CellTime;
import org.stswatch.geo.Cells;
import org.stswatch.geo.Geodesy;
import org.stswatch.vessel.PairKey;

/**
 * Who is near whom in a cell at a grid time. A pair belongs to the cell that holds its middle: no
 * pair is lost at a border, and none is seen twice. The samples reach far enough that this cell
 * also sees everybody around the two.
 */
final class Neighbours {
  /**
   * Ships this near are the crowd around a party, metres: anchored neighbours lie 330 to 477 m
   * apart (measured).
   */
  static final int CROWD_RADIUS_M = 500;

  /**
   * A crowd is counted up to this: the rule asks for 2, and each count that changes is a message.
   */
  static final int CROWD_MOST = 4;

  /** A degree of latitude, metres, rounded down: a cheap test before the distance. */
  private static final double LATITUDE_E6_M = 0.11;

  private static final Comparator<ContactSide> BY_PLACE =
      Comparator.comparingInt(ContactSide::getLat6).thenComparingInt(ContactSide::getLon6);

  private static final Comparator<PairKey> ORDER =
      Comparator.comparing(PairKey::a).thenComparing(PairKey::b);

  /**
   * Nearest first. One MMSI may stand for two ships: of those as near as each other where they are
   * decides, for the cells that saw them know no more of each other.
   */
  static final Comparator<Contact> NEAREST =
      Comparator.comparingInt(Contact::getDistanceM)
          .thenComparing(Contact::getSideA, BY_PLACE)
          .thenComparing(Contact::getSideB, BY_PLACE);

  private final CellTime at;
  private final List<Sample> samples;
  private final Cells cells;
  private final int radiusM;

  /** Samples: by vessel, then segment. */
  Neighbours(CellTime at, List<Sample> samples, Cells cells, int radiusM) {
    this.at = at;
    this.samples = samples;
    this.cells = cells;
    this.radiusM = radiusM;
  }

  /**
   * How far a sample has to reach for the owner of each of its pairs to see all that counts,
   * metres.
   */
  static double reachM(int radiusM) {
    return radiusM / 2.0 + CROWD_RADIUS_M;
  }

  /** The other vessels whose contacts may change when this one does. */
  Set<String> around(String vessel) {
    Set<String> near = new TreeSet<>();
    for (Sample s : samples) {
      if (s.getVessel().equals(vessel)) {
        for (Sample o : samples) {
          if (!o.getVessel().equals(vessel)
              && distanceM(s, o) <= Math.max(radiusM, CROWD_RADIUS_M)) {
            near.add(o.getVessel());
          }
        }
      }
    }
    return near;
  }

  /** How many others are around a vessel, at each place where it is. */
  List<Integer> crowds(String vessel) {
    List<Integer> crowds = new ArrayList<>(1);
    for (Sample s : samples) {
      if (s.getVessel().equals(vessel)) {
        crowds.add(crowd(s));
      }
    }
    return crowds;
  }

  /** The contacts that belong to this cell in which one of these vessels is a party. */
  Map<PairKey, Contact> contacts(Set<String> vessels) {
    Map<PairKey, Contact> contacts = new TreeMap<>(ORDER);
    for (int i = 0; i < samples.size(); i++) {
      Sample a = samples.get(i);
      boolean party = vessels.contains(a.getVessel());
      for (Sample b : samples.subList(i + 1, samples.size())) {
        Contact contact = party || vessels.contains(b.getVessel()) ? contact(a, b) : null;
        if (contact != null) {
          contacts.merge(
              new PairKey(contact.getA(), contact.getB()),
              contact,
              (x, y) -> NEAREST.compare(y, x) < 0 ? y : x);
        }
      }
    }
    return contacts;
  }

  private @Nullable Contact contact(Sample a, Sample b) {
    if (a.getVessel().equals(b.getVessel())) {
      return null; // two segments of one MMSI never meet each other
    }
    double metres = distanceM(a, b);
    if (metres > radiusM || cells.ofMiddle(lat(a), lon(a), lat(b), lon(b)) != at.cell()) {
      return null;
    }
    return new Contact(
        a.getVessel(), b.getVessel(), at.cell(), at.timeS(), false, (int) metres, side(a), side(b));
  }

  private ContactSide side(Sample s) {
    return new ContactSide(
        s.getLat6(),
        s.getLon6(),
        s.getContested(),
        s.getSlowSinceS(),
        s.getHeardBeforeS(),
        crowd(s),
        s.getFixRef());
  }

  /** Other vessels around this sample. Those of one vessel stand together, and count once. */
  private int crowd(Sample s) {
    int crowd = 0;
    String counted = s.getVessel();
    for (int i = 0; i < samples.size() && crowd < CROWD_MOST; i++) {
      Sample o = samples.get(i);
      if (!o.getVessel().equals(s.getVessel())
          && !o.getVessel().equals(counted)
          && distanceM(s, o) <= CROWD_RADIUS_M) {
        counted = o.getVessel();
        crowd++;
      }
    }
    return crowd;
  }

  /** Metres, rounded: thresholds are held against what is printed. */
  private double distanceM(Sample a, Sample b) {
    double northM = Math.abs(a.getLat6() - b.getLat6()) * LATITUDE_E6_M;
    if (northM > Math.max(radiusM, CROWD_RADIUS_M) + 1) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.round(Geodesy.distanceM(lat(a), lon(a), lat(b), lon(b)));
  }

  private static double lat(Sample s) {
    return s.getLat6() / 1e6;
  }

  private static double lon(Sample s) {
    return s.getLon6() / 1e6;
  }
}
