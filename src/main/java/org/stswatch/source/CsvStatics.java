package org.stswatch.source;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.vessel.Imo;

/** The columns of a table that say what the vessel is and where she goes. */
final class CsvStatics {
  private CsvStatics() {}

  private static final Column[] COLUMNS = {
    Column.IMO,
    Column.NAME,
    Column.CALL_SIGN,
    Column.SHIP_TYPE,
    Column.LENGTH,
    Column.WIDTH,
    Column.DRAUGHT,
    Column.DESTINATION,
    Column.ETA
  };

  /** Where the columns stand that have a part in what is stated. */
  static int[] places(CsvHeader columns, Format format) {
    return Arrays.stream(COLUMNS)
        .filter(column -> column != Column.ETA || hasSteadyEta(format))
        .mapToInt(columns::place)
        .filter(place -> place >= 0)
        .toArray();
  }

  static StaticData of(CsvHeader columns, CsvRow row, Format format) throws Refusal {
    return new StaticData(
        imo(row.cell(columns.place(Column.IMO))),
        Text.clean(row.cell(columns.place(Column.NAME))),
        Text.clean(row.cell(columns.place(Column.CALL_SIGN))),
        DmaWords.shipType(row, columns.place(Column.SHIP_TYPE)),
        metres("length", row, columns.place(Column.LENGTH)),
        metres("width", row, columns.place(Column.WIDTH)),
        metres("draught", row, columns.place(Column.DRAUGHT)),
        Text.clean(row.cell(columns.place(Column.DESTINATION))),
        hasSteadyEta(format) ? eta(row.cell(columns.place(Column.ETA))) : null);
  }

  /** The ETA that some copies of MarineCadastre add is another one in every row of a vessel. */
  private static boolean hasSteadyEta(Format format) {
    return format != Format.MARINECADASTRE;
  }

  /** Seven digits where they can be read, else the text as stated; null for none and for 0. */
  static @Nullable String imo(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    return Imo.read(cell)
        .orElseGet(
            () -> {
              String text = Text.clean(cell);
              boolean zero = text != null && text.toUpperCase(Locale.ROOT).matches("(IMO)?\\s*0*");
              return zero ? null : text;
            });
  }

  private static @Nullable Double metres(String field, CsvRow row, int place) throws Refusal {
    double value = row.decimal(field, place);
    return Double.isNaN(value) ? null : value;
  }

  /** Month, day, hour and minute of {@code yyyy-MM-ddTHH:mm} or {@code dd/MM/yyyy HH:mm}. */
  private static @Nullable String eta(String cell) {
    if (cell.length() < 16) {
      return null;
    }
    String time = "T" + cell.substring(11, 16);
    if (cell.charAt(2) == '/' && cell.charAt(5) == '/') {
      return cell.substring(3, 5) + "-" + cell.substring(0, 2) + time;
    }
    return cell.charAt(4) == '-' && cell.charAt(7) == '-' ? cell.substring(5, 10) + time : null;
  }
}
