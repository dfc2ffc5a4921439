package org.stswatch.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Arrays;
import java.util.List;
import org.stswatch.event.RejectReason;

/**
 * The cells of one line, without blanks around them. Lines are parsed one by one, so that a stray
 * quote spoils its own line and not the file. A line with a quote goes through FastCSV; one without
 * is cut at its commas, since nothing else can be in it. Numbers are read where they stand: a cell
 * becomes a string only when it is asked for.
 */
final class CsvRow {
  private static final CsvReader.CsvReaderBuilder QUOTED =
      CsvReader.builder().trimWhitespacesAroundQuotes(true).skipEmptyLines(false);

  /** No table of positions has more (the widest known has 26). */
  private static final int MAX_CELLS = 200;

  private String text = "";
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;

  /** Cuts the next line into cells. */
  void read(String line) throws Refusal {
    count = 0;
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

  /** Whether nothing stands in the cell, or there is no such column. */
  boolean isEmpty(int index) {
    return index < 0 || index >= count || starts[index] == ends[index];
  }

  /** The cell; empty for a column that is not there. */
  String cell(int index) {
    return isEmpty(index) ? "" : text.substring(starts[index], ends[index]);
  }

  /** Whether a letter stands at its start. */
  boolean isWord(int index) {
    return !isEmpty(index) && Character.isLetter(text.charAt(starts[index]));
  }

  /** The number in the cell, as {@link Decimals#read(String, String)} reads it. */
  double decimal(String field, int index) throws Refusal {
    return isEmpty(index) ? Double.NaN : Decimals.read(field, text, starts[index], ends[index]);
  }

  /** The code in the cell: whole, though tables print it as "60.0"; -1 where absent. */
  int code(String field, int index) throws Refusal {
    return Decimals.code(decimal(field, index));
  }

  /** The time in the cell; a date with slashes begins with the day where told. */
  long time(int index, boolean dayFirst) throws Refusal {
    return dayFirst
        ? Timestamps.readDayFirst(text, start(index), end(index))
        : Timestamps.read(text, start(index), end(index));
  }

  /** These cells one behind the other, to be compared with later rows. */
  String joined(int[] indices) {
    StringBuilder joined = new StringBuilder(64);
    for (int index : indices) {
      joined.append(text, start(index), end(index)).append('\n'); // which is in no line
    }
    return joined.toString();
  }

  /** Whether these cells, joined, are this text. */
  boolean isJoined(int[] indices, String joined) {
    int at = 0;
    for (int index : indices) {
      int length = end(index) - start(index);
      int end = at + length;
      if (end >= joined.length()
          || joined.charAt(end) != '\n'
          || !joined.regionMatches(at, text, start(index), length)) {
        return false;
      }
      at = end + 1;
    }
    return at == joined.length();
  }

  private int start(int index) {
    return isEmpty(index) ? 0 : starts[index];
  }

  private int end(int index) {
    return isEmpty(index) ? 0 : ends[index];
  }

  private void cut(String line) {
    text = line;
    int from = 0;
    int comma = line.indexOf(',');
    while (comma >= 0) {
      add(from, comma);
      from = comma + 1;
      comma = line.indexOf(',', from);
    }
    add(from, line.length());
  }

  private void add(int from, int to) {
    if (count == ends.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    int start = from;
    int end = to;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    starts[count] = start;
    ends[count++] = end;
  }

  private void readQuoted(String line) throws Refusal {
    try {
      List<String> cells =
          QUOTED.ofSingleCsvRecord(line).getFields().stream().map(String::strip).toList();
      text = String.join("", cells);
      int from = 0;
      for (String cell : cells) {
        add(from, from + cell.length());
        from += cell.length();
      }
    } catch (CsvParseException e) {
      throw new Refusal(RejectReason.TRUNCATED, "quotes do not close");
    }
  }
}
