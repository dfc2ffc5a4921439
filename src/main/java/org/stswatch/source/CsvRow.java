package org.stswatch.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.List;
import org.stswatch.event.RejectReason;

/**
 * The cells of one line. Lines are parsed one by one, so that a stray quote spoils its own line and
 * not the file. A line with a quote goes through FastCSV; one without is cut at its commas, since
 * nothing else can be in it.
 */
final class CsvRow {
  private static final CsvReader.CsvReaderBuilder QUOTED =
      CsvReader.builder().trimWhitespacesAroundQuotes(true).skipEmptyLines(false);

  /** No table of positions has more (the widest known has 26). */
  private static final int MAX_CELLS = 200;

  private String text = "";
  private List<String> quoted = List.of();
  private int[] ends = new int[32];
  private int count;

  /** Cuts the next line into cells. */
  void read(String line) throws Refusal {
    if (line.indexOf('"') >= 0) {
      readQuoted(line);
    } else {
      cut(line);
    }
    if (count > MAX_CELLS) {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, count + " columns");
    }
  }

  int count() {
    return count;
  }

  /** The cell without blanks around it; empty for a column that is not there. */
  String cell(int index) {
    if (index < 0 || index >= count) {
      return "";
    }
    if (!quoted.isEmpty()) {
      return quoted.get(index).strip();
    }
    int start = index == 0 ? 0 : ends[index - 1] + 1;
    int end = ends[index];
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  private void cut(String line) {
    text = line;
    quoted = List.of();
    count = 0;
    int comma = line.indexOf(',');
    while (comma >= 0) {
      add(comma);
      comma = line.indexOf(',', comma + 1);
    }
    add(line.length());
  }

  private void add(int end) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = end;
  }

  private void readQuoted(String line) throws Refusal {
    try {
      CsvRecord row = QUOTED.ofSingleCsvRecord(line);
      quoted = row.getFields();
      count = quoted.size();
    } catch (CsvParseException e) {
      throw new Refusal(RejectReason.TRUNCATED, "quotes do not close");
    }
  }
}
