package org.stswatch.source;

import java.util.List;
import java.util.stream.IntStream;
import org.stswatch.event.RejectReason;

/** The header of a table: which column stands where. */
final class CsvHeader {
  private final String text;
  private final int width;
  private final int[] places = new int[Column.values().length];

  private CsvHeader(String text, List<String> names) {
    this.text = text;
    this.width = names.size();
    for (Column column : Column.values()) {
      places[column.ordinal()] = column.in(names);
    }
  }

  /** Whether the line names at least a vessel, a time, a latitude and a longitude. */
  static boolean isHeader(String line) {
    try {
      CsvHeader header = of(line);
      return header.has(Column.VESSEL)
          && header.has(Column.TIME)
          && header.has(Column.LAT)
          && header.has(Column.LON);
    } catch (Refusal e) {
      return false;
    }
  }

  /** Reads the names in a line. */
  static CsvHeader of(String line) throws Refusal {
    CsvRow row = new CsvRow();
    row.read(line);
    return new CsvHeader(
        line,
        IntStream.range(0, row.count()).mapToObj(i -> Column.normalise(row.cell(i))).toList());
  }

  boolean has(Column column) {
    return place(column) >= 0;
  }

  /** Where this column stands; -1 when the table has no such column. */
  int place(Column column) {
    return places[column.ordinal()];
  }

  /** Whether the line is this header again, as where files were concatenated. */
  boolean isRepeated(String line) {
    return line.equals(text);
  }

  /** Refuses rows of another width: their columns have moved, or their end is missing. */
  void check(CsvRow row) throws Refusal {
    if (row.count() < width) {
      throw new Refusal(RejectReason.TRUNCATED, row.count() + " of " + width + " columns");
    }
    for (int i = width; i < row.count(); i++) {
      if (!row.isEmpty(i)) {
        throw new Refusal(
            RejectReason.UNKNOWN_FORMAT, row.count() + " columns under a header of " + width);
      }
    }
  }
}
