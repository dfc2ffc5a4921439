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

/**
 * The cases that ship with the program, merged into one stream in the order of time: constructed
 * tracks after published reports, and one recorded public track set.
 */
final class DemoLibrary implements AutoCloseable {
  private static final String ROOT = "/demo/";
  private static final String HEADER = "mmsi,timestamp,lat,lon,sog,cog";
  private static final int COLUMNS = 6;

  /** The cases, by folder. */
  static final List<String> CASES = List.of("lighthouse-winmore", "vityaz", "nyharbor-2020-12-08");

  private final Path folder;

  private DemoLibrary(Path folder) {
    this.folder = folder;
  }

  /** Writes the merged inputs to a temporary folder. */
  static DemoLibrary unpack() throws IOException {
    DemoLibrary library = new DemoLibrary(Files.createTempDirectory("sts-watch-demo-"));
    List<String> positions = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    for (String name : CASES) {
      lines(name + "/positions.csv").stream()
          .skip(1)
          .map(DemoLibrary::padded)
          .forEach(positions::add);
      if (DemoLibrary.class.getResource(ROOT + name + "/statements.jsonl") != null) {
        statements.addAll(lines(name + "/statements.jsonl"));
      }
    }
    positions.sort(Comparator.comparing(DemoLibrary::timestamp));
    positions.add(0, HEADER);
    write(library.positions(), positions);
    write(library.statements(), statements);
    return library;
  }

  Path positions() {
    return folder.resolve("positions.csv");
  }

  Path statements() {
    return folder.resolve("statements.jsonl");
  }

  /** The heading of each story, and its first paragraph. */
  String introduction() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : CASES) {
      List<String> story = lines(name + "/story.md");
      text.append(story.get(0).replaceFirst("^# *", "")).append('\n');
      story.stream()
          .skip(1)
          .dropWhile(String::isBlank)
          .takeWhile(line -> !line.isBlank())
          .forEach(line -> text.append("  ").append(line).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    DataFolder.delete(folder);
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

  private static List<String> lines(String resource) throws IOException {
    InputStream in =
        Objects.requireNonNull(DemoLibrary.class.getResourceAsStream(ROOT + resource), resource);
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
