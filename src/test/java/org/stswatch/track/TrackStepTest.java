package org.stswatch.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.support.OneKey;
import org.stswatch.support.Sightings;
import org.stswatch.topology.Settings;

/**
 * What is remembered of a vessel is a function of the set of its sightings: of one or two ships
 * with one MMSI that drift, sail, jump and fall silent.
 */
class TrackStepTest {
  private static final String SHIP = "273456780";
  private static final Duration LATENESS = Duration.ofHours(2);
  private static final Instant START = Instant.parse("2017-10-15T00:00:00Z");

  private final TrackStep step =
      new TrackStep(Settings.ofProfile("gfw", Map.of()).track(), new Cells(250));

  /** A late fix changes a stretch of the course only: it must be the one that all fixes give. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void theCourseAfterEverySightingIsTheOneReadBackFromTheStore(@ForAll long seed) {
    TrackState state = null;
    for (VesselSighting s : shuffled(sightings(seed), seed)) {
      state = after(state, s);
      assertThat(samples(state)).isEqualTo(samples(restored(state)));
    }
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void anyOrderGivesTheSameStoredParts(@ForAll long seed) {
    List<VesselSighting> inOrder = sightings(seed);
    assertThat(step.layout().split(after(shuffled(inOrder, seed))))
        .isEqualTo(step.layout().split(after(inOrder)));
  }

  /** A transaction may be given up: the state before is used again, with another event. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void aResultThatIsThrownAwayChangesNothing(@ForAll long seed) {
    List<VesselSighting> sightings = shuffled(sightings(seed), seed);
    List<VesselSighting> others = shuffled(sightings, seed + 1);
    TrackState state = null;
    for (int i = 0; i < sightings.size(); i++) {
      after(state, others.get(i));
      state = after(state, sightings.get(i));
    }
    TrackState undisturbed = after(sightings);
    assertThat(step.layout().split(Objects.requireNonNull(state)))
        .isEqualTo(step.layout().split(undisturbed));
    assertThat(samples(state)).isEqualTo(samples(undisturbed));
  }

  /** What goes out is a difference: added up it has to be the same, whatever came when. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void anyOrderWithinTheLatenessGivesTheSameStateAndTheSameSamples(@ForAll long seed) {
    List<VesselSighting> inOrder = sightings(seed);
    OneKey<TrackState> late = new OneKey<>(step, SHIP, Side.NONE);
    for (Received r : received(inOrder, seed)) {
      late.on(r.sighting());
      late.wake(r.at().minus(LATENESS).toEpochMilli() - 1);
    }
    OneKey<TrackState> once = new OneKey<>(step, SHIP, Side.NONE);
    inOrder.forEach(once::on);
    assertThat(standing(late)).isEqualTo(standing(once));
    for (int hours = 0; hours < 48; hours++) {
      long w =
          START.plus(Duration.ofHours(6).plus(LATENESS).plusMinutes(37L * hours)).toEpochMilli();
      late.wake(w);
      once.wake(w);
      assertThat(late.stored()).isEqualTo(once.stored());
      assertThat(late.dueMs()).isEqualTo(once.dueMs());
    }
    assertThat(standing(late)).isEqualTo(standing(once));
    assertThat(late.state()).isNull();
  }

  /**
   * She needs 4 kn from one fix to the next, with the slack for clocks; from a jump 8 km beside
   * where she stops, an hour and a half before, she needs 3.
   */
  @Example
  void aJumpNearAShipsWayTakesNoneOfHerLaterFixes() {
    List<VesselSighting> sailsAndDrifts = new ArrayList<>();
    for (int minute = 0; minute < 240; minute++) {
      double north = minute == 5 ? 90 : Math.min(minute, 90) + 0.05 * Math.max(0, minute - 90);
      double lat = 40 + north * 8 / 60 / 60;
      double lon = minute == 5 ? 135.095 : 135;
      sailsAndDrifts.add(Sightings.at(SHIP, START.plusSeconds(60L * minute), lat, lon));
    }
    assertThat(samples(after(sailsAndDrifts)))
        .hasSizeGreaterThan(12)
        .allSatisfy(s -> assertThat(s.getContested()).isFalse())
        .extracting(Sample::getSegmentS)
        .containsOnly((int) START.getEpochSecond());
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void wakingInBetweenChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    OneKey<TrackState> twice = new OneKey<>(step, SHIP, Side.NONE);
    OneKey<TrackState> once = new OneKey<>(step, SHIP, Side.NONE);
    sightings(seed)
        .forEach(
            s -> {
              twice.on(s);
              once.on(s);
            });
    Instant first = START.plusSeconds(random.nextInt(40 * 3600));
    Instant second = first.plusSeconds(random.nextInt(20 * 3600));
    twice.wake(first.toEpochMilli());
    twice.wake(second.toEpochMilli());
    once.wake(second.toEpochMilli());
    assertThat(twice.stored()).isEqualTo(once.stored());
    assertThat(twice.dueMs()).isEqualTo(once.dueMs());
    assertThat(twice.emits()).isEqualTo(once.emits());
  }

