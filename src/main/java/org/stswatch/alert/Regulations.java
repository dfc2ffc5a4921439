package org.stswatch.alert;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stswatch.detect.Law;

/** The measures of the UN Security Council, each with its days: an event has the law of its day. */
public final class Regulations implements Law {
  private static final String BUNDLED = "/reference/regulations.csv";
  private static final String STS_BAN = "UNSCR-2375-STS";

  private record Regulation(String id, LocalDate from, LocalDate to, String text) {
    boolean isInForce(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  private final List<Regulation> all;

  private Regulations(List<Regulation> all) {
    this.all = List.copyOf(all);
  }

  /** The measures that ship. */
  public static Regulations bundled() {
    try (InputStream in = Objects.requireNonNull(Regulations.class.getResourceAsStream(BUNDLED));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(in)) {
      List<Regulation> all = new ArrayList<>();
      rows.forEach(row -> all.add(regulation(row)));
      return new Regulations(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the order of the file. */
  @Override
  public List<String> inForceAt(Instant time) {
    LocalDate day = day(time);
    return all.stream().filter(r -> r.isInForce(day)).map(r -> r.id() + ": " + r.text()).toList();
  }

  /** Whether ship-to-ship transfers to or from DPRK-flagged vessels were banned on that UTC day. */
  public boolean isStsBanInForce(Instant time) {
    return all.stream().anyMatch(r -> r.id().equals(STS_BAN) && r.isInForce(day(time)));
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Regulation regulation(NamedCsvRecord row) {
    String to = row.getField("to");
    return new Regulation(
        row.getField("id"),
        LocalDate.parse(row.getField("from")),
        to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to),
        row.getField("text"));
  }
}
