package org.stswatch.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.stswatch.event.PortCall;
import org.stswatch.event.PortCallStatus;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.event.state.VoyageState;
import org.stswatch.gap.ReceptionStep;
import org.stswatch.stream.Side;
import org.stswatch.support.OneKey;

/** One vessel's hours become gaps, port calls and loitering. */
class VoyageStepTest {
  private static final String SHIP = "273000001";
  private static final int START_S = (int) Instant.parse("2017-10-15T00:00:00Z").getEpochSecond();
  private static final int E6 = 1_000_000;

  /** A bare port point at 43 N 132 E and an anchorage at 43 N 134 E. */
  private static Harbour nearest(double lat, double lon) {
    return lon < 133
        ? harbour("BARE", 132, true, lat, lon)
        : harbour("ROADS", 134, false, lat, lon);
  }

  private static Harbour harbour(String code, int east, boolean bare, double lat, double lon) {
    double metres = org.stswatch.geo.Geodesy.distanceM(lat, lon, 43, east);
    return new Harbour(code, 43 * E6, east * E6, bare, (int) Math.round(metres));
  }

  private final VoyageStep step =
      new VoyageStep(Duration.ofMinutes(70), VoyageStepTest::nearest, ReceptionStep.areas());
  private final OneKey<VoyageState> voyage = new OneKey<>(step, SHIP, Side.NONE);
  private final TreeMap<Integer, List<int[]>> hours = new TreeMap<>();

  /** Fixes every so many minutes from one hour to another, on a straight line. */
  private VoyageStepTest sails(
      double fromHour, double toHour, int everyMin, double lat, double lon, double toLat) {
    for (double h = fromHour; h <= toHour + 1e-9; h += everyMin / 60.0) {
      double share = toHour == fromHour ? 0 : (h - fromHour) / (toHour - fromHour);
      int timeS = START_S + (int) Math.round(h * 3600);
      int lat6 = (int) Math.round((lat + share * (toLat - lat)) * E6);
      int[] fix = {timeS, lat6, (int) Math.round(lon * E6), START_S};
      hours.computeIfAbsent(timeS / 3600, x -> new ArrayList<>()).add(fix);
    }
    return this;
  }

  /** Another ship with the same number far off. */
  private void twin(int fromHour, int lasts) {
    for (int min = 7; min < lasts * 60; min += 13) {
      int timeS = START_S + fromHour * 3600 + min * 60;
      List<int[]> hour = hours.computeIfAbsent(timeS / 3600, h -> new ArrayList<>());
      hour.add(new int[] {timeS, 30 * E6, 125 * E6, 7});
      hour.sort((a, b) -> Integer.compare(a[0], b[0]));
    }
  }

  private VoyageStepTest lies(double fromHour, double toHour, double lat, double lon) {
    return sails(fromHour, toHour, 10, lat, lon, lat);
  }

