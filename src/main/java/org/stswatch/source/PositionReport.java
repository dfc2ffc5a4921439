package org.stswatch.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceKind;
import org.stswatch.event.SourceRef;
import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.vessel.Mmsi;

/**
 * One position report as it was read, before it is judged; the same rules for every format. Values
 * that AIS reserves for "not available" are absent (ITU-R M.1371-5, tables 48 and 49), and so is a
 * number beyond the range of its field: transponders send such with a right position beside it, and
 * who does must not vanish. A position out of range is refused.
 */
final class PositionReport {
  static final double LAT_ABSENT = 91;
  static final double LON_ABSENT = 181;

  /** 102.3 is absent, 102.2 is "or more"; aircraft (type 9) report whole knots to 1022. */
  private static final double SOG_ABSENT_KN = 102.3;

  private static final double MAX_SOG_KN = 1022;
  private static final int MAX_HEADING_DEG = 359;
  private static final int NAV_STATUS_ABSENT = 15;
  private static final int MAX_KEY_LENGTH = 64;

  String vessel = "";
  long observedAtMs;
  double lat = Double.NaN;
  double lon = Double.NaN;
  double sogKn = Double.NaN;
  double cogDeg = Double.NaN;
  int headingDeg = -1;
  int navStatus = -1;

  /** AIS message type, 0 when the feed does not say. */
  int messageType;

  /** What the feed says the sender is; null to read it from MMSI and type. */
  @Nullable StationKind station;

  SourceKind sourceKind = SourceKind.AIS;
  @Nullable Double lengthM;
  @Nullable Double positionErrorM;
  @Nullable Instant publishedAt;

  /** The key trimmed, or refused: blank, too long, or with control characters. */
  static String vesselKey(String text) throws Refusal {
    String key = text.strip();
    if (key.isEmpty()) {
      throw new Refusal(RejectReason.FIELD_RANGE, "no vessel id");
    }
    if (key.length() > MAX_KEY_LENGTH || Text.hasControl(key)) {
      throw Refusal.range("vessel id", key);
    }
    return key;
  }

  /** Whether a position stands in it, right or wrong. */
  boolean hasPosition() throws Refusal {
    boolean noLat = Double.isNaN(lat) || lat == LAT_ABSENT;
    boolean noLon = Double.isNaN(lon) || lon == LON_ABSENT;
    if (Double.isNaN(lat) != Double.isNaN(lon)) {
      throw new Refusal(
          RejectReason.FIELD_RANGE, Double.isNaN(lat) ? "longitude alone" : "latitude alone");
    }
    return !(noLat || noLon);
  }

  /** The sighting; only asked when there is a position, and it was checked. */
  VesselSighting sighting(SourceRef source) {
    Double sog = sogKn >= 0 && sogKn <= MAX_SOG_KN && !isAbsentSog() ? sogKn : null;
    Double cog = cogDeg >= 0 && cogDeg < 360 ? cogDeg : null;
    Integer heading = headingDeg >= 0 && headingDeg <= MAX_HEADING_DEG ? headingDeg : null;
    Integer status = navStatus >= 0 && navStatus < NAV_STATUS_ABSENT ? navStatus : null;
    return new VesselSighting(
        SightingId.of(vessel, observedAtMs, lat, lon, sog, cog, sourceKind),
        vessel,
        Instant.ofEpochMilli(observedAtMs),
        lat,
        lon,
        sog,
        cog,
        heading,
        status,
        messageType > 0 ? messageType : null,
        station != null ? station : Mmsi.stationKind(vessel, messageType),
        sourceKind,
        lengthM,
        positionErrorM,
        publishedAt,
        source);
  }

  private boolean isAbsentSog() {
    return Math.abs(sogKn - SOG_ABSENT_KN) < 1e-6 || (messageType == 9 && sogKn >= MAX_SOG_KN + 1);
  }

  /** Refuses a position where no ship can be. */
  void checkPosition() throws Refusal {
    if (!(lat >= -90 && lat <= 90)) {
      throw Refusal.range("latitude", lat);
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw Refusal.range("longitude", lon);
    }
    if (lat == 0 && lon == 0) {
      throw new Refusal(
          RejectReason.FIELD_RANGE, "position 0,0: what receivers without a fix send, no ship");
    }
  }
}
