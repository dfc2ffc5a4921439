package org.stswatch.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceKind;
import org.stswatch.event.SourceRef;
import org.stswatch.event.StatementSource;

/** Reads tables of positions by their header, whatever the order of the columns. */
final class CsvDecoder implements LineDecoder {
  private final Format format;
  private final String system;
  private final CsvRow row = new CsvRow();
  private @Nullable Table table;

  private record Table(CsvHeader columns, KnownVessels known) {}

  CsvDecoder(Format format) {
    this.format = format;
    this.system = format.spelling();
  }

  @Override
  public void decode(Line line, Sink sink) {
    if (line.oversize()) {
      sink.refused(line, RejectReason.OVERSIZE, "row longer than 64 KiB");
      return;
    }
    String text = line.text();
    if (text.isBlank()) {
      sink.skip();
      return;
    }
    try {
      if (table == null && CsvHeader.isHeader(text)) {
        CsvHeader header = CsvHeader.of(text);
        table = new Table(header, new KnownVessels(header, format));
        sink.skip();
      } else if (text.charAt(0) == '#' || (table != null && table.columns().isRepeated(text))) {
        sink.skip();
      } else {
        decodeRow(text, line, sink);
      }
    } catch (Refusal refusal) {
      sink.refused(line, refusal);
    }
  }

  private void decodeRow(String text, Line line, Sink sink) throws Refusal {
    if (table == null) {
      throw new Refusal(
          RejectReason.UNKNOWN_FORMAT,
          "no header above the row (needed: vessel, time, latitude and longitude)");
    }
    CsvHeader columns = table.columns();
    row.read(text);
    columns.check(row);
    KnownVessels.Vessel vessel = table.known().of(row);
    PositionReport report = report(columns, vessel);
    table.known().hear(vessel, row);
    Line.Place place = line.place();
    if (report.hasPosition()) {
      sink.sighted(report, () -> new SourceRef(system, null, null, place.toString()));
      if (!vessel.statics().isEmpty()) {
        sink.stated(stated(vessel, report.observedAtMs, place, false));
      }
    } else if (!vessel.statics().isEmpty()) {
      sink.stated(stated(vessel, report.observedAtMs, place, true));
    } else {
      sink.unused();
    }
  }

  private Item.Stated stated(
      KnownVessels.Vessel vessel, long atMs, Line.Place place, boolean message) {
    StaticData statics = vessel.statics();
    String id = vessel.statementId();
    return new Item.Stated(
        vessel.key,
        atMs,
        id,
        message,
        () ->
            statics.statement(
                id, vessel.key, atMs, new StatementSource(system, null, null, place.toString())));
  }

  private PositionReport report(CsvHeader columns, KnownVessels.Vessel vessel) throws Refusal {
    PositionReport report = new PositionReport();
    report.vessel = vessel.key;
    report.observedAtMs = row.time(columns.place(Column.TIME), format == Format.DMA);
    report.lat = row.decimal("latitude", columns.place(Column.LAT));
    report.lon = row.decimal("longitude", columns.place(Column.LON));
    report.sogKn = row.decimal("speed", columns.place(Column.SOG));
    report.cogDeg = row.decimal("course", columns.place(Column.COG));
    if (format == Format.MARINECADASTRE) {
      unsign(report);
    }
    report.headingDeg = row.code("heading", columns.place(Column.HEADING));
    report.navStatus = DmaWords.navStatus(row, columns.place(Column.NAV_STATUS));
    report.station = DmaWords.station(row.cell(columns.place(Column.STATION)));
    if (report.station == null) {
      report.station = vessel.kind;
    }
    int source = columns.place(Column.SOURCE);
    if (!row.isEmpty(source) && row.cell(source).toUpperCase(Locale.ROOT).contains("SAT")) {
      report.sourceKind = SourceKind.AIS_SATELLITE;
    }
    return report;
  }

  /**
   * Some months of MarineCadastre (2020 among them) print the 12-bit course and the 10-bit speed as
   * signed numbers. Adding the range back gives 360.0 and 102.3 where they are not available.
   * Measured on 284 moving rows of New York, 2020-06-30: the median difference of course and
   * heading is 2.0 degrees after adding 409.6.
   */
  private static void unsign(PositionReport report) {
    if (report.cogDeg < 0) {
      report.cogDeg = Math.round((report.cogDeg + 409.6) * 10) / 10.0;
    }
    if (report.sogKn < 0) {
      report.sogKn = Math.round((report.sogKn + 102.4) * 10) / 10.0;
    }
  }
}
