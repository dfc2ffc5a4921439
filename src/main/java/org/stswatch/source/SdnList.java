package org.stswatch.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.RejectReason;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.vessel.Flag;
import org.stswatch.vessel.IdentityToken;

/**
 * Reads the OFAC list of specially designated nationals as the US Treasury publishes it: {@code
 * sdn.csv} without a header, {@code alt.csv} with further names and {@code add.csv} with addresses
 * beside it, {@code -0-} for nothing. Vessels and entities become entries; persons and aircraft are
 * skipped, and a person that a remark names is left out. Days of listing are not in it: they come
 * from the reference pack, else the day of the copy stands for them.
 */
final class SdnList {
  private static final String NOTHING = "-0-";
  private static final int COLUMNS = 12;
  private static final int REMARKS = 11;
  private static final String LIST = "OFAC SDN";

  private final String file;
  private final Instant copied;
  private final ListingDates dates;
  private final Map<String, List<String>> aliases;
  private final Map<String, List<String>> addresses;
  private final Set<String> entities = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final CsvRow row = new CsvRow();

  /**
   * A copy.
   *
   * @param copied its day
   * @param aliases further names by number of the entry
   * @param addresses addresses by number of the entry
   */
  SdnList(
      String file,
      LocalDate copied,
      ListingDates dates,
      Map<String, List<String>> aliases,
      Map<String, List<String>> addresses) {
    this.file = file;
    this.copied = copied.atStartOfDay(ZoneOffset.UTC).toInstant();
    this.dates = dates;
    this.aliases = aliases;
    this.addresses = addresses;
  }

  /** Whether this line is a row of the list. */
  static boolean isRow(String text) {
    return text.matches("\\d+ *,.*") && text.contains(NOTHING);
  }

  /** A first pass, so that links to entities can be told from links to persons. */
  void survey(InputStream in) throws IOException {
    LineReader reader = new LineReader(in, file, Format.POSITIONS.lineLimitBytes());
    for (Line line = reader.next(); line != null; line = reader.next()) {
      try {
        row.read(line.text());
        if (row.count() >= COLUMNS && row.cell(2).equals(NOTHING)) {
          IdentityToken.plain(row.cell(1)).ifPresent(entities::add);
        }
      } catch (Refusal e) {
        // the second pass says so
      }
    }
  }

  ListReading read(InputStream in) throws IOException {
    return ListReading.of(in, file, this::take);
  }

  private void take(Line line, ListReading.Gathering to) throws Refusal {
    String text = line.text();
    if (line.oversize()) {
      throw new Refusal(RejectReason.OVERSIZE, "row longer than 64 KiB");
    } else if (text.chars().allMatch(c -> c <= ' ')) { // the list ends with a DOS end of file
      to.skip("blank");
      return;
    }
    row.read(text);
    if (row.count() < COLUMNS) {
      throw new Refusal(RejectReason.TRUNCATED, row.count() + " of " + COLUMNS + " columns");
    }
    switch (row.cell(2)) {
      case "vessel" -> listed(ListedKind.VESSEL, line, to);
      case NOTHING -> listed(ListedKind.COMPANY, line, to);
      case "individual" -> to.skip("person");
      case "aircraft" -> to.skip("aircraft");
      default -> throw Refusal.unreadable("SDN type", row.cell(2));
    }
  }

  private void listed(ListedKind kind, Line line, ListReading.Gathering to) throws Refusal {
    String number = row.cell(0);
    if (!number.matches("\\d{1,9}") || cell(1).isEmpty()) {
      throw Refusal.unreadable("number or name", number + " " + cell(1));
    } else if (!numbers.add(number)) {
      throw new Refusal(RejectReason.FIELD_RANGE, "entry " + number + " for the second time");
    }
    SdnRemarks remarks = new SdnRemarks(cell(REMARKS));
    boolean vessel = kind == ListedKind.VESSEL;
    WatchlistEntry entry =
        WatchlistEntry.newBuilder()
            .setEntryId(ListFields.slug(LIST) + ":" + number)
            .setListName(LIST)
            .setListType(ListType.OFAC_SDN)
            .setSubjectKind(kind)
            .setNames(names(number, remarks))
            .setImo(vessel ? ListFields.imo(remarks.imo(), what -> to.remark(line, what)) : null)
            .setMmsi(vessel ? ListFields.mmsi(remarks.mmsi(), what -> to.remark(line, what)) : null)
            .setFlag(vessel ? Flag.ofCountry(cell(9)).orElse(null) : null)
            .setPrograms(programs())
            .setLinkedTo(linkedTo(remarks))
            .setCompanyIds(vessel ? List.of() : remarks.companyNumbers())
            .setAddresses(vessel ? List.of() : addresses.getOrDefault(number, List.of()))
            .setFrom(copied)
            .setFromUnknown(true)
            .setPublishedAt(copied)
            .setListSource(line.origin())
            .build();
    to.listed(dates.date(entry));
  }

  private List<String> names(String number, SdnRemarks remarks) {
    Set<String> names = new LinkedHashSet<>();
    names.add(cell(1));
    names.addAll(aliases.getOrDefault(number, List.of()));
    names.addAll(remarks.aliases());
    return List.copyOf(names);
  }

  /** {@code SDGT] [IFSR} is two of them. */
  private List<String> programs() {
    return List.of(cell(3).split("\\] *\\[", -1)).stream()
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private List<String> linkedTo(SdnRemarks remarks) {
    return remarks.linkedTo().stream()
        .filter(name -> IdentityToken.plain(name).filter(entities::contains).isPresent())
        .toList();
  }

  private String cell(int index) {
    String text = row.cell(index);
    return text.equals(NOTHING) ? "" : text;
  }

  /**
   * A table beside the list: these cells of each row in one text, by number of the entry; none
   * where the first says nothing. A row that cannot be read is left out.
   */
  static Map<String, List<String>> beside(InputStream in, String file, int from, int to)
      throws IOException {
    Map<String, List<String>> byNumber = new HashMap<>();
    CsvRow row = new CsvRow();
    LineReader reader = new LineReader(in, file, Format.POSITIONS.lineLimitBytes());
    for (Line line = reader.next(); line != null; line = reader.next()) {
      try {
        row.read(line.text());
      } catch (Refusal refusal) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      boolean known = !row.isEmpty(from) && !row.cell(from).equals(NOTHING);
      for (int i = from; known && i <= to; i++) {
        if (!row.isEmpty(i) && !row.cell(i).equals(NOTHING)) {
          cells.add(row.cell(i));
        }
      }
      if (!cells.isEmpty()) {
        byNumber.computeIfAbsent(row.cell(0), n -> new ArrayList<>()).add(String.join(", ", cells));
      }
    }
    return byNumber;
  }
}
