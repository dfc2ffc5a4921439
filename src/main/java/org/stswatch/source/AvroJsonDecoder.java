package org.stswatch.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Company;
import org.stswatch.event.CompanyRole;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceKind;
import org.stswatch.event.SourceRef;
import org.stswatch.event.StatementKind;
import org.stswatch.event.StatementSource;
import org.stswatch.event.StationKind;
import org.stswatch.event.VoyageStatement;

/**
 * Reads JSON lines of VesselSighting (has a {@code vesselKey}) and VoyageStatement (has an {@code
 * mmsi}), with the field names of the schemas, as plain JSON or as Avro's. Times are ms since 1970
 * or ISO 8601. Ids are always computed from the content.
 */
final class AvroJsonDecoder implements LineDecoder {
  private static final String SYSTEM = Format.AVRO_JSON.spelling();

  @Override
  public void decode(Line line, Sink sink) {
    if (line.oversize()) {
      sink.refused(line, RejectReason.OVERSIZE, "record longer than 256 KiB");
      return;
    }
    String text = line.text();
    if (text.isBlank()) {
      sink.skip();
      return;
    }
    try {
      Json json = Json.read(text);
      if (json.has("vesselKey")) {
        sighting(json, line, sink);
      } else if (json.has("mmsi")) {
        sink.stated(statement(json, line.origin()));
      } else {
        throw new Refusal(
            RejectReason.UNKNOWN_FORMAT, "neither vesselKey (sighting) nor mmsi (statement)");
      }
    } catch (Refusal refusal) {
      sink.refused(line, refusal);
    }
  }

  private static void sighting(Json json, Line line, Sink sink) throws Refusal {
    PositionReport report = new PositionReport();
    report.vessel = PositionReport.vesselKey(json.text("vesselKey"));
    report.observedAtMs = Timestamps.read(json.text("observedAt"));
    report.lat = json.number("lat");
    report.lon = json.number("lon");
    report.sogKn = json.number("sogKn");
    report.cogDeg = json.number("cogDeg");
    report.headingDeg = json.code("headingDeg");
    report.navStatus = json.code("navStatus");
    report.messageType = Math.max(json.code("messageType"), 0);
    report.station =
        json.has("stationKind") ? symbol(StationKind.class, json, "stationKind") : null;
    report.sourceKind =
        json.has("sourceKind") ? symbol(SourceKind.class, json, "sourceKind") : SourceKind.UNKNOWN;
    report.lengthM = json.numberOrNull("lengthM");
    report.positionErrorM = json.numberOrNull("positionErrorM");
    report.publishedAt = time(json, "publishedAt");
    if (!report.hasPosition()) {
      sink.unused();
      return;
    }
    Json source = json.in("source");
    String system = source.clean("system");
    sink.sighted(
        report,
        new SourceRef(
            system != null ? system : SYSTEM,
            source.clean("receiver"),
            source.clean("messageId"),
            line.origin()));
  }

  private static VoyageStatement statement(Json json, String origin) throws Refusal {
    Json source = json.in("source");
    String system = source.clean("system");
    VoyageStatement draft =
        new VoyageStatement(
            "",
            PositionReport.vesselKey(json.text("mmsi")),
            Instant.ofEpochMilli(Timestamps.read(json.text("observedAt"))),
            CsvStatics.imo(json.text("imo")),
            json.clean("name"),
            json.clean("callSign"),
            json.code("shipType") > 0 ? json.code("shipType") : null,
            positive(json, "lengthM"),
            positive(json, "beamM"),
            positive(json, "draughtM"),
            json.clean("destination"),
            json.clean("etaText"),
            json.clean("flag"),
            1,
            companies(json),
            json.has("sourceKind")
                ? symbol(StatementKind.class, json, "sourceKind")
                : StatementKind.UNKNOWN,
            new StatementSource(
                system != null ? system : SYSTEM,
                source.clean("receiver"),
                source.clean("messageId"),
                origin));
    return VoyageStatement.newBuilder(draft).setStatementId(StatementId.of(draft)).build();
  }

  private static List<Company> companies(Json json) throws Refusal {
    List<Company> companies = new ArrayList<>();
    for (Json company : json.all("companies")) {
      companies.add(
          new Company(
              company.has("role")
                  ? symbol(CompanyRole.class, company, "role")
                  : CompanyRole.UNKNOWN,
              company.text("name"),
              company.clean("companyId"),
              company.clean("address"),
              time(company, "from"),
              time(company, "to"),
              company.clean("companySource")));
    }
    return companies;
  }

  private static @Nullable Double positive(Json json, String field) throws Refusal {
    double number = json.number(field);
    return number > 0 && number < Double.POSITIVE_INFINITY ? number : null;
  }

  private static @Nullable Instant time(Json json, String field) throws Refusal {
    return json.has(field) ? Instant.ofEpochMilli(Timestamps.read(json.text(field))) : null;
  }

  private static <E extends Enum<E>> E symbol(Class<E> type, Json json, String field)
      throws Refusal {
    try {
      return Enum.valueOf(type, json.text(field).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.unreadable(field, json.text(field));
    }
  }
}
