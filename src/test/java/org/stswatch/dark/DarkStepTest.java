package org.stswatch.dark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;
import org.stswatch.event.Reception;
import org.stswatch.event.state.DarkKind;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Waters;
import org.stswatch.stream.Side;
import org.stswatch.support.OneKey;

/** Who could have met out of sight around 41 N 133 E, by hours after noon. */
class DarkStepTest {
  private static final Instant NOON = Instant.parse("2017-10-15T12:00:00Z");
  private static final double LAT = 41.0;
  private static final double LON = 133.0;
  private static final String WATERS = Waters.of(LAT, LON);

  private static Stop stop(String vessel, double from, double to, double latOff) {
    return new Stop(vessel, at(from), at(to), 0.4, LAT + latOff, LON, 800, List.of("a"));
  }

  private static Silence silence(String vessel, double from, double to, double latOff) {
    return new Silence(
        Gap.newBuilder()
            .setGapId(vessel + " " + from + "-" + to + " " + latOff)
            .setRevision(2)
            .setStatus(GapStatus.CLOSED)
            .setVessel(vessel)
            .setStart(at(from))
            .setStartLat(LAT + latOff)
            .setStartLon(LON)
            .setEnd(at(to))
            .setEndLat(LAT + latOff)
            .setEndLon(LON)
            .setReception(Reception.HEARD)
            .setThresholdMinutes(360)
            .build());
  }

  private static Instant at(double hour) {
    return NOON.plus(Duration.ofSeconds(Math.round(hour * 3600)));
  }

  /** What stands in the end, by id; all of it must be closed by then. */
  private static Collection<DarkMeeting> standing(List<? extends SpecificRecord> events) {
    OneKey<WatersState> waters = new OneKey<>(new DarkStep(), WATERS, Side.NONE);
    events.forEach(waters::on);
    waters.wake(Long.MAX_VALUE);
    assertThat(waters.state()).as("all is forgotten in the end").isNull();
    return last(waters).values();
  }

  private static Map<String, DarkMeeting> last(OneKey<WatersState> waters) {
    Map<String, DarkMeeting> last = new TreeMap<>();
    waters.emits().stream()
        .map(e -> (DarkMeeting) e.value())
        .forEach(m -> last.put(m.getMeetingId(), m));
    last.values().removeIf(DarkMeeting::getRetracted);
    return last;
  }

  private static DarkMeeting only(SpecificRecord... events) {
    Collection<DarkMeeting> standing = standing(List.of(events));
    assertThat(standing).hasSize(1);
    return standing.iterator().next();
  }

  @Test
  void aShipThatLiesThereAndOneThatIsSilentCouldHaveMet() {
    DarkMeeting m = only(stop("445", 2, 8, 0), silence("273", 0, 12, 0.1));
    assertThat(m.getKind()).isEqualTo(DarkKind.ONE_SILENT);
    assertThat(m.getClosed()).isTrue();
    assertThat(List.of(m.getVessel1(), m.getVessel2())).containsExactly("273", "445");
    assertThat(List.of(m.getStart(), m.getEnd())).containsExactly(at(2), at(8));
    assertThat(m.getNearestM()).isBetween(11_000, 11_200);
    assertThat(List.of(m.getSilentShips(), m.getPartners())).containsExactly(1, 1);
  }

  @Test
  void itTakesTwoHoursTogether() {
    assertThat(standing(List.of(stop("445", 6, 9, 0), silence("273", 0, 7.9, 0)))).isEmpty();
    assertThat(standing(List.of(stop("445", 6, 9, 0), silence("273", 0, 8.1, 0)))).hasSize(1);
    assertThat(standing(List.of(stop("273", 6, 9, 0), silence("273", 0, 12, 0)))).isEmpty();
  }

