package org.stswatch.source;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stswatch.event.WatchlistEntry;

/**
 * The lists of one run, as one set of entries. Several copies of one list are one list with a
 * history: an entry counts from the first copy that has it, and until the first later copy that has
 * it no more.
 *
 * @param entries of each entryId one, by id
 * @param readings of each file, in the order in which they were given
 */
public record Watchlists(List<WatchlistEntry> entries, List<ListReading> readings) {
  public Watchlists {
    entries = List.copyOf(entries);
    readings = List.copyOf(readings);
  }

  /** A copy of the OFAC list, read. */
  private record Copy(LocalDate day, ListReading reading) {}

  /**
   * Reads these files, none of which is JSON.
   *
   * @throws IOException when one cannot be read
   * @throws IllegalArgumentException when one needs a day and has none
   */
  public static Watchlists read(List<WatchlistFile> files) throws IOException {
    Map<String, WatchlistEntry> byId = new java.util.TreeMap<>();
    List<ListReading> readings = new ArrayList<>();
    List<Copy> copies = new ArrayList<>();
    for (WatchlistFile file : files) {
      ListReading reading = file.read();
      readings.add(reading);
      if (file.kind() == WatchlistFile.Kind.SDN) {
        copies.add(new Copy(file.copied().orElseThrow(), reading));
      } else {
        reading.entries().forEach(e -> byId.put(e.getEntryId(), e));
      }
    }
    history(copies).forEach(e -> byId.put(e.getEntryId(), e));
    return new Watchlists(List.copyOf(byId.values()), readings);
  }

  /** How many rows say of an entry what another row says as well. */
  public long repeated() {
    return readings.stream().mapToLong(r -> r.entries().size()).sum() - entries.size();
  }

  private static Collection<WatchlistEntry> history(List<Copy> copies) {
    List<Copy> inTime = copies.stream().sorted(Comparator.comparing(Copy::day)).toList();
    Map<String, WatchlistEntry> all = new LinkedHashMap<>();
    for (Copy copy : inTime) {
      Set<String> here =
          copy.reading().entries().stream()
              .map(WatchlistEntry::getEntryId)
              .collect(Collectors.toSet());
      all.replaceAll((id, e) -> here.contains(id) ? e : ended(e, copy.day()));
      copy.reading().entries().forEach(e -> all.merge(e.getEntryId(), e, Watchlists::goesOn));
    }
    return all.values();
  }

  /** What a later copy says counts, from the day that is known. */
  private static WatchlistEntry goesOn(WatchlistEntry before, WatchlistEntry now) {
    return now.getFromUnknown()
        ? WatchlistEntry.newBuilder(now)
            .setFrom(before.getFrom())
            .setPublishedAt(before.getPublishedAt())
            .build()
        : now;
  }

  private static WatchlistEntry ended(WatchlistEntry entry, LocalDate day) {
    return entry.getTo() != null
        ? entry
        : WatchlistEntry.newBuilder(entry)
            .setTo(day.atStartOfDay(ZoneOffset.UTC).toInstant())
            .setReason("Not on the copy of " + day + ".")
            .build();
  }
}
