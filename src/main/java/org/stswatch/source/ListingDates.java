package org.stswatch.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ListType;
import org.stswatch.event.WatchlistEntry;

/**
 * Days of listing that are known, from {@code reference/listings.csv}: lists as such rarely give
 * them. Found by the list's own number, else by IMO number.
 */
final class ListingDates {
  private static final String BUNDLED = "/reference/listings.csv";

  private final Map<String, WatchlistEntry> known = new HashMap<>();

  private ListingDates(Iterable<WatchlistEntry> entries) {
    for (WatchlistEntry e : entries) {
      known.put(key(e.getListType(), e.getEntryId()), e);
      if (e.getImo() != null) {
        known.putIfAbsent(key(e.getListType(), e.getImo()), e);
      }
    }
  }

  /** The days that ship. */
  static ListingDates bundled() {
    return new ListingDates(pack().entries());
  }

  /** None, for lists that date themselves. */
  static ListingDates none() {
    return new ListingDates(java.util.List.of());
  }

  /** The pack's listings as a list of their own. */
  static ListReading pack() {
    try (InputStream in = Objects.requireNonNull(ListingDates.class.getResourceAsStream(BUNDLED))) {
      return new PlainList("listings.csv", Optional.empty(), none()).read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entry with its known days and further names; as it is where nothing is known. */
  WatchlistEntry date(WatchlistEntry entry) {
    WatchlistEntry found = known.get(key(entry.getListType(), entry.getEntryId()));
    if (found == null && entry.getImo() != null) {
      found = known.get(key(entry.getListType(), entry.getImo()));
    }
    if (found == null) {
      return entry;
    }
    TreeSet<String> others = new TreeSet<>(found.getNames());
    entry.getNames().forEach(others::remove);
    WatchlistEntry.Builder dated = WatchlistEntry.newBuilder(entry);
    dated.getNames().addAll(others);
    boolean better = found.getFrom() != null && (entry.getFrom() == null || entry.getFromUnknown());
    if (better) {
      dated
          .setFrom(found.getFrom())
          .setFromUnknown(found.getFromUnknown())
          .setPublishedAt(found.getPublishedAt());
    }
    return dated.setTo(entry.getTo() == null ? found.getTo() : entry.getTo()).build();
  }

  private static String key(ListType list, @Nullable String id) {
    return list + " " + id;
  }
}
