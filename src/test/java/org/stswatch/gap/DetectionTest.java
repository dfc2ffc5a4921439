package org.stswatch.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.stswatch.event.SourceKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.support.OneKey;
import org.stswatch.support.Sightings;

/** What is seen at noon near 41 N 133 E, where a ship has lain since 08:30 and lies until 15:30. */
class DetectionTest {
  private static final Instant NOON = Instant.parse("2018-01-15T12:00:00Z");
  private static final int NOON_HOUR = (int) (NOON.getEpochSecond() / 3600);
  private static final String WAITS = "273000001";

  private final List<SpecificRecord> events = new ArrayList<>();

  DetectionTest() {
    for (int h = -4; h <= 3; h++) {
      events.add(heard(WAITS, h, 41, 133).build());
    }
  }

  /** At half past the hour, after noon; its fixes are ten minutes apart. */
  private static Presence.Builder heard(String vessel, int hour, double lat, double lon) {
    return Presence.newBuilder()
        .setVessel(vessel)
        .setHour(NOON_HOUR + hour)
        .setLat6((int) Math.round(lat * 1e6))
        .setLon6((int) Math.round(lon * 1e6))
        .setTimeS((NOON_HOUR + hour) * 3600 + 1800)
        .setSilentS(600);
  }

  /** So many metres north of the ship. */
  private static VesselSighting.Builder seen(String id, double northM) {
    return VesselSighting.newBuilder(Sightings.at(id, NOON, 41 + northM / 111_195, 133))
        .setSourceKind(SourceKind.SAR);
  }

  private DetectionTest sees(VesselSighting.Builder seen) {
    for (Emit emit : new Lookout().tell(seen.build(), NOON.toEpochMilli())) {
      if (((Detection) emit.value()).getOwn()) {
        events.add(emit.value());
      }
    }
    return this;
  }

  private static OneKey<AreaState> area() {
    return new OneKey<>(new ReceptionStep(Duration.ofMinutes(70)), "area", Side.NONE);
  }

  private List<SeenBeside> facts() {
    OneKey<AreaState> area = area();
    events.forEach(area::on);
    area.wake(Long.MAX_VALUE);
    assertThat(area.state()).isNull();
    return told(area);
  }

  private static List<SeenBeside> told(OneKey<AreaState> area) {
    return area.emits().stream().map(e -> (SeenBeside) e.value()).toList();
  }

  private static List<String> answering(SeenBeside fact) {
    return fact.getAnswers().stream().map(Answer::getVessel).toList();
  }

  @Test
  void whatIsSeenBesideAShipThatLiesSlowIsAFactWithHowSheLay() {
    SeenBeside fact = sees(seen("S1", 300)).facts().get(0);
    assertThat(fact.getVessel()).isEqualTo(WAITS);
    assertThat(fact.getApartM()).isEqualTo(300);
    assertThat(fact.getClosed()).isTrue();
    assertThat(fact.getStop().getStart()).isEqualTo(NOON.minus(Duration.ofMinutes(210)));
    assertThat(fact.getStop().getEnd()).isEqualTo(NOON.plus(Duration.ofMinutes(210)));
    assertThat(answering(fact)).containsExactly(WAITS);
  }

  @Test
  void fiveHundredMetresAndTheErrorAreBesideAndMoreIsNot() {
    assertThat(sees(seen("S1", 499)).facts()).hasSize(1);
    events.remove(events.size() - 1);
    assertThat(sees(seen("S1", 520)).facts()).isEmpty();
    events.remove(events.size() - 1);
    assertThat(sees(seen("S1", 520).setPositionErrorM(30.0)).facts()).hasSize(1);
    events.remove(events.size() - 1);
    assertThat(sees(seen("S1", 520).setPositionErrorM(600.0)).facts()).isEmpty();
  }

  @Test
  void lessThanThirtyMetresIsNoShip() {
    assertThat(sees(seen("S1", 100).setLengthM(29.0)).facts()).isEmpty();
    assertThat(sees(seen("S2", 100).setLengthM(30.0)).facts()).hasSize(1);
  }

