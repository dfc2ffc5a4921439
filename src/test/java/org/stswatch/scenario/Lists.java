package org.stswatch.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.WatchlistEntry;

/**
 * Watch-list entries for ships of a {@link World}, some in several versions that name others, begin
 * and end at other times, or were published at once.
 */
final class Lists {
  private final Random random;
  private final List<String> ships;
  private final Instant about;

  Lists(Random random, List<String> ships, Instant about) {
    this.random = random;
    this.ships = ships;
    this.about = about;
  }

  List<WatchlistEntry> draw() {
    List<WatchlistEntry> entries = new ArrayList<>();
    for (int n = random.nextInt(6); n > 0; n--) {
      for (int versions = 1 + random.nextInt(3); versions > 0; versions--) {
        entries.add(entry("list:" + n));
      }
    }
    return entries;
  }

  private WatchlistEntry entry(String id) {
    String ship = ships.get(random.nextInt(ships.size()));
    return WatchlistEntry.newBuilder()
        .setEntryId(id)
        .setListName("A list")
        .setListType(random.nextInt(4) == 0 ? ListType.OFAC_ANNEX : ListType.NATIONAL)
        .setSubjectKind(ListedKind.VESSEL)
        .setNames(List.of("SHIP " + random.nextInt(3)))
        .setMmsi(random.nextInt(3) == 0 ? null : ship)
        .setImo(random.nextBoolean() ? imo(ship) : null)
        .setPrograms(random.nextBoolean() ? List.of("DPRK4") : List.of())
        .setFrom(random.nextInt(4) == 0 ? null : time())
        .setFromUnknown(random.nextBoolean())
        .setTo(random.nextInt(3) == 0 ? time() : null)
        .setPublishedAt(time())
        .build();
  }

  /** A valid IMO number of every second ship. */
  static @Nullable String imo(String mmsi) {
    String digits = mmsi.substring(3);
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += (digits.charAt(i) - '0') * (7 - i);
    }
    return sum > 0 && sum % 2 == 0 ? digits + sum % 10 : null;
  }

  /** One of few, so that several things happen at once. */
  private Instant time() {
    return about.plus(Duration.ofHours(random.nextInt(9) * 6L - 24));
  }
}
