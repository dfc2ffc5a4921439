package org.stswatch.port;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads ports from CSV; the header says which column is which. */
final class PortFile {
  private static final String BUNDLED = "/reference/ports.csv";

  /** Source of points that are means of anchorages. */
  private static final String ANCHORAGES = "GFW";

  private final String name;

  private PortFile(String name) {
    this.name = name;
  }

  static List<Port> bundled() {
    try (InputStream in = Objects.requireNonNull(PortFile.class.getResourceAsStream(BUNDLED))) {
      return new PortFile(BUNDLED).rows(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Port> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new PortFile(file.toString()).rows(in);
    }
  }

  private List<Port> rows(InputStream in) throws IOException {
    List<Port> ports = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .detectBomHeader(true)
            .ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : csv) {
        ports.add(port(row));
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
    if (ports.isEmpty()) {
      throw new IllegalArgumentException(name + ": no ports in it");
    }
    return ports;
  }

  private Port port(NamedCsvRecord row) {
    String portName = required(row, "name");
    double lat = degrees(row, "lat", 90);
    double lon = degrees(row, "lon", 180);
    String role = optional(row, "role");
    return new Port(
        portName,
        optional(row, "unlocode"),
        optional(row, "country"),
        lat,
        lon,
        ANCHORAGES.equals(optional(row, "source")),
        role == null ? Set.of() : Set.of(role.split("\\|")));
  }

  private double degrees(NamedCsvRecord row, String column, int limit) {
    String text = required(row, column);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong(row, column + " '" + text + "' is no number");
    }
    if (!(Math.abs(value) <= limit)) {
      throw wrong(row, column + " " + text + " is not between -" + limit + " and " + limit);
    }
    return value;
  }

  private String required(NamedCsvRecord row, String column) {
    String text = optional(row, column);
    if (text == null) {
      throw wrong(
          row,
          row.getHeader().contains(column)
              ? column + " is empty"
              : "no column " + column + "; name, lat and lon are needed");
    }
    return text;
  }

  private static @Nullable String optional(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).filter(s -> !s.isEmpty()).orElse(null);
  }

  private IllegalArgumentException wrong(NamedCsvRecord row, String reason) {
    return new IllegalArgumentException(name + ":" + row.getStartingLineNumber() + ": " + reason);
  }
}