  @Test
  void seenHalfAnHourAfterSheLayCountsAndLaterDoesNot() {
    Instant end = NOON.plus(Duration.ofMinutes(210));
    events.add(heard(WAITS, 4, 41.15, 133).build());
    assertThat(sees(seen("S1", 100).setObservedAt(end.plusSeconds(1800))).facts()).hasSize(1);
    events.remove(events.size() - 1);
    assertThat(sees(seen("S1", 100).setObservedAt(end.plusSeconds(1801))).facts()).isEmpty();
  }

  @Test
  void aShipInPortIsNotAtSea() {
    events.replaceAll(e -> Presence.newBuilder((Presence) e).setInPort(true).build());
    assertThat(sees(seen("S1", 100)).facts()).isEmpty();
  }

  @Test
  void aShipOnHerWayMayBeItWithin1500MetresOfIt() {
    events.add(heard("538000002", -1, 40.9, 133).build());
    events.add(heard("538000002", 0, 41.1, 133.02).build()); // at noon 840 m to the east
    events.add(heard("538000003", -1, 40.9, 133.1).build());
    events.add(heard("538000003", 0, 41.1, 133.1).build()); // 8 km to the east
    assertThat(answering(sees(seen("S1", 100)).facts().get(0))).containsExactly(WAITS, "538000002");
  }

  @Test
  void oneThatIsHeardSeldomMayBeWhateverSheCanHaveReached() {
    events.add(heard("538000002", -1, 41, 133.1).setSilentS(3600).build());
    events.add(heard("538000002", 0, 41, 133.1).setSilentS(3600).build());
    assertThat(answering(sees(seen("S1", 100)).facts().get(0))).contains("538000002");
  }

  @Test
  void oneThatWasSilentForHoursAroundIsNotOnAis() {
    events.add(heard("538000002", -4, 41.02, 133).build());
    events.add(heard("538000002", 3, 41.02, 133).setSilentS(7 * 3600).build());
    assertThat(answering(sees(seen("S1", 100)).facts().get(0))).containsExactly(WAITS);
  }

  @Test
  void ofTwoVersionsOfOneThingTheOnePublishedLastCounts() {
    sees(seen("S1", 100).setPublishedAt(NOON.plusSeconds(60)));
    sees(seen("S1", 200).setPublishedAt(NOON.plusSeconds(90)));
    assertThat(facts()).extracting(SeenBeside::getApartM).containsExactly(200);
  }

  @Test
  void aNamedShipOrOneReceivedAfterThreeDaysIsHeldAgainstNothing() {
    Lookout lookout = new Lookout();
    long dayMs = 86_400_000L;
    VesselSighting named = seen("538000002", 100).build();
    assertThat(lookout.tell(named, NOON.toEpochMilli())).isEmpty();
    VesselSighting unnamed = seen("S1", 100).build();
    assertThat(lookout.tell(unnamed, NOON.toEpochMilli() + 3 * dayMs)).isNotEmpty();
    assertThat(lookout.tell(unnamed, NOON.toEpochMilli() + 3 * dayMs + 1)).isEmpty();
  }

  /** What comes late revises what was told; the last word is that of all of it together. */
  @Test
  void theLastWordDoesNotHangOnTheOrderOfArrival() {
    sees(seen("S1", 300)).sees(seen("S2", 20)).sees(seen("S3", 900).setLengthM(80.0));
    List<SeenBeside> together = facts();
    List<SpecificRecord> scenes = new ArrayList<>(events.subList(events.size() - 3, events.size()));
    events.subList(events.size() - 3, events.size()).clear();
    for (int seed = 0; seed < 6; seed++) {
      Collections.shuffle(scenes, new Random(seed));
      OneKey<AreaState> area = area();
      events.forEach(area::on);
      area.on(scenes.get(0));
      area.wake(NOON.plus(Duration.ofHours(20)).toEpochMilli());
      area.on(scenes.get(1));
      area.restart();
      area.wake(NOON.plus(Duration.ofHours(60)).toEpochMilli());
      area.on(scenes.get(2));
      area.wake(Long.MAX_VALUE);
      assertThat(told(area).stream().filter(SeenBeside::getClosed))
          .containsExactlyInAnyOrderElementsOf(together);
    }
  }
}
