package org.stswatch.alert;

import org.stswatch.detect.Ship;
import org.stswatch.event.ObservedBy;
import org.stswatch.event.Party;
import org.stswatch.event.PartyRole;
import org.stswatch.event.state.Detection;
import org.stswatch.vessel.Imo;
import org.stswatch.watch.Listing;

/** Writes down who was there. */
final class Parties {
  private Parties() {}

  /** A ship that was heard on AIS. */
  static Party heard(Ship ship) {
    return Party.newBuilder()
        .setRole(PartyRole.PARTY)
        .setVesselKey(ship.key())
        .setMmsi(ship.mmsi())
        .setImo(ship.imo())
        .setImoValid(ship.imo() == null ? null : Imo.isValid(ship.imo()))
        .setName(ship.name())
        .setFlag(ship.flag())
        .setShipType(ship.shipType())
        .setLengthM(ship.lengthM())
        .setListedOn(
            ship.standing().listings().stream()
                .filter(l -> !l.isClearance())
                .map(Listing::words)
                .toList())
        .setObservedBy(ObservedBy.AIS)
        .build();
  }

  /** What was seen and named no vessel: known by the id under which it was seen. */
  static Party seen(Detection seen) {
    return Party.newBuilder()
        .setRole(PartyRole.DARK_PARTNER)
        .setVesselKey(seen.getDetectionId())
        .setLengthM(seen.getLengthM())
        .setObservedBy(
            switch (seen.getMadeWith()) {
              case SAR -> ObservedBy.SAR;
              case PATROL -> ObservedBy.REPORT;
              default -> ObservedBy.UNKNOWN;
            })
        .build();
  }

  /** A party of which it is only known that it was not heard. */
  static Party unseen(Ship ship) {
    return Party.newBuilder(heard(ship))
        .setRole(PartyRole.DARK_PARTNER)
        .setObservedBy(ObservedBy.INFERRED)
        .build();
  }
}
