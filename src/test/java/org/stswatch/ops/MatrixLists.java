package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;

/**
 * A constructed watch list of the ships of a data set: of three, one is listed from the middle of
 * the data on by MMSI and name, one has a listed namesake, one is on none. Each entry comes in two
 * versions, the first of which lists everybody from the beginning.
 */
final class MatrixLists {
  private final List<WatchlistEntry> entries = new ArrayList<>();

  /** Of those who state a name, and of the times at which they do. */
  MatrixLists(List<VoyageStatement> statements) {
    Map<String, String> names = new TreeMap<>();
    List<Instant> times = new ArrayList<>();
    for (VoyageStatement s : statements) {
      times.add(s.getObservedAt());
      if (s.getName() != null) {
        names.putIfAbsent(s.getMmsi(), s.getName());
      }
    }
    int number = 0;
    for (Map.Entry<String, String> ship : names.entrySet()) {
      if (number++ % 3 < 2) {
        @Nullable String mmsi = number % 3 == 1 ? ship.getKey() : null;
        Instant first = times.stream().min(Instant::compareTo).orElseThrow();
        Instant last = times.stream().max(Instant::compareTo).orElseThrow();
        Instant middle = first.plus(Duration.between(first, last).dividedBy(2));
        entries.add(entry(ship.getValue(), mmsi, first, first));
        entries.add(entry(ship.getValue(), mmsi, middle, first.plusSeconds(3600)));
      }
    }
  }

  List<WatchlistEntry> entries() {
    return entries;
  }

  /** As they arrive, in the order of publication or hours late, and perhaps twice. */
  List<Claim> arriving(boolean shuffled, boolean repeated) {
    Random random = new Random(20180821);
    List<Claim> claims = new ArrayList<>();
    for (int times = repeated ? 2 : 1; times > 0; times--) {
      for (WatchlistEntry e : entries) {
        long lateMs = shuffled ? random.nextLong(Duration.ofHours(40).toMillis()) : 0;
        claims.add(new Claim(e.getPublishedAt().plusMillis(lateMs), e));
      }
    }
    return claims;
  }

  private static WatchlistEntry entry(
      String name, @Nullable String mmsi, Instant from, Instant publishedAt) {
    return WatchlistEntry.newBuilder()
        .setEntryId("constructed:" + name)
        .setListName("Constructed list")
        .setListType(ListType.NATIONAL)
        .setSubjectKind(ListedKind.VESSEL)
        .setNames(List.of(name))
        .setMmsi(mmsi)
        .setPrograms(List.of("DPRK4"))
        .setFrom(from)
        .setPublishedAt(publishedAt)
        .build();
  }
}
