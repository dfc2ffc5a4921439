package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each ship is at sea in the demo. Some cases of the library tell one time again in another
 * way; in one stream they would be one story, and no ship is at two places.
 */
final class DemoCalendar {
  /**
   * Two cases less apart could be one voyage: own choice, the longest horizon of a voyage's end.
   */
  private static final Duration APART = Duration.ofDays(7);

  private final Map<String, List<Stay>> stays = new HashMap<>();

  private record Stay(Instant from, Instant to) {
    Stay and(Stay other) {
      return new Stay(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    boolean isNear(Stay other) {
      return from.isBefore(other.to.plus(APART)) && other.from.isBefore(to.plus(APART));
    }
  }

  /**
   * Takes a case in, if none of its ships is in another one at that time.
   *
   * @param positions rows {@code id,time,...}, without the header
   * @return whether it was taken
   */
  boolean takes(List<String> positions) {
    Map<String, Stay> ofCase = new HashMap<>();
    for (String row : positions) {
      String[] cells = row.split(",", 3);
      Instant time = Instant.parse(cells[1]);
      ofCase.merge(cells[0], new Stay(time, time), Stay::and);
    }
    boolean free =
        ofCase.entrySet().stream()
            .noneMatch(
                e ->
                    stays.getOrDefault(e.getKey(), List.of()).stream()
                        .anyMatch(e.getValue()::isNear));
    if (free) {
      ofCase.forEach((ship, stay) -> stays.computeIfAbsent(ship, s -> new ArrayList<>()).add(stay));
    }
    return free;
  }
}