  @Example
  void aSecondShipThatBeginsOnAGridTimeIsWhereItIsAndNotWhereTheFirstOneWas() {
    Instant grid = START.plusSeconds(600);
    List<VesselSighting> sightings =
        List.of(
            Sightings.at(SHIP, START, 40, 135),
            Sightings.at(SHIP, grid, 40, 135),
            Sightings.at(SHIP, grid, 40, 136),
            Sightings.at(SHIP, grid.plusSeconds(600), 40, 136));
    assertThat(samples(after(sightings)))
        .filteredOn(s -> s.getTimeS() == grid.getEpochSecond())
        .extracting(Sample::getLon6)
        .containsExactly(135_000_000, 136_000_000);
  }

  private record Received(Instant at, VesselSighting sighting) {}

  private static List<Received> received(List<VesselSighting> sightings, long seed) {
    Random random = new Random(seed);
    return sightings.stream()
        .map(
            s ->
                new Received(
                    s.getObservedAt().plusSeconds(random.nextInt((int) LATENESS.toSeconds())), s))
        .sorted(Comparator.comparing(Received::at))
        .toList();
  }

  /** The samples that stand, by cell and time, then vessel and segment. */
  private static Map<String, Sample> standing(OneKey<TrackState> of) {
    Map<String, Sample> standing = new TreeMap<>();
    for (Result.Emit emit : of.emits()) {
      if (!(emit.value() instanceof Sample sample)) {
        continue;
      }
      String place =
          emit.key()
              + ' '
              + sample.getTimeS()
              + ' '
              + sample.getVessel()
              + ' '
              + sample.getSegmentS();
      if (sample.getRemoved()) {
        standing.remove(place);
      } else {
        standing.put(place, sample);
      }
    }
    return standing;
  }

  private TrackState after(List<VesselSighting> sightings) {
    TrackState state = null;
    for (VesselSighting s : sightings) {
      state = after(state, s);
    }
    return Objects.requireNonNull(state);
  }

  private TrackState after(@Nullable TrackState state, VesselSighting s) {
    Result<TrackState> result = step.on(SHIP, state, s, Side.NONE, Long.MIN_VALUE);
    return Objects.requireNonNull(result.state());
  }

  private TrackState restored(TrackState state) {
    return step.layout().join(SHIP, step.layout().split(state));
  }

  private static List<Sample> samples(TrackState state) {
    return state.course().samplesUnlike(Course.from(state.course().start()));
  }

  private static List<VesselSighting> shuffled(List<VesselSighting> sightings, long seed) {
    List<VesselSighting> shuffled = new ArrayList<>(sightings);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private static List<VesselSighting> sightings(long seed) {
    Random random = new Random(seed);
    List<VesselSighting> sightings = new ArrayList<>();
    int ships = 1 + random.nextInt(2);
    for (int ship = 0; ship < ships; ship++) {
      double lat = 40 + ship;
      double lon = 135;
      double degreesPerMinute = random.nextDouble() * 0.002;
      for (int s = random.nextInt(3600); s < 6 * 3600; s += 20 + random.nextInt(900)) {
        boolean jump = random.nextInt(20) == 0;
        s += random.nextInt(40) == 0 ? 5400 : 0;
        double sailed = degreesPerMinute * s / 60;
        sightings.add(Sightings.at(SHIP, START.plusSeconds(s), lat + sailed, jump ? lon + 2 : lon));
      }
    }
    sightings.sort(java.util.Comparator.comparing(VesselSighting::getObservedAt));
    return sightings;
  }
}
