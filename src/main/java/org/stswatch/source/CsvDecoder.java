package org.stswatch.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceKind;
import org.stswatch.event.SourceRef;
import org.stswatch.event.StatementSource;
import org.stswatch.vessel.Mmsi;

/** Reads tables of positions by their header, whatever the order of the columns. */
final class CsvDecoder implements LineDecoder {
  private final Format format;
  private final String system;
  private final CsvRow row = new CsvRow();
  private final KnownStatics known = new KnownStatics();
  private @Nullable CsvHeader header;

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
      if (header == null && CsvHeader.isHeader(text)) {
        header = CsvHeader.of(text);
        sink.skip();
      } else if (text.charAt(0) == '#' || (header != null && header.isRepeated(text))) {
        sink.skip();
      } else {
        decodeRow(text, line, sink);
      }
    } catch (Refusal refusal) {
      sink.refused(line, refusal);
    }
  }

  private void decodeRow(String text, Line line, Sink sink) throws Refusal {
    CsvHeader columns = header;
    if (columns == null) {
      throw new Refusal(
          RejectReason.UNKNOWN_FORMAT,
          "no header above the row (needed: vessel, time, latitude and longitude)");
    }
    row.read(text);
    columns.check(row);
    PositionReport report = report(columns);
    StaticData statics = CsvStatics.of(columns, row, format);
    String origin = line.origin();
    StatementSource source = new StatementSource(system, null, null, origin);
    if (report.hasPosition()) {
      sink.sighted(report.sighting(new SourceRef(system, null, null, origin)));
      if (!statics.isEmpty()) {
        sink.statedBeside(known.statement(report.vessel, statics, report.observedAtMs, source));
      }
    } else if (!statics.isEmpty()) {
      sink.stated(known.statement(report.vessel, statics, report.observedAtMs, source));
    } else {
      sink.unused();
    }
  }

  private PositionReport report(CsvHeader columns) throws Refusal {
    PositionReport report = new PositionReport();
    String id = PositionReport.vesselKey(columns.cell(row, Column.VESSEL));
    // Tables of AIS print identities as numbers; in a plain one an id may be anything.
    report.vessel = format == Format.POSITIONS ? id : Mmsi.key(id);
    String time = columns.cell(row, Column.TIME);
    report.observedAtMs =
        format == Format.DMA ? Timestamps.readDayFirst(time) : Timestamps.read(time);
    report.lat = Decimals.read("latitude", columns.cell(row, Column.LAT));
    report.lon = Decimals.read("longitude", columns.cell(row, Column.LON));
    report.sogKn = Decimals.read("speed", columns.cell(row, Column.SOG));
    report.cogDeg = Decimals.read("course", columns.cell(row, Column.COG));
    if (format == Format.MARINECADASTRE) {
      unsign(report);
    }
    report.headingDeg = Decimals.readCode("heading", columns.cell(row, Column.HEADING));
    report.navStatus = DmaWords.navStatus(columns.cell(row, Column.NAV_STATUS));
    report.station = DmaWords.station(columns.cell(row, Column.STATION));
    if (columns.cell(row, Column.SOURCE).toUpperCase(Locale.ROOT).contains("SAT")) {
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
