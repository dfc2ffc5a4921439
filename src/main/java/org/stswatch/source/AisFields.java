package org.stswatch.source;

import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessage21;
import dk.dma.ais.message.AisMessage24;
import dk.dma.ais.message.AisMessage27;
import dk.dma.ais.message.AisMessage5;
import dk.dma.ais.message.AisMessage9;
import dk.dma.ais.message.AisPosition;
import dk.dma.ais.message.AisPositionMessage;
import dk.dma.ais.message.AisStaticCommon;
import dk.dma.ais.message.IPositionMessage;
import dk.dma.ais.message.IVesselPositionMessage;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.SourceKind;
import org.stswatch.vessel.Mmsi;

/** The fields of decoded AIS messages, in units (ITU-R M.1371-5, annex 8). */
final class AisFields {
  /** Whole knots from 0 to 62 in type 27. */
  static final int SOG_ABSENT_27 = 63;

  private static final int NO_SECOND = 60;

  private AisFields() {}

  static String mmsi(AisMessage message) {
    return Mmsi.key(message.getUserId());
  }

  /** The position report in it; null when its type has none. */
  static @Nullable PositionReport position(AisMessage message) {
    if (!(message instanceof IPositionMessage positioned)) {
      return null;
    }
    PositionReport report = new PositionReport();
    report.vessel = mmsi(message);
    report.messageType = message.getMsgId();
    AisPosition position = positioned.getPos();
    report.lat = position.getLatitudeDouble();
    report.lon = position.getLongitudeDouble();
    if (message instanceof IVesselPositionMessage vessel) {
      report.sogKn = vessel.getSog() / 10.0;
      report.cogDeg = vessel.getCog() / 10.0;
      report.headingDeg = vessel.getTrueHeading();
    }
    if (message instanceof AisPositionMessage classA) {
      report.navStatus = classA.getNavStatus();
    } else if (message instanceof AisMessage9 aircraft) {
      report.sogKn = aircraft.getSog();
      report.cogDeg = aircraft.getCog() / 10.0;
    } else if (message instanceof AisMessage27 longRange) {
      longRange(longRange, report);
    }
    return report;
  }

  /** Type 27 is sent for satellites, and only where no base station is in reach. */
  private static void longRange(AisMessage27 message, PositionReport report) {
    report.sourceKind = SourceKind.AIS_SATELLITE;
    report.sogKn = message.getSog() == SOG_ABSENT_27 ? Double.NaN : message.getSog();
    report.cogDeg = message.getCog();
    report.navStatus = message.getNavStatus();
  }

  /** The second of the minute that the report speaks of; 60 when it does not say. */
  static int utcSecond(AisMessage message) {
    if (message instanceof IVesselPositionMessage vessel) {
      return vessel.getUtcSec();
    }
    if (message instanceof AisMessage9 aircraft) {
      return aircraft.getUtcSec();
    }
    return message instanceof AisMessage21 aid ? aid.getUtcSec() : NO_SECOND;
  }

  /** What types 5, 19 and 24 state; null for other types. */
  static @Nullable StaticData statics(AisMessage message) {
    if (!(message instanceof AisStaticCommon common)) {
      return null;
    }
    // A craft of a mother ship (98x) sends the MMSI of that ship in place of its dimensions.
    boolean measured = !(message instanceof AisMessage24) || !mmsi(message).startsWith("98");
    Double lengthM = measured ? (double) common.getDimBow() + common.getDimStern() : null;
    Double beamM = measured ? (double) common.getDimPort() + common.getDimStarboard() : null;
    AisMessage5 voyage = message instanceof AisMessage5 m ? m : null;
    return new StaticData(
        voyage == null || voyage.getImo() == 0 ? null : Long.toString(voyage.getImo()),
        Text.clean(common.getName()),
        Text.clean(common.getCallsign()),
        common.getShipType(),
        lengthM,
        beamM,
        voyage == null ? null : voyage.getDraught() / 10.0,
        voyage == null ? null : Text.clean(voyage.getDest()),
        voyage == null ? null : eta(voyage.getEta()));
  }

  /** Twenty bits: month, day, hour, minute. Null unless all four are there. */
  private static @Nullable String eta(long bits) {
    return Eta.text(
        (int) (bits >> 16) & 0xf,
        (int) (bits >> 11) & 0x1f,
        (int) (bits >> 6) & 0x1f,
        (int) bits & 0x3f);
  }
}
