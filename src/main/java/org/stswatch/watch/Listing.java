package org.stswatch.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.stswatch.event.ListType;
import org.stswatch.event.WatchlistEntry;

/**
 * An entry that a ship or company was found under.
 *
 * @param entry of the list
 * @param basis by what it was found
 */
public record Listing(WatchlistEntry entry, Basis basis) {
  /** The surest first, then by entry. */
  static final Comparator<Listing> ORDER =
      Comparator.comparing(Listing::basis).thenComparing(l -> l.entry().getEntryId());

  /** Programme of the UN committee on the DPRK. */
  private static final String UN_COMMITTEE = "1718";

  /** Whether the entry designates: being on an annex, or cleared, does not. */
  public boolean isDesignation() {
    return switch (entry.getListType()) {
      case UN, OFAC_SDN, NATIONAL -> true;
      case OFAC_ANNEX, CLEARED, UNKNOWN -> false;
    };
  }

  /** Whether the list says that it is cleared. */
  public boolean isClearance() {
    return entry.getListType() == ListType.CLEARED;
  }

  /** Whether it is a designation for reasons of the DPRK. */
  public boolean isDprkProgramme() {
    return isDesignation()
        && entry.getPrograms().stream().anyMatch(p -> p.contains("DPRK") || p.equals(UN_COMMITTEE));
  }

  /** The list, its programmes and since when, such as {@code OFAC SDN (DPRK4) since 2018-08-21}. */
  public String words() {
    String programmes =
        entry.getPrograms().isEmpty() ? "" : " (" + String.join(", ", entry.getPrograms()) + ")";
    return entry.getListName()
        + programmes
        + (isDesignation() ? "" : ", no designation,")
        + since();
  }

  private String since() {
    String day = day(Watchlist.from(entry));
    return isFromUnknown() ? " by " + day + " (day of listing unknown)" : " since " + day;
  }

  private boolean isFromUnknown() {
    return entry.getFromUnknown() || entry.getFrom() == null;
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
