package org.stswatch.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.StationKind;
import org.stswatch.vessel.Mmsi;

/**
 * Tables repeat in every row who a vessel is and what she says of herself. What was read last is
 * kept for each, since to read it again would cost more than the rest of the row. Memory is
 * bounded.
 */
final class KnownVessels {
  private static final int MAX_VESSELS = 1_000_000;

  private final Map<String, Vessel> byCell =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Vessel> eldest) {
          return size() > MAX_VESSELS;
        }
      };

  private final CsvHeader columns;
  private final Format format;
  private final int[] staticPlaces;

  KnownVessels(CsvHeader columns, Format format) {
    this.columns = columns;
    this.format = format;
    this.staticPlaces = CsvStatics.places(columns, format);
  }

  /** A vessel of a table, with what the last of her rows said of her. */
  static final class Vessel {
    final String key;
    final StationKind kind;
    private @Nullable String cells;
    private StaticData statics = StaticData.NOTHING;
    private String statementId = "";

    private Vessel(String key) {
      this.key = key;
      this.kind = Mmsi.stationKind(key);
    }

    StaticData statics() {
      return statics;
    }

    /** The id of the statement that the statics make; empty where nothing is stated. */
    String statementId() {
      return statementId;
    }
  }

  /** The vessel of a row. */
  Vessel of(CsvRow row) throws Refusal {
    String cell = row.cell(columns.place(Column.VESSEL));
    Vessel vessel = byCell.get(cell);
    if (vessel == null) {
      String id = PositionReport.vesselKey(cell);
      // Tables of AIS print identities as numbers; in a plain one an id may be anything.
      vessel = new Vessel(format == Format.POSITIONS ? id : Mmsi.key(id));
      byCell.put(cell, vessel);
    }
    return vessel;
  }

  /** Reads what the row says of its vessel. */
  void hear(Vessel vessel, CsvRow row) throws Refusal {
    if (vessel.cells != null && row.isJoined(staticPlaces, vessel.cells)) {
      return;
    }
    StaticData statics = CsvStatics.of(columns, row, format);
    if (!statics.equals(vessel.statics)) {
      vessel.statementId = statics.isEmpty() ? "" : statics.id(vessel.key);
      vessel.statics = statics;
    }
    vessel.cells = row.joined(staticPlaces);
  }
}