  private List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    hours.forEach(
        (hour, fixes) -> {
          ByteBuffer bytes = ByteBuffer.allocate(16 * fixes.size());
          fixes.forEach(f -> bytes.putInt(f[0]).putInt(f[1]).putInt(f[2]).putInt(f[3]));
          passages.add(new Passage(SHIP, hour, bytes.flip()));
        });
    return passages;
  }

  private <T extends SpecificRecord> List<T> told(Class<T> type) {
    return told(voyage, type);
  }

  private static <T> List<T> told(OneKey<VoyageState> voyage, Class<T> type) {
    return voyage.emits().stream()
        .map(e -> e.value())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private VoyageStepTest ends() {
    passages().forEach(voyage::on);
    voyage.wake(Long.MAX_VALUE);
    return this;
  }

  @Test
  void aStopAtAnAnchorageSeenFromEntryToExitHasFullConfidence() {
    sails(0, 2, 10, 42.8, 134, 42.99).lies(2.2, 6, 42.99, 134).sails(6.2, 8, 10, 42.99, 134, 42.8);
    List<PortCall> calls = ends().told(PortCall.class);
    assertThat(calls)
        .extracting(PortCall::getStatus)
        .containsExactly(PortCallStatus.OPEN, PortCallStatus.CLOSED);
    PortCall last = calls.get(1);
    assertThat(last.getPort()).isEqualTo("ROADS");
    assertThat(last.getConfidence()).isEqualTo(4);
    assertThat(last.getStoppedMinutes()).isBetween(220, 260);
    assertThat(last.getCallId()).isEqualTo(calls.get(0).getCallId());
  }

  @Test
  void atABarePointConfidenceIsTwoAtMost() {
    sails(0, 2, 10, 42.8, 132, 42.95).lies(2.2, 6, 42.95, 132).sails(6.2, 8, 10, 42.95, 132, 42.7);
    assertThat(ends().told(PortCall.class))
        .last()
        .satisfies(call -> assertThat(call.getConfidence()).isEqualTo(2));
  }

  @Test
  void whoPassesWithoutAStopDoesNotCall() {
    sails(0, 4, 10, 42.7, 134, 43.3);
    assertThat(ends().told(PortCall.class)).isEmpty();
  }

  @Test
  void betweenEntryAndExitRadiusAStayGoesOn() {
    lies(0, 1, 43.0, 134).lies(1.2, 2, 43.0324, 134).lies(2.2, 3, 43.0, 134); // 3.6 km off
    assertThat(ends().told(PortCall.class)).hasSize(1);
  }

  @Test
  void sixHoursOfSilenceOpenAGapAndTheNextFixClosesIt() {
    sails(0, 3, 10, 41, 133, 41.3).sails(12, 13, 10, 41.5, 133, 41.6);
    passages().stream().filter(p -> p.getHour() < START_S / 3600 + 12).forEach(voyage::on);
    voyage.wake((START_S + 11 * 3600) * 1000L);
    assertThat(told(Gap.class)).isEmpty();
    voyage.wake((START_S + 12 * 3600L) * 1000);
    assertThat(told(Gap.class))
        .singleElement()
        .satisfies(gap -> assertThat(gap.getStatus()).isEqualTo(GapStatus.OPEN));
    passages().stream().filter(p -> p.getHour() >= START_S / 3600 + 12).forEach(voyage::on);
    Gap closed = told(Gap.class).get(1);
    assertThat(closed.getStatus()).isEqualTo(GapStatus.CLOSED);
    assertThat(closed.getRevision()).isEqualTo(2);
    assertThat(closed.getStart()).isEqualTo(Instant.ofEpochSecond(START_S + 3 * 3600));
    assertThat(closed.getEnd()).isEqualTo(Instant.ofEpochSecond(START_S + 12 * 3600));
    assertThat(closed.getThresholdMinutes()).isEqualTo(360);
    assertThat(closed.getCadenceMinutes()).isNull();
    assertThat(closed.getStartSpeedKn()).isBetween(5.9, 6.1);
    assertThat(closed.getStartCourseDeg()).isEqualTo(0.0);
  }

  @Test
  void aSilenceOfFiveHoursIsNone() {
    sails(0, 3, 10, 41, 133, 41.3).sails(8, 9, 10, 41.5, 133, 41.6);
    passages().forEach(voyage::on);
    assertThat(told(Gap.class)).isEmpty();
  }

  @Test
  void whoIsHeardEveryHourByRuleHasToBeSilentForTwelve() {
    sails(0, 15 * 24, 60, 41, 133, 41.5).sails(15 * 24 + 11, 15 * 24 + 12, 60, 41.5, 133, 41.5);
    sails(15 * 24 + 25, 15 * 24 + 26, 60, 41.5, 133, 41.5);
    passages().forEach(voyage::on);
    assertThat(told(Gap.class))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.getCadenceMinutes()).isEqualTo(60);
              assertThat(gap.getThresholdMinutes()).isEqualTo(720);
              assertThat(gap.getStart())
                  .isEqualTo(Instant.ofEpochSecond(START_S + (15 * 24 + 12) * 3600));
            });
  }

  @Test
  void fiveSlowHoursAreLoiteringAndAFastOneEndsIt() {
    lies(0, 5, 41, 133).sails(5.2, 7, 10, 41, 133, 41.3);
    passages().forEach(voyage::on);
    List<Loitering> loiterings = told(Loitering.class);
    assertThat(loiterings).extracting(Loitering::getClosed).containsExactly(false, true);
    assertThat(loiterings.get(1).getSpeedKn()).isLessThan(0.5);
    assertThat(loiterings.get(1).getLat()).isBetween(40.99, 41.02);
  }

  @Test
  void threeSlowHoursAreNone() {
    lies(0, 3, 41, 133).sails(3.2, 6, 10, 41, 133, 41.5);
    assertThat(ends().told(Loitering.class)).isEmpty();
  }

  @Test
  void whoLiesInPortDoesNotLoiter() {
    lies(0, 12, 43, 134);
    assertThat(ends().told(Loitering.class)).isEmpty();
  }

  @Test
  void aSingleFixOffTheTrackIsNoPlaceOfTheShip() {
    lies(0, 5, 41, 133);
    int timeS = START_S + 2 * 3600 + 300;
    List<int[]> hour = hours.computeIfAbsent(timeS / 3600, h -> new ArrayList<>());
    hour.add(new int[] {timeS, 43 * E6, 134 * E6, timeS});
    hour.sort((a, b) -> Integer.compare(a[0], b[0]));
    assertThat(ends().told(Loitering.class))
        .last()
        .satisfies(l -> assertThat(l.getExtentM()).isLessThan(100));
  }

  /** Waking in between is what a watermark that moves in small steps does. */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void wakingInBetweenChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    VoyageStepTest drawn = new VoyageStepTest();
    double hour = 0;
    for (int i = 0; i < 8; i++) {
      double lasts = 1 + random.nextInt(9);
      double lat = 42.5 + random.nextInt(10) / 10.0;
      double to = random.nextBoolean() ? lat : lat + lasts * 0.1;
      drawn.sails(hour, hour + lasts, 5 + random.nextInt(50), lat, 132 + random.nextInt(3), to);
      hour += lasts + (random.nextBoolean() ? 0.5 : random.nextInt(12));
    }
    drawn.twin(random.nextInt(20), 1 + random.nextInt(20));
    OneKey<VoyageState> often = new OneKey<>(step, SHIP, Side.NONE);
    for (Passage p : drawn.passages()) {
      often.wake((p.getHour() + 1) * 3_600_000L + random.nextInt(70 * 60_000));
      often.on(p);
    }
    drawn.passages().forEach(drawn.voyage::on);
    often.wake(Long.MAX_VALUE);
    drawn.voyage.wake(Long.MAX_VALUE);
    assertThat(last(often)).isEqualTo(last(drawn.voyage));
    assertThat(often.state()).isNull();
  }

  /** What was told last of each fact, without the revision. */
  private static Map<String, SpecificRecord> last(OneKey<VoyageState> voyage) {
    Map<String, SpecificRecord> last = new TreeMap<>();
    told(voyage, Gap.class)
        .forEach(g -> last.put(g.getGapId(), Gap.newBuilder(g).setRevision(0).build()));
    told(voyage, PortCall.class)
        .forEach(c -> last.put(c.getCallId(), PortCall.newBuilder(c).setRevision(0).build()));
    told(voyage, Loitering.class)
        .forEach(l -> last.put("" + l.getStart(), Loitering.newBuilder(l).setRevision(0).build()));
    told(voyage, TwinLocation.class).forEach(t -> last.put("twins " + t.getStart(), t));
    return last;
  }
}
