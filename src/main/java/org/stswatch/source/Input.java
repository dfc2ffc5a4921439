package org.stswatch.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stswatch.event.RejectReason;

/**
 * One input: a file, plain or gzip, or standard input, which is spooled to a temporary file because
 * a replay reads it twice. Can be read any number of times; each time gives the same items.
 */
public final class Input implements Messages, AutoCloseable {
  /** As many lines are looked at to recognise a format: some logs begin with a page of prose. */
  private static final int GUESS_LINES = 1000;

  private static final Path STANDARD_INPUT = Path.of("-");

  private final Path file;
  private final String name;
  private final boolean spooled;
  private final Format given;
  private final ReadOptions options;

  private Input(Path file, String name, boolean spooled, Format given, ReadOptions options) {
    this.file = file;
    this.name = name;
    this.spooled = spooled;
    this.given = given;
    this.options = options;
  }

  /** A file, or standard input for {@code -}. */
  public static Input of(Path file, Format format) throws IOException {
    return of(file, format, ReadOptions.DEFAULT);
  }

  /** A file, or standard input for {@code -}, with options. */
  public static Input of(Path file, Format format, ReadOptions options) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return spool(System.in, format, options);
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a directory, not a file");
    }
    return new Input(file, String.valueOf(file.getFileName()), false, format, options);
  }

  /** Bytes that can be read once only, such as standard input. Reads them to the end. */
  public static Input spool(InputStream in, Format format, ReadOptions options) throws IOException {
    Path file = Files.createTempFile("sts-watch-input", ".spool");
    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    return new Input(file, "stdin", true, format, options);
  }

  /** The file that is read: the spooled copy for standard input. */
  public Path file() {
    return file;
  }

  /** The format that was asked for, AUTO for none. */
  public Format given() {
    return given;
  }

  /** How it is read. */
  public ReadOptions options() {
    return options;
  }

  /** Name for people, without folders. */
  public String name() {
    return name;
  }

  /**
   * The format: as given, else recognised; AUTO for an empty input.
   *
   * @throws IOException when no format is recognised
   */
  public Format format() throws IOException {
    if (given != Format.AUTO) {
      return given;
    }
    List<String> head = new ArrayList<>();
    try (InputStream in = open()) {
      LineReader reader = new LineReader(in, name, Format.POSITIONS.lineLimitBytes());
      for (Line line = reader.next(); line != null && head.size() < GUESS_LINES; ) {
        String text = line.text();
        if (!text.isBlank()) {
          head.add(text);
        }
        line = reader.next();
      }
    }
    if (head.isEmpty()) {
      return Format.AUTO;
    }
    return FormatGuess.of(head)
        .orElseThrow(
            () ->
                new IOException(
                    name
                        + ": format not recognised (first line "
                        + Text.shown(head.get(0))
                        + "); give it with --format"));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException when the file cannot be read, or its format is not recognised
   */
  @Override
  public void read(Consumer<Item> to, Tally tally) throws IOException {
    Format format = format();
    if (format == Format.AUTO) {
      return;
    }
    LineDecoder decoder = decoder(format);
    Sink sink = new Sink(to, tally);
    try (InputStream in = open()) {
      LineReader reader = new LineReader(in, name, format.lineLimitBytes());
      for (Line line = reader.next(); line != null; line = reader.next()) {
        tally.line();
        decoder.decode(line, sink);
      }
      decoder.end(sink);
      String brokenBy = reader.brokenBy();
      if (brokenBy != null) {
        sink.refused(
            new Refusal(RejectReason.TRUNCATED, "compressed input is damaged here: " + brokenBy),
            reader.line().origin(),
            new byte[0]);
      }
    }
  }

  /** Deletes the spooled copy of standard input. */
  @Override
  public void close() throws IOException {
    if (spooled) {
      Files.deleteIfExists(file);
    }
  }

  private LineDecoder decoder(Format format) {
    return switch (format) {
      case MARINECADASTRE, DMA, POSITIONS -> new CsvDecoder(format);
      case NMEA -> new NmeaDecoder(options);
      case AISSTREAM -> new AisstreamDecoder();
      case AVRO_JSON -> new AvroJsonDecoder();
      case AUTO -> throw new IllegalStateException("format not recognised yet");
    };
  }

  private InputStream open() throws IOException {
    return Unpacked.open(file, name);
  }
}
