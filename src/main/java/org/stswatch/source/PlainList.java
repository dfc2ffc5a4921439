package org.stswatch.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.RejectReason;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.vessel.Flag;
import org.stswatch.vessel.IdentityToken;

/**
 * Reads a list as a plain table with a header, columns in any order: {@code list} and {@code name}
 * are needed; {@code type} (UN, OFAC_SDN, OFAC_ANNEX, NATIONAL, CLEARED), {@code id}, {@code kind}
 * (vessel or company; vessel where there is no such column), {@code aliases}, {@code imo}, {@code
 * mmsi}, {@code length_m}, {@code flag}, {@code programs}, {@code from}, {@code to}, {@code source}
 * may be there. Several values in a cell have '|' between. Lines that begin with '#' are remarks.
 *
 * <p>{@code from} and {@code to} are days in UTC, the first on the list and the first no more on
 * it. Where only the month of a listing is known ({@code 2018-03}), it counts from the last day of
 * it, as unknown; where nothing is known, from the day of the copy.
 */
final class PlainList {
  private static final Set<String> PERSONS = Set.of("individual", "person");

  private final String file;
  private final Optional<LocalDate> copied;
  private final ListingDates dates;
  private @Nullable Map<String, Integer> columns;
  private final CsvRow row = new CsvRow();

  /**
   * A list.
   *
   * @param copied the day of the copy
   * @param dates further known days
   */
  PlainList(String file, Optional<LocalDate> copied, ListingDates dates) {
    this.file = file;
    this.copied = copied;
    this.dates = dates;
  }

  /** Whether this line is the header of such a list. */
  static boolean isHeader(String text) {
    List<String> names = List.of(text.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1));
    return names.contains("list") && names.contains("name");
  }

  ListReading read(InputStream in) throws IOException {
    return ListReading.of(in, file, this::take);
  }

  private void take(Line line, ListReading.Gathering to) throws Refusal {
    String text = line.text();
    if (line.oversize()) {
      throw new Refusal(RejectReason.OVERSIZE, "row longer than 64 KiB");
    } else if (text.isBlank() || text.charAt(0) == '#') {
      to.skip("remark");
    } else if (columns == null) {
      header(text);
      to.skip("header");
    } else {
      row.read(text);
      if (row.count() < columns.size()) {
        throw new Refusal(
            RejectReason.TRUNCATED, row.count() + " of " + columns.size() + " columns");
      }
      entry(line, to);
    }
  }

  private void header(String text) throws Refusal {
    if (!isHeader(text)) {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, "no header above the row: list,name,...");
    }
    row.read(text);
    columns = new HashMap<>();
    for (int i = 0; i < row.count(); i++) {
      columns.put(row.cell(i).toLowerCase(Locale.ROOT), i);
    }
  }

  private void entry(Line line, ListReading.Gathering to) throws Refusal {
    String kind = cell("kind").toLowerCase(Locale.ROOT);
    if (PERSONS.contains(kind)) {
      to.skip("person");
      return;
    }
    String list = needed("list");
    String name = needed("name");
    WatchlistEntry.Builder entry =
        WatchlistEntry.newBuilder()
            .setListName(list)
            .setListType(type())
            .setSubjectKind(kind(kind))
            .setNames(names(name))
            .setImo(ListFields.imo(cell("imo"), what -> to.remark(line, what)))
            .setMmsi(ListFields.mmsi(cell("mmsi"), what -> to.remark(line, what)))
            .setLengthM(length())
            .setFlag(Flag.ofCountry(cell("flag")).orElse(null))
            .setPrograms(many("programs"))
            .setTo(cell("to").isEmpty() ? null : start(day("to")))
            .setListSource(source(line));
    entry.setEntryId(ListFields.slug(list) + ":" + id(entry));
    from(entry);
    WatchlistEntry dated = dates.date(entry.build());
    ListFields.check(dated);
    to.listed(dated);
  }

  private String source(Line line) {
    return cell("source").isEmpty() ? line.origin() : cell("source");
  }

  private String id(WatchlistEntry.Builder entry) {
    if (!cell("id").isEmpty()) {
      return cell("id");
    }
    return entry.getImo() != null
        ? "imo" + entry.getImo()
        : IdentityToken.plain(cell("name")).orElse("-");
  }

  private ListType type() throws Refusal {
    String text = cell("type").toUpperCase(Locale.ROOT).replace(' ', '_');
    try {
      return text.isEmpty() ? ListType.UNKNOWN : ListType.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.unreadable("type", cell("type"));
    }
  }

  private static ListedKind kind(String text) throws Refusal {
    return switch (text) {
      case "", "vessel", "ship" -> ListedKind.VESSEL;
      case "company", "entity" -> ListedKind.COMPANY;
      default -> throw Refusal.unreadable("kind", text);
    };
  }

  private List<String> names(String name) {
    List<String> names = new ArrayList<>(List.of(name));
    many("aliases").stream().filter(alias -> !names.contains(alias)).forEach(names::add);
    return names;
  }

  private @Nullable Double length() throws Refusal {
    double metres = row.decimal("length_m", place("length_m"));
    return metres > 0 ? metres : null;
  }

  private void from(WatchlistEntry.Builder entry) throws Refusal {
    String text = cell("from");
    boolean month = text.length() == "2018-03".length();
    LocalDate from = text.isEmpty() ? copied.orElse(null) : month ? endOfMonth(text) : day("from");
    if (from == null) {
      throw new Refusal(RejectReason.MISSING_TIME, "no day of listing, and no day of the copy");
    }
    entry.setFrom(start(from)).setFromUnknown(text.isEmpty() || month).setPublishedAt(start(from));
  }

  private static LocalDate endOfMonth(String text) throws Refusal {
    try {
      return YearMonth.parse(text).atEndOfMonth();
    } catch (DateTimeException e) {
      throw Refusal.unreadable("from", text);
    }
  }

  private LocalDate day(String column) throws Refusal {
    try {
      return LocalDate.parse(cell(column));
    } catch (DateTimeException e) {
      throw Refusal.unreadable(column, cell(column));
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private String needed(String column) throws Refusal {
    String text = cell(column);
    if (text.isEmpty()) {
      throw new Refusal(RejectReason.FIELD_RANGE, column + " is empty");
    }
    return text;
  }

  private List<String> many(String column) {
    return List.of(cell(column).split("\\|", -1)).stream()
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private String cell(String column) {
    return row.cell(place(column));
  }

  private int place(String column) {
    return columns == null ? -1 : columns.getOrDefault(column, -1);
  }
}
