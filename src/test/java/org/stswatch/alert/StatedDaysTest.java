package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.stswatch.event.VoyageStatement;

/** What is kept of two ships that state their particulars in turn under one MMSI. */
class StatedDaysTest {
  private static final String MMSI = "273000088";
  private static final Instant DAY = Instant.parse("2017-10-15T00:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(400);

  private final StatedDays days = new StatedDays(WINDOW);

  @Test
  void ofEqualStatementsOfADayTheFirstAndTheLastAreKeptInWhateverOrderTheyCome() {
    List<VoyageStatement> inTurn = new ArrayList<>();
    for (int hour = 0; hour < 48; hour++) {
      inTurn.add(stated(hour % 2 == 0 ? "SHIP 1" : "SHIP 2", DAY.plusSeconds(hour * 3600L)));
    }
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(inTurn, new Random(seed));
      assertThat(hoursOf(kept(inTurn, Duration.ZERO)))
          .containsExactlyInAnyOrder(0L, 1L, 22L, 23L, 24L, 25L, 46L, 47L);
    }
  }

  @Test
  void whatComesLateStandsByItself() {
    List<VoyageStatement> thrice =
        List.of(
            stated("SHIP 1", DAY),
            stated("SHIP 1", DAY.plusSeconds(3600)),
            stated("SHIP 1", DAY.plusSeconds(7200)));
    assertThat(hoursOf(kept(thrice, Duration.ofDays(10)))).containsExactlyInAnyOrder(0L, 2L);
    assertThat(hoursOf(kept(thrice, Duration.ofDays(11)))).containsExactlyInAnyOrder(0L, 1L, 2L);
  }

  @Test
  void whatIsStatedInTheLastTenDaysOfTheWindowDoesNotCount() {
    List<VoyageStatement> both =
        List.of(stated("SHIP 1", DAY), stated("SHIP 2", DAY.plus(Duration.ofDays(1))));
    TreeMap<String, SpecificRecord> kept = entries(both, Duration.ZERO);
    long lastMs = DAY.plus(Duration.ofDays(11)).toEpochMilli();
    assertThat(days.of(topic -> List.copyOf(kept.values()), MMSI, lastMs))
        .extracting(VoyageStatement::getName)
        .containsExactly("SHIP 1");
  }

  private List<VoyageStatement> kept(List<VoyageStatement> stated, Duration delay) {
    TreeMap<String, SpecificRecord> entries = entries(stated, delay);
    return days.of(topic -> List.copyOf(entries.values()), MMSI, Long.MAX_VALUE);
  }

  private TreeMap<String, SpecificRecord> entries(List<VoyageStatement> stated, Duration delay) {
    TreeMap<String, SpecificRecord> entries = new TreeMap<>();
    for (VoyageStatement s : stated) {
      long receivedMs = s.getObservedAt().plus(delay).toEpochMilli();
      days.places(s, receivedMs).forEach(place -> entries.merge(place.id(), s, place.stays()));
    }
    return entries;
  }

  private static List<Long> hoursOf(List<VoyageStatement> statements) {
    return statements.stream()
        .map(s -> Duration.between(DAY, s.getObservedAt()).toHours())
        .toList();
  }

  private static VoyageStatement stated(String name, Instant at) {
    return Meeting.stated(MMSI, at).setName(name).build();
  }
}
