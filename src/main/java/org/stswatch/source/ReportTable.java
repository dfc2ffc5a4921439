package org.stswatch.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;

/**
 * Reads reports from a CSV table with a header, one report in a row, columns in any order: {@code
 * report_id}, {@code originator} and {@code published} are needed; {@code publisher}, {@code
 * independence}, {@code disciplines}, {@code reliability}, {@code credibility}, {@code stance},
 * {@code claim}, {@code imo}, {@code mmsi}, {@code name}, {@code class}, {@code flag}, the same
 * five with {@code other_} before them for a second ship, {@code from}, {@code to}, {@code lat},
 * {@code lon}, {@code radius_m}, {@code area}, {@code derived_from}, {@code text} and {@code url}
 * may be there. Several values in a cell have '|' between; an empty cell is not known; lines that
 * begin with # are remarks. Times are UTC; of a {@code to} without a time of day the whole day
 * counts.
 */
public final class ReportTable {
  private static final Set<String> SHIP = Set.of("imo", "mmsi", "name", "class", "flag");
  private static final Set<String> COLUMNS =
      Set.of(
          "report_id",
          "originator",
          "published",
          "publisher",
          "independence",
          "disciplines",
          "reliability",
          "credibility",
          "stance",
          "claim",
          "from",
          "to",
          "lat",
          "lon",
          "radius_m",
          "area",
          "derived_from",
          "text",
          "url");

  private static final Duration DAY = Duration.ofDays(1);

  private final Path file;

  private ReportTable(Path file) {
    this.file = file;
  }

  /** Whether a file is such a table: JSON lines begin with a brace. */
  public static boolean isTable(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int c = reader.read();
      while (c >= 0 && Character.isWhitespace(c)) {
        c = reader.read();
      }
      return c >= 0 && c != '{';
    }
  }

  /**
   * The reports of a file, in its order.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException naming file, line and reason: a report left out unnoticed
   *     could be the one that clears a ship
   */
  public static List<VesselReport> read(Path file) throws IOException {
    return new ReportTable(file).read();
  }

  private List<VesselReport> read() throws IOException {
    List<VesselReport> reports = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .detectBomHeader(true)
            .ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        reports.add(report(row));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    return reports;
  }

  private VesselReport report(NamedCsvRecord row) {
    try {
      row.getHeader().forEach(ReportTable::known);
      return reading(row);
    } catch (Refusal | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ":" + row.getStartingLineNumber() + ": " + e.getMessage(), e);
    }
  }

  private static VesselReport reading(NamedCsvRecord row) throws Refusal {
    return VesselReport.newBuilder()
        .setReportId(needed(row, "report_id"))
        .setOriginatorId(needed(row, "originator"))
        .setPublisher(cell(row, "publisher"))
        .setIndependence(symbol(row, "independence", Independence.NONE))
        .setDisciplines(several(row, "disciplines"))
        .setReliability(cell(row, "reliability"))
        .setCredibility(whole(row, "credibility"))
        .setStance(symbol(row, "stance", Stance.UNKNOWN))
        .setClaim(symbol(row, "claim", ClaimKind.UNKNOWN))
        .setSubjects(subjects(row))
        .setFrom(time(row, "from", false))
        .setTo(time(row, "to", true))
        .setLat(number(row, "lat", 90))
        .setLon(number(row, "lon", 180))
        .setRadiusM(number(row, "radius_m", 1e7))
        .setArea(cell(row, "area"))
        .setPublishedAt(time(needed(row, "published"), false))
        .setDerivedFrom(several(row, "derived_from"))
        .setText(cell(row, "text"))
        .setUrl(cell(row, "url"))
        .build();
  }

  private static List<ReportSubject> subjects(NamedCsvRecord row) {
    List<ReportSubject> subjects = new ArrayList<>();
    for (String which : List.of("", "other_")) {
      if (SHIP.stream().anyMatch(column -> cell(row, which + column) != null)) {
        subjects.add(
            new ReportSubject(
                cell(row, which + "imo"),
                cell(row, which + "mmsi"),
                cell(row, which + "name"),
                cell(row, which + "class"),
                cell(row, which + "flag")));
      }
    }
    return subjects;
  }

  private static void known(String column) {
    String ship = column.startsWith("other_") ? column.substring("other_".length()) : column;
    if (!COLUMNS.contains(column) && !SHIP.contains(ship)) {
      throw new IllegalArgumentException(column + ": no such column");
    }
  }

  private static @Nullable String cell(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).filter(s -> !s.isEmpty()).orElse(null);
  }

  private static String needed(NamedCsvRecord row, String column) {
    String text = cell(row, column);
    if (text == null) {
      throw new IllegalArgumentException(column + " is missing");
    }
    return text;
  }

  private static List<String> several(NamedCsvRecord row, String column) {
    String text = cell(row, column);
    return text == null
        ? List.of()
        : Arrays.stream(text.split("\\|", -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
  }

  private static @Nullable Instant time(NamedCsvRecord row, String column, boolean atEnd)
      throws Refusal {
    String text = cell(row, column);
    return text == null ? null : time(text, atEnd);
  }

  private static Instant time(String text, boolean atEnd) throws Refusal {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      Instant day = Instant.ofEpochMilli(Timestamps.read(text + "T00:00:00Z"));
      return atEnd ? day.plus(DAY).minusMillis(1) : day;
    }
    return Instant.ofEpochMilli(Timestamps.read(text));
  }

  private static @Nullable Double number(NamedCsvRecord row, String column, double limit)
      throws Refusal {
    String text = cell(row, column);
    double value = text == null ? Double.NaN : Decimals.read(column, text);
    if (Math.abs(value) > limit) {
      throw Refusal.range(column, value);
    }
    return Double.isNaN(value) ? null : value;
  }

  private static @Nullable Integer whole(NamedCsvRecord row, String column) {
    String text = cell(row, column);
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(column + " '" + text + "' is no whole number");
    }
    return Integer.valueOf(text);
  }

  private static <E extends Enum<E>> E symbol(NamedCsvRecord row, String column, E otherwise) {
    String text = cell(row, column);
    if (text == null) {
      return otherwise;
    }
    try {
      return Enum.valueOf(otherwise.getDeclaringClass(), text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          column
              + " '"
              + text
              + "' is none of "
              + Arrays.toString(otherwise.getDeclaringClass().getEnumConstants()),
          e);
    }
  }
}
