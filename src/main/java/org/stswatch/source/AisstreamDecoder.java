package org.stswatch.source;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceKind;
import org.stswatch.event.SourceRef;
import org.stswatch.event.StatementSource;
import org.stswatch.vessel.Imo;
import org.stswatch.vessel.Mmsi;

/**
 * Reads JSON lines of aisstream.io. The position in {@code MetaData} is the last known one, not
 * that of the message, and gives no sighting.
 */
final class AisstreamDecoder implements LineDecoder {
  private static final String SYSTEM = Format.AISSTREAM.spelling();

  /** Go prints times so; the suffix says what is the rule anyway. */
  private static final String GO_UTC = " +0000 UTC";

  /** Message types with a position, and their number where the message does not say. */
  private static final Map<String, Integer> POSITIONS =
      Map.of(
          "PositionReport", 1,
          "StandardClassBPositionReport", 18,
          "ExtendedClassBPositionReport", 19,
          "LongRangeAisBroadcastMessage", 27,
          "BaseStationReport", 4,
          "StandardSearchAndRescueAircraftReport", 9,
          "AidsToNavigationReport", 21);

  /** AIS type 24: the name in one message, the rest in another. */
  private static final String IN_PARTS = "StaticDataReport";

  private static final Set<String> STATICS =
      Set.of("ShipStaticData", IN_PARTS, "ExtendedClassBPositionReport");

  @Override
  public void decode(Line line, Sink sink) {
    if (line.oversize()) {
      sink.refused(line, RejectReason.OVERSIZE, "message longer than 256 KiB");
      return;
    }
    String text = line.text();
    if (text.isBlank()) {
      sink.skip();
      return;
    }
    try {
      decode(Json.read(text), line, sink);
    } catch (Refusal refusal) {
      sink.refused(line, refusal);
    }
  }

  private void decode(Json envelope, Line line, Sink sink) throws Refusal {
    String type = envelope.text("MessageType");
    Json body = envelope.in("Message").in(type);
    if (type.isEmpty() || !envelope.in("Message").has(type)) {
      throw new Refusal(
          RejectReason.UNKNOWN_FORMAT,
          type.isEmpty() ? "no MessageType" : "no Message." + Text.shown(type));
    }
    if (body.denies("Valid")) {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, "marked as invalid by the feed");
    }
    boolean position = POSITIONS.containsKey(type);
    if (!position && !STATICS.contains(type)) {
      sink.unused();
      return;
    }
    Json meta = envelope.has("MetaData") ? envelope.in("MetaData") : envelope.in("Metadata");
    give(type, body, vessel(body, meta), meta, line, sink);
  }

  private void give(String type, Json body, String vessel, Json meta, Line line, Sink sink)
      throws Refusal {
    long receivedMs = receivedMs(meta);
    String origin = line.origin();
    StatementSource source = new StatementSource(SYSTEM, null, null, origin);
    StaticData statics = STATICS.contains(type) ? statics(type, body) : null;
    boolean stated = statics != null && !statics.isEmpty();
    PositionReport report = report(type, vessel, body, receivedMs);
    if (report != null && report.hasPosition()) {
      sink.sighted(report, new SourceRef(SYSTEM, null, null, origin));
      if (statics != null && stated) {
        sink.statedBeside(statics.statement(vessel, receivedMs, source));
      }
    } else if (statics != null && stated && type.equals(IN_PARTS)) {
      sink.statedInPart(statics.statement(vessel, receivedMs, source));
    } else if (statics != null && stated) {
      sink.stated(statics.statement(vessel, receivedMs, source));
    } else {
      sink.unused();
    }
  }

  private static String vessel(Json body, Json meta) throws Refusal {
    for (String id :
        new String[] {body.text("UserID"), meta.text("MMSI"), meta.text("MMSI_String")}) {
      if (!id.isEmpty()) {
        return Mmsi.key(PositionReport.vesselKey(id));
      }
    }
    throw new Refusal(RejectReason.FIELD_RANGE, "no vessel id");
  }

  private static long receivedMs(Json meta) throws Refusal {
    String time = meta.text("time_utc");
    return Timestamps.read(
        time.endsWith(GO_UTC) ? time.substring(0, time.length() - GO_UTC.length()) : time);
  }

  private static @Nullable PositionReport report(
      String type, String vessel, Json body, long receivedMs) throws Refusal {
    Integer number = POSITIONS.get(type);
    if (number == null) {
      return null;
    }
    PositionReport report = new PositionReport();
    int stated = body.code("MessageID");
    report.messageType = stated > 0 ? stated : number;
    report.vessel = vessel;
    int second = body.code("Timestamp");
    report.observedAtMs = UtcSecond.sentAtMs(receivedMs, second);
    report.lat = body.number("Latitude");
    report.lon = body.number("Longitude");
    report.sogKn = body.number("Sog");
    report.cogDeg = body.number("Cog");
    report.headingDeg = body.code("TrueHeading");
    report.navStatus = body.code("NavigationalStatus");
    if (number == 27) {
      report.sourceKind = SourceKind.AIS_SATELLITE;
      report.sogKn = report.sogKn == AisFields.SOG_ABSENT_27 ? Double.NaN : report.sogKn;
    }
    return report;
  }

  private static StaticData statics(String type, Json body) throws Refusal {
    if (!type.equals(IN_PARTS)) {
      return statics(body);
    }
    StaticData all = new StaticData(null, null, null, null, null, null, null, null, null);
    for (String part : new String[] {"ReportA", "ReportB"}) {
      if (body.has(part) && !body.in(part).denies("Valid")) {
        all = all.or(statics(body.in(part)));
      }
    }
    return all;
  }

  private static StaticData statics(Json body) throws Refusal {
    Json size = body.in("Dimension");
    int type = Math.max(body.code("Type"), body.code("ShipType"));
    Json eta = body.in("Eta");
    String imo = body.text("ImoNumber");
    return new StaticData(
        imo.isEmpty() || imo.equals("0") ? null : Imo.read(imo).orElse(Text.clean(imo)),
        body.clean("Name"),
        body.clean("CallSign"),
        type,
        (double) Math.max(size.code("A"), 0) + Math.max(size.code("B"), 0),
        (double) Math.max(size.code("C"), 0) + Math.max(size.code("D"), 0),
        body.numberOrNull("MaximumStaticDraught"),
        body.clean("Destination"),
        Eta.text(eta.code("Month"), eta.code("Day"), eta.code("Hour"), eta.code("Minute")));
  }
}
