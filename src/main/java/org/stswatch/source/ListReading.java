package org.stswatch.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stswatch.event.ListedKind;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.WatchlistEntry;

/**
 * What one file of a watch list became: lines = entries + skipped + refused. Persons are skipped,
 * and nothing of them is kept.
 *
 * @param file name for people, without folders
 * @param lines lines read
 * @param entries vessels and companies, one of a line
 * @param refused lines that could not be used, with place and reason
 * @param skipped lines that list neither, by what they are
 * @param remarks what was left out of an entry, and where
 */
public record ListReading(
    String file,
    long lines,
    List<WatchlistEntry> entries,
    List<Reject> refused,
    Map<String, Long> skipped,
    List<String> remarks) {

  public ListReading {
    entries = List.copyOf(entries);
    refused = List.copyOf(refused);
    skipped = new TreeMap<>(skipped);
    remarks = List.copyOf(remarks);
  }

  /** What a format makes of a line. */
  @FunctionalInterface
  interface Rows {
    void take(Line line, Gathering to) throws Refusal;
  }

  /** Reads a file line by line; what the format refuses is kept with its place. */
  static ListReading of(InputStream in, String file, Rows rows) throws IOException {
    Gathering gathering = new Gathering(file);
    LineReader reader = new LineReader(in, file, Format.POSITIONS.lineLimitBytes());
    for (Line line = reader.next(); line != null; line = reader.next()) {
      gathering.line();
      try {
        rows.take(line, gathering);
      } catch (Refusal refusal) {
        gathering.refused(line, refusal);
      }
    }
    String brokenBy = reader.brokenBy();
    if (brokenBy != null) {
      gathering.broken(reader.line(), brokenBy);
    }
    return gathering.reading();
  }

  /** How many entries are of this kind. */
  public long count(ListedKind kind) {
    return entries.stream().filter(e -> e.getSubjectKind() == kind).count();
  }

  /** How many lines were skipped. */
  public long skippedLines() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same with other entries. */
  ListReading with(List<WatchlistEntry> others) {
    return new ListReading(file, lines, others, refused, skipped, remarks);
  }

  /** Gathers a reading line by line. */
  static final class Gathering {
    private final String file;
    private final List<WatchlistEntry> entries = new ArrayList<>();
    private final List<Reject> refused = new ArrayList<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Sink sink;
    private long lines;

    Gathering(String file) {
      this.file = file;
      this.sink =
          new Sink(
              item -> {
                if (item instanceof Item.Refused r) {
                  refused.add(r.reject());
                }
              },
              new Tally());
    }

    void line() {
      lines++;
    }

    void skip(String what) {
      skipped.merge(what, 1L, Long::sum);
    }

    void listed(WatchlistEntry entry) {
      entries.add(entry);
    }

    void refused(Line line, Refusal refusal) {
      sink.refused(line, refusal);
    }

    /** Compressed input that ends early: said where it ends. */
    void broken(Line line, String by) {
      sink.refused(
          new Refusal(RejectReason.TRUNCATED, "compressed input is damaged here: " + by),
          line.origin(),
          new byte[0]);
      lines++; // the line that could not be read
    }

    void remark(Line line, String text) {
      remarks.add(line.origin() + ": " + text);
    }

    ListReading reading() {
      return new ListReading(file, lines, entries, refused, skipped, remarks);
    }
  }
}