  @Test
  void othersWhoCouldHaveBeenThereAreCounted() {
    Collection<DarkMeeting> all =
        standing(
            List.of(
                stop("445", 2, 8, 0),
                stop("446", 2, 8, 0.3),
                silence("273", 0, 12, 0.1),
                silence("274", 1, 11, -0.4),
                silence("275", 30, 40, 0)));
    assertThat(all.stream().filter(m -> m.getKind() == DarkKind.ONE_SILENT))
        .hasSize(4)
        .allMatch(m -> m.getSilentShips() == 2 && m.getPartners() == 2)
        .allMatch(m -> m.getOthersM() != null);
  }

  @Test
  void whatIsPossibleForTooManySaysNothing() {
    List<SpecificRecord> events = new ArrayList<>(List.of(stop("445", 2, 8, 0)));
    for (int i = 0; i < Few.MOST_POSSIBLE; i++) {
      events.add(silence("2730" + i, 0, 12, 0.9 * (i % 2)));
    }
    assertThat(ofOneSilent(events)).hasSize(Few.MOST_POSSIBLE);
    events.add(silence("27399", 1, 11, 0));
    assertThat(ofOneSilent(events)).as("taken back").isEmpty();
  }

  private static List<DarkMeeting> ofOneSilent(List<SpecificRecord> events) {
    return standing(events).stream().filter(m -> m.getKind() == DarkKind.ONE_SILENT).toList();
  }

  @Test
  void piecesOfOneStopAreOneMeeting() {
    DarkMeeting m =
        only(stop("445", 2, 14, 0), stop("445", 14, 26, 0.02), silence("273", 0, 30, 0.1));
    assertThat(List.of(m.getStart(), m.getEnd())).containsExactly(at(2), at(26));
  }

  @Test
  void twoThatAreSilentAtOneTimeCouldHaveMet() {
    DarkMeeting m = only(silence("273", 0, 8, 0), silence("445", 3, 11, 0.05));
    assertThat(m.getKind()).isEqualTo(DarkKind.BOTH_SILENT);
    assertThat(m.getGaps()).extracting(Gap::getVessel).containsExactly("273", "445");
    assertThat(m.getNearestM()).isBetween(5_500, 5_600);
  }

  @Test
  void twoSilencesWithLittleInCommonAreNone() {
    assertThat(standing(List.of(silence("273", 0, 8, 0), silence("445", 6.5, 14, 0)))).isEmpty();
    assertThat(standing(List.of(silence("273", 0, 60, 0), silence("445", 25, 40, 0))))
        .as("more than a day apart")
        .isEmpty();
    assertThat(standing(List.of(silence("273", 0, 8, 0), silence("445", 0, 8, 0.9))))
        .as("100 km apart")
        .isEmpty();
  }

  /** In whatever order they come, however often the step was started anew or woken meanwhile. */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void anyOrderGivesTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    List<SpecificRecord> events = new ArrayList<>();
    int ships = 4 + random.nextInt(2 * Few.MOST_POSSIBLE);
    for (int i = 0; i < 7 + ships; i++) {
      double from = random.nextInt(20);
      events.add(stop("44" + i % 4 + i, from, from + 2 + random.nextInt(11), place(random)));
      double silent = random.nextInt(40) - 10;
      events.add(silence("27" + i % ships, silent, silent + 6 + random.nextInt(30), place(random)));
    }
    Collection<DarkMeeting> expected = standing(events);
    Collections.shuffle(events, random);
    OneKey<WatersState> waters = new OneKey<>(new DarkStep(), WATERS, Side.NONE);
    for (SpecificRecord event : events) {
      waters.on(event);
      if (random.nextInt(5) == 0) {
        waters.restart();
      }
    }
    for (int hour = 40; hour < 500; hour += 1 + random.nextInt(50)) {
      waters.wake(at(hour).toEpochMilli());
    }
    waters.wake(Long.MAX_VALUE);
    assertThat(last(waters).values()).hasToString(expected.toString());
    assertThat(expected).allMatch(DarkMeeting::getClosed);
  }

  private static double place(Random random) {
    return random.nextInt(20) / 20.0;
  }
}
