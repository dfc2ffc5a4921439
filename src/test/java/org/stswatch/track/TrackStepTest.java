package org.stswatch.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.support.Sightings;
import org.stswatch.topology.Settings;

/**
 * What is remembered of a vessel is a function of the set of its sightings: of one or two ships
 * with one MMSI that drift, sail, jump and fall silent.
 */
class TrackStepTest {
  private static final String SHIP = "273456780";
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
