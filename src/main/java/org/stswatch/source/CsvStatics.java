package org.stswatch.source;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.vessel.Imo;

/** The columns of a table that say what the vessel is and where she goes. */
final class CsvStatics {
  private CsvStatics() {}

  static StaticData of(CsvHeader columns, CsvRow row, Format format) throws Refusal {
    return new StaticData(
        imo(columns.cell(row, Column.IMO)),
        Text.clean(columns.cell(row, Column.NAME)),
        Text.clean(columns.cell(row, Column.CALL_SIGN)),
        DmaWords.shipType(columns.cell(row, Column.SHIP_TYPE)),
        metres("length", columns.cell(row, Column.LENGTH)),
        metres("width", columns.cell(row, Column.WIDTH)),
        metres("draught", columns.cell(row, Column.DRAUGHT)),
        Text.clean(columns.cell(row, Column.DESTINATION)),
        // The ETA that some copies of MarineCadastre add is another one in every row of a vessel.
        format == Format.MARINECADASTRE ? null : eta(columns.cell(row, Column.ETA)));
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

  private static @Nullable Double metres(String field, String cell) throws Refusal {
    double value = Decimals.read(field, cell);
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
