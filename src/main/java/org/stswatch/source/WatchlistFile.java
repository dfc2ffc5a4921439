package org.stswatch.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of a watch list, plain or gzip: the OFAC list ({@link SdnList}), a table ({@link
 * PlainList}), or JSON lines of WatchlistEntry, told apart by their first line.
 *
 * @param file where it lies
 * @param copied the day on which it was copied from its publisher, where somebody said so
 */
public record WatchlistFile(Path file, Optional<LocalDate> copied) {
  /** The name of the reference pack's own listings, in place of a file. */
  public static final String PACK = "pack";

  private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)");
  private static final Pattern TOLD = Pattern.compile("(.+)@(\\d{4}-\\d{2}-\\d{2})");
  private static final int ALIAS = 3;
  private static final int STREET = 2;
  private static final int COUNTRY = 4;

  /** How a list is written. */
  public enum Kind {
    SDN,
    TABLE,
    JSON
  }

  /**
   * Reads {@code FILE} or {@code FILE@2019-01-15}; without it a day in the file's own name counts.
   *
   * @throws IllegalArgumentException when the day is none
   */
  public static WatchlistFile of(String text) {
    Matcher told = TOLD.matcher(text);
    if (told.matches()) {
      return new WatchlistFile(Path.of(told.group(1)), Optional.of(day(told.group(2))));
    }
    Path file = Path.of(text);
    Matcher named = DAY.matcher(String.valueOf(file.getFileName()));
    return new WatchlistFile(
        file, named.find() ? Optional.of(day(named.group(1))) : Optional.empty());
  }

  /** Name for people, without folders, and the day of the copy. */
  public String label() {
    String name = name(file);
    return copied
        .map(LocalDate::toString)
        .filter(day -> !name.contains(day))
        .map(day -> name + "@" + day)
        .orElse(name);
  }

  /** Whether it is the reference pack's, not a file. */
  public boolean isPack() {
    return file.equals(Path.of(PACK)) && !Files.exists(file);
  }

  /**
   * How it is written.
   *
   * @throws IOException when it cannot be read, or is no list
   */
  public Kind kind() throws IOException {
    if (isPack()) {
      return Kind.TABLE;
    }
    try (InputStream in = open(file)) {
      LineReader reader = new LineReader(in, name(file), Format.AVRO_JSON.lineLimitBytes());
      for (Line line = reader.next(); line != null; line = reader.next()) {
        String text = line.text();
        if (!text.isBlank() && text.charAt(0) != '#') {
          return kind(text);
        }
      }
    }
    return Kind.JSON; // nothing in it
  }

  private Kind kind(String first) throws IOException {
    if (first.startsWith("{")) {
      return Kind.JSON;
    } else if (SdnList.isRow(first)) {
      return Kind.SDN;
    } else if (PlainList.isHeader(first)) {
      return Kind.TABLE;
    }
    throw new IOException(
        file
            + ": no watch list: neither sdn.csv of OFAC, nor a table with the columns list and"
            + " name, nor JSON lines (first line "
            + Text.shown(first)
            + ")");
  }

  /**
   * Refuses what cannot be read, before anything begins.
   *
   * @throws IOException when it is no list
   * @throws IllegalArgumentException when it needs a day and has none
   */
  public void check() throws IOException {
    if (kind() == Kind.SDN) {
      day();
    }
  }

  /** The files that are read with it: alt.csv and addresses of an OFAC list. */
  public List<Path> beside() throws IOException {
    List<Path> all = new ArrayList<>();
    if (kind() == Kind.SDN) {
      for (String other : List.of("alt", "add")) {
        Path path = sibling(other);
        if (path != null) {
          all.add(path);
        }
      }
    }
    return all;
  }

  /**
   * Reads a list that is no JSON.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it needs a day and has none
   */
  public ListReading read() throws IOException {
    if (isPack()) {
      return ListingDates.pack();
    }
    return kind() == Kind.SDN ? sdn() : table();
  }

  private ListReading table() throws IOException {
    try (InputStream in = open(file)) {
      return new PlainList(label(), copied, ListingDates.bundled()).read(in);
    }
  }

  private ListReading sdn() throws IOException {
    SdnList list =
        new SdnList(
            label(),
            day(),
            ListingDates.bundled(),
            beside("alt", ALIAS, ALIAS),
            beside("add", STREET, COUNTRY));
    try (InputStream in = open(file)) {
      list.survey(in);
    }
    try (InputStream in = open(file)) {
      return list.read(in);
    }
  }

  private Map<String, List<String>> beside(String other, int from, int to) throws IOException {
    Path path = sibling(other);
    if (path == null) {
      return Map.of();
    }
    try (InputStream in = open(path)) {
      return SdnList.beside(in, name(path), from, to);
    }
  }

  /** {@code alt.csv} beside {@code sdn.csv}: the same name with the other word in it. */
  private @Nullable Path sibling(String other) {
    String own = name(file);
    if (!own.contains("sdn")) {
      return null;
    }
    String name = own.replace("sdn", other);
    for (String as : List.of(name, name + ".gz", name.replaceAll("\\.gz$", ""))) {
      Path path = file.resolveSibling(as);
      if (Files.isRegularFile(path)) {
        return path;
      }
    }
    return null;
  }

  private static InputStream open(Path path) throws IOException {
    return Unpacked.open(path, name(path));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private LocalDate day() {
    return copied.orElseThrow(
        () ->
            new IllegalArgumentException(
                file
                    + ": the OFAC list does not say its day; give that of the copy: "
                    + file
                    + "@2019-01-15"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no day", e);
    }
  }
}
