package org.stswatch.ops;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cases that ship with the program, merged into one stream in the order of time: the case
 * library (constructed tracks after published reports, ordinary meetings, pretences), one longer
 * constructed case, and one recorded public track set.
 */
final class DemoLibrary implements AutoCloseable {
  /** The library: src/test/scenarios, which the build copies; its list names the folders. */
  private static final String LIBRARY = "/cases/";

  private static final Pattern ROW =
      Pattern.compile("\\| \\[([^]]+)]\\([^)]*\\) \\| ([^|]+) \\| ([^|]+) \\|.*");

  /** How encounters are found at all, and who lies how: for tests, on ships of no report. */
  private static final Set<String> FOR_TESTS = Set.of("mechanics", "red team");

  private static final List<String> OWN = List.of("vityaz", "nyharbor-2020-12-08");
  private static final String HEADER = "mmsi,timestamp,lat,lon,sog,cog";
  private static final int COLUMNS = 6;

  private final Path folder;
  private final List<Listed> cases;

  /** A case of the library: folder under the resources, row of the case table, status. */
  record Listed(String folder, String row, String status) {}

  private DemoLibrary(Path folder, List<Listed> cases) {
    this.folder = folder;
    this.cases = cases;
  }

  /** Writes the merged inputs to a temporary folder. */
  static DemoLibrary unpack() throws IOException {
    DemoLibrary library = new DemoLibrary(Files.createTempDirectory("sts-watch-demo-"), listed());
    List<String> positions = new ArrayList<>();
    for (String from : library.folders()) {
      positions(from).stream().map(DemoLibrary::padded).forEach(positions::add);
    }
    positions.sort(Comparator.comparing(DemoLibrary::timestamp));
    positions.add(0, HEADER);
    write(library.positions(), positions);
    for (Path claims : List.of(library.statements(), library.reports(), library.detections())) {
      List<String> lines = new ArrayList<>();
      for (String from : library.folders()) {
        lines.addAll(linesIfAny(from + "/" + claims.getFileName()));
      }
      write(claims, lines);
    }
    return library;
  }

  /**
   * The cases of the library that the demo replays: those with the default profile and no list, and
   * of several about the same ships and time the first; our own go before all.
   */
  private static List<Listed> listed() throws IOException {
    List<Listed> listed = new ArrayList<>();
    DemoCalendar calendar = new DemoCalendar();
    for (String own : OWN) {
      calendar.takes(positions("/demo/" + own));
    }
    for (String line : lines(LIBRARY + "README.md")) {
      Matcher row = ROW.matcher(line);
      if (row.matches()
          && !FOR_TESTS.contains(row.group(2))
          && !exists(LIBRARY + row.group(1) + "/settings.properties")
          && !exists(LIBRARY + row.group(1) + "/watchlist.csv")
          && calendar.takes(positions(LIBRARY + row.group(1)))) {
        listed.add(new Listed(LIBRARY + row.group(1), row.group(2), row.group(3)));
      }
    }
    return listed;
  }

  private static List<String> positions(String from) throws IOException {
    List<String> lines = lines(from + "/positions.csv");
    return lines.subList(1, lines.size());
  }

  private List<String> folders() {
    return Stream.concat(
            OWN.stream().map(name -> "/demo/" + name), cases.stream().map(Listed::folder))
        .toList();
  }

  Path positions() {
    return folder.resolve("positions.csv");
  }

  Path statements() {
    return folder.resolve("statements.jsonl");
  }

  Path reports() {
    return folder.resolve("reports.jsonl");
  }

  Path detections() {
    return folder.resolve("detections.jsonl");
  }

  /** The cases of the library. */
  List<Listed> cases() {
    return cases;
  }

  /** Two stories with their first paragraph, and the headings of all others. */
  String introduction() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : OWN) {
      List<String> story = lines("/demo/" + name + "/story.md");
      text.append(heading(story)).append('\n');
      story.stream()
          .skip(1)
          .dropWhile(String::isBlank)
          .takeWhile(line -> !line.isBlank())
          .forEach(line -> text.append("  ").append(line).append('\n'));
      text.append('\n');
    }
    text.append(cases.size())
        .append(" cases of the library (all tracks constructed; row, status):\n");
    for (Listed one : cases) {
      String heading = heading(lines(one.folder() + "/story.md"));
      text.append("  ").append(heading);
      text.append(" (").append(one.row()).append("; ").append(one.status()).append(")\n");
    }
    return text.append('\n').toString();
  }

  @Override
  public void close() {
    DataFolder.delete(folder);
  }

  private static String heading(List<String> story) {
    return story.get(0).replaceFirst("^# *", "");
  }

  /** Tracks without speed and course get empty columns. */
  private static String padded(String row) {
    long missing = COLUMNS - 1 - row.chars().filter(c -> c == ',').count();
    return row + ",".repeat((int) missing);
  }

  /** All files of one case carry {@code id,time,...}: times of one form sort as text. */
  private static String timestamp(String row) {
    int from = row.indexOf(',') + 1;
    return row.substring(from, row.indexOf(',', from));
  }

  private static boolean exists(String resource) {
    return DemoLibrary.class.getResource(resource) != null;
  }

  private static List<String> linesIfAny(String resource) throws IOException {
    return exists(resource) ? lines(resource) : List.of();
  }

  private static List<String> lines(String resource) throws IOException {
    InputStream in =
        Objects.requireNonNull(DemoLibrary.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
  }
}
