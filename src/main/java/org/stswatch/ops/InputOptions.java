package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.source.ReadOptions;
import org.stswatch.source.WatchlistFile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say what is read, and how. */
@SuppressWarnings("NullAway.Init") // filled by picocli
final class InputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      description = "auto (default), marinecadastre, dma, nmea, aisstream, positions or avro-json.")
  private Format format = Format.AUTO;

  @Option(
      names = "--assume-time",
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "Time of AIS sentences that carry none, such as 2017-10-16T03:00:00Z.")
  private @Nullable Instant assumeTime;

  @Option(
      names = "--reports",
      paramLabel = "FILE",
      description = "Reports, as CSV or JSON lines of VesselReport.")
  private List<Path> reports = List.of();

  @Option(
      names = "--statements",
      paramLabel = "FILE",
      description = "JSON lines of VoyageStatement.")
  private List<Path> statements = List.of();

  @Option(
      names = "--sightings",
      paramLabel = "FILE",
      description = "JSON lines of VesselSighting, such as satellite detections.")
  private List<Path> sightings = List.of();

  @Option(
      names = "--watchlist",
      paramLabel = "FILE[@DAY]",
      converter = ListName.class,
      description = {
        "sdn.csv of OFAC (alt.csv and add.csv beside it are read with it), a table with the columns"
            + " list and name, or JSON lines of WatchlistEntry. @2019-01-15, or a day in the file's"
            + " name, says when it was copied. 'pack': the listings of the reference pack. May be"
            + " given again."
      })
  private List<WatchlistFile> watchlist = List.of();

  List<Path> reports() {
    return readable(reports);
  }

  List<Path> statements() {
    return readable(statements);
  }

  List<Path> sightings() {
    return readable(sightings);
  }

  List<WatchlistFile> watchlist() {
    readable(watchlist.stream().filter(f -> !f.isPack()).map(WatchlistFile::file).toList());
    for (WatchlistFile list : watchlist) {
      try {
        list.check();
      } catch (IOException | IllegalArgumentException e) {
        throw Failure.usage(String.valueOf(e.getMessage()));
      }
    }
    return watchlist;
  }

  /** Whether there is anything beside the stream. */
  boolean hasClaims() {
    return !watchlist.isEmpty()
        || Stream.of(reports, statements, sightings).anyMatch(list -> !list.isEmpty());
  }

  ReadOptions readOptions() {
    return new ReadOptions(Optional.ofNullable(assumeTime));
  }

  Format format() {
    return format;
  }

  /** The files as inputs; {@code -} is standard input. */
  List<Input> inputs(List<Path> files) throws IOException {
    readable(files.stream().filter(f -> !f.equals(Path.of("-"))).toList());
    List<Input> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(Input.of(file, format, readOptions()));
    }
    return inputs;
  }

  /** The same files, or a usage error for the first that is none. */
  static List<Path> readable(List<Path> files) {
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw Failure.usage(file + ": is a folder, a file is expected");
      } else if (!Files.exists(file)) {
        throw Failure.usage(file + ": no such file");
      } else if (!Files.isReadable(file)) {
        throw Failure.usage(file + ": may not be read");
      }
    }
    return files;
  }

  /** Reads {@code avro-json}. */
  static final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      try {
        return Format.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads {@code sdn.csv@2019-01-15}. */
  static final class ListName implements ITypeConverter<WatchlistFile> {
    @Override
    public WatchlistFile convert(String text) {
      try {
        return WatchlistFile.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads a time in UTC. */
  static final class InstantText implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.length() == 10 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
      } catch (java.time.DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no time in UTC such as 2017-10-16T03:00:00Z or 2017-10-16");
      }
    }
  }
}
