package org.stswatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.stswatch.event.Encounter;
import org.stswatch.event.VesselSighting;
import org.stswatch.support.StepChain;
import org.stswatch.topology.Settings;

/**
 * The encounters are a function of the set of sightings: of random small fleets that meet, fall
 * silent, jump and share an MMSI, in any order. Only how many revisions came before depends on the
 * order.
 */
class AnyOrderTest {
  private static final Settings SETTINGS =
      Settings.ofProfile(
          "gfw", Map.of("encounter.min-duration", "40m", "encounter.merge-gap", "60m"));

  private static final Duration LATENESS = Duration.ofHours(2);

  /** Else what follows would prove nothing. */
  @Example
  void theFleetsMeetFallSilentAndAreContested() {
    List<Encounter> all =
        LongStream.range(0, 60)
            .boxed()
            .flatMap(seed -> end(new StepChain(SETTINGS), new Fleet(seed).sightings()).stream())
            .toList();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all).filteredOn(e -> e.getSilentMinutes() > 0).hasSizeGreaterThan(5);
    assertThat(all).filteredOn(Encounter::getContested).hasSizeGreaterThan(5);
  }

  // every late sighting makes its ship's samples anew: 0.2 s a try
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void anyOrderGivesTheSameEncounters(@ForAll long fleetSeed, @ForAll long orderSeed) {
    List<VesselSighting> fleet = new Fleet(fleetSeed).sightings();
    List<VesselSighting> shuffled = new ArrayList<>(fleet);
    Collections.shuffle(shuffled, new Random(orderSeed));
    assertThat(end(new StepChain(SETTINGS), shuffled))
        .isEqualTo(end(new StepChain(SETTINGS), fleet));
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void duplicatesChangeNothing(@ForAll long fleetSeed, @ForAll long orderSeed) {
    List<VesselSighting> fleet = new Fleet(fleetSeed).sightings();
    List<VesselSighting> twice = new ArrayList<>(fleet);
    Random random = new Random(orderSeed);
    fleet.forEach(s -> twice.add(random.nextInt(twice.size() + 1), s));
    assertThat(end(new StepChain(SETTINGS), twice)).isEqualTo(end(new StepChain(SETTINGS), fleet));
  }

  /** What is decided at a watermark does not depend on how often the steps were woken before it. */
  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void wakingInBetweenChangesNothing(@ForAll long fleetSeed, @ForAll long wakeSeed) {
    List<VesselSighting> fleet = new Fleet(fleetSeed).sightings();
    StepChain often = new StepChain(SETTINGS);
    fleet.forEach(often::sight);
    Random random = new Random(wakeSeed);
    Instant w = fleet.get(0).getObservedAt();
    for (int i = 0; i < 12; i++) {
      w = w.plus(Duration.ofMinutes(random.nextInt(300)));
      often.wake(w.toEpochMilli());
    }
    assertThat(end(often, List.of())).isEqualTo(end(new StepChain(SETTINGS), fleet));
  }

  /** As it runs live: some come late, and the watermark follows the time of receipt. */
  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void freezingBehindTheWatermarkChangesNothing(@ForAll long fleetSeed, @ForAll long delaySeed) {
    List<VesselSighting> fleet = new Fleet(fleetSeed).sightings();
    StepChain live = new StepChain(SETTINGS);
    for (Received r : received(fleet, delaySeed)) {
      live.sight(r.sighting());
      live.wake(r.at().minus(LATENESS).toEpochMilli() - 1);
    }
    assertThat(end(live, List.of())).isEqualTo(end(new StepChain(SETTINGS), fleet));
  }

  private record Received(Instant at, VesselSighting sighting) {}

  private static List<Received> received(List<VesselSighting> fleet, long seed) {
    Random random = new Random(seed);
    int most = (int) LATENESS.toSeconds();
    return fleet.stream()
        .map(s -> new Received(s.getObservedAt().plusSeconds(random.nextInt(most + 1)), s))
        .sorted(Comparator.comparing(Received::at))
        .toList();
  }

  private static List<Encounter> end(StepChain chain, List<VesselSighting> sightings) {
    sightings.forEach(chain::sight);
    return chain.end().stream().map(e -> Encounter.newBuilder(e).setRevision(0).build()).toList();
  }
}
