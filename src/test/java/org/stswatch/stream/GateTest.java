package org.stswatch.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Tick;
import org.stswatch.support.Sightings;

/** What the gate lets through, what it rejects, and what time it says it is. */
class GateTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  private static final String SHIP = "538000001";

  private GateInDriver gate = new GateInDriver(GateInDriver.LIVE, 1);

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void whatIsObservedAndReceivedNowGoesOn() {
    VesselSighting now = seen(NOON);
    gate.receive(NOON, now);
    assertThat(gate.passed()).contains(now);
    assertThat(gate.rejected()).isEmpty();
  }

  @Test
  void theWatermarkIsTheTimeOfReceiptLessLatenessAndMargin() {
    gate.receive(NOON.plusSeconds(1), seen(NOON));
    assertThat(gate.passed().get(1))
        .isEqualTo(new Tick("track", 0, 1, Instant.parse("2024-03-01T05:59:00Z").toEpochMilli()));
  }

  /** Received when the clock has fallen back as far as it may, and as late as is allowed. */
  @Test
  void whatStillPassesIsNotBehindTheWatermark() {
    Instant oldest = NOON.minusSeconds(60).minus(Duration.ofHours(6));
    gate.receive(NOON, seen(NOON));
    gate.receive(NOON.minusSeconds(60), seen(oldest));
    assertThat(gate.rejected()).isEmpty();
    assertThat(gate.passed())
        .filteredOn(Tick.class::isInstance)
        .singleElement()
        .satisfies(
            tick -> assertThat(((Tick) tick).getWatermarkMs()).isLessThan(oldest.toEpochMilli()));
  }

  @Test
  void aHeartbeatMovesTheWatermarkAndIsNoInput() {
    gate.heartbeat(NOON.plusSeconds(1), Heartbeats.HEARTBEAT);
    gate.heartbeat(NOON.plusSeconds(61), Heartbeats.HEARTBEAT);
    gate.heartbeat(NOON.plusSeconds(62), Heartbeats.HEARTBEAT);
    assertThat(gate.passed()).hasSize(2).allMatch(Tick.class::isInstance);
    assertThat(gate.counters().get(Counters.Name.IN)).isZero();
  }

  @Test
  void aSightingFromTheFutureIsRejectedBeyondFiveMinutes() {
    gate.receive(NOON, seen(NOON.plusSeconds(300)));
    gate.receive(NOON, seen(NOON.plusSeconds(301)));
    assertThat(reasons()).containsExactly(RejectReason.FUTURE);
  }

  @Test
  void aSightingIsLateBeyondTheAllowedLateness() {
    gate.receive(NOON, seen(NOON.minus(Duration.ofHours(6))));
    gate.receive(NOON, seen(NOON.minus(Duration.ofHours(6)).minusMillis(1)));
    assertThat(reasons()).containsExactly(RejectReason.LATE);
    assertThat(gate.counters().get(Counters.Name.LATE)).isEqualTo(1);
  }

  @Test
  void aSatelliteDetectionIsNeverLate() {
    VesselSighting image =
        VesselSighting.newBuilder(seen(NOON.minus(Duration.ofDays(9))))
            .setSourceKind(SourceKind.SAR)
            .build();
    gate.receive(NOON, image);
    assertThat(gate.rejected()).isEmpty();
  }

  @Test
  void timesOfNoCenturyOfOursAreExtreme() {
    gate.receive(NOON, seen(Instant.parse("1970-01-01T00:00:00Z")));
    gate.receive(NOON, seen(Instant.parse("2100-01-01T00:00:00Z")));
    gate.receive(NOON, seen(Instant.ofEpochMilli(Long.MAX_VALUE - 1)));
    assertThat(reasons()).hasSize(3).containsOnly(RejectReason.EXTREME);
  }

  @Test
  void aRecordThatFallsBehindTheClockByMoreThanTheMarginIsRejected() {
    gate.receive(NOON, seen(NOON));
    gate.receive(NOON.minusSeconds(60), seen(NOON.minusSeconds(70)));
    gate.receive(NOON.minusSeconds(61), seen(NOON.minusSeconds(80)));
    assertThat(reasons()).containsExactly(RejectReason.CLOCK);
  }

  @Test
  void aRecordInAnotherPartitionThanItsKeyTellsIsRejected() {
    try (GateInDriver ofTwo = new GateInDriver(GateInDriver.LIVE, 2)) {
      String there = otherPartition();
      ofTwo.receive(NOON, Sightings.at(there, NOON, 40, 135));
      assertThat(ofTwo.rejected())
          .singleElement()
          .satisfies(r -> assertThat(r.getReason()).isEqualTo(RejectReason.MISPARTITIONED))
          .satisfies(r -> assertThat(r.getRejectedKey()).isEqualTo(there));
    }
  }

  @Test
  void aKeyThatIsNotTheVesselsOrNoneIsRejected() {
    gate.receive(NOON.toEpochMilli(), "636000002", gate.bytes(seen(NOON)));
    gate.receive(NOON.toEpochMilli(), null, gate.bytes(seen(NOON)));
    assertThat(reasons()).containsExactly(RejectReason.MISPARTITIONED, RejectReason.MISPARTITIONED);
  }

  @Test
  void bytesThatAreNoFrameAreRejectedWithTheirBytesAndOrigin() {
    gate.receive(NOON.toEpochMilli(), SHIP, "hello".getBytes(UTF_8));
    assertThat(gate.rejected())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.getReason()).isEqualTo(RejectReason.BAD_FRAME);
              assertThat(UTF_8.decode(r.getRaw()).toString()).isEqualTo("hello");
              assertThat(r.getOrigin()).isEqualTo(GateInDriver.topic() + "-0@0");
              assertThat(r.getRejectedKey()).isEqualTo(SHIP);
              assertThat(r.getReceivedAt()).isEqualTo(NOON);
            });
  }

  @Test
  void ofAHugeMessageTheFirst64KibAreKept() {
    byte[] huge = new byte[Gate.MESSAGE_BYTES + 1];
    Arrays.fill(huge, (byte) 'x');
    gate.receive(NOON.toEpochMilli(), SHIP, huge);
    assertThat(gate.rejected().get(0).getRaw().remaining()).isEqualTo(Gate.MESSAGE_BYTES);
  }

  @Test
  void aSchemaThatNobodyRegisteredIsUnknown() {
    gate.receive(NOON.toEpochMilli(), SHIP, new byte[] {0, 0, 0, 18, 103, 1});
    assertThat(reasons()).containsExactly(RejectReason.UNKNOWN_SCHEMA);
  }

  @Test
  void aLiveTopicTakesNoEnd() {
    gate.heartbeat(NOON, Heartbeats.END);
    assertThat(reasons()).containsExactly(RejectReason.BAD_FRAME);
    assertThat(gate.passed()).noneMatch(GateTest::isEnd);
  }

  @Test
  void aReplayEndsWhenAllItsTopicsHave() {
    TimeSettings replay =
        new TimeSettings(Duration.ZERO, Duration.ofMinutes(1), false, Duration.ofMinutes(10));
    try (GateInDriver ending = new GateInDriver(replay, 1)) {
      ending.heartbeat(NOON, Heartbeats.END);
      assertThat(ending.passed()).isEmpty();
      ending.endStatements(NOON);
      assertThat(ending.passed()).hasSize(2).allMatch(GateTest::isEnd);
    }
  }

  /** Time of receipt is the broker's; should one be absurd, it must not end time for all others. */
  @Test
  void anAbsurdTimeOfReceiptHarmsNobody() {
    gate.receive(NOON, seen(NOON));
    gate.receive(Long.MAX_VALUE - 1, SHIP, gate.bytes(seen(NOON.plusSeconds(10))));
    VesselSighting after = seen(NOON.plusSeconds(20));
    gate.receive(NOON.plusSeconds(20), after);
    assertThat(reasons()).containsExactly(RejectReason.EXTREME);
    assertThat(gate.passed()).contains(after).noneMatch(GateTest::isBeyondNoon);
  }

  @Test
  void theCountsBalance() {
    gate.receive(NOON, seen(NOON));
    gate.receive(NOON, seen(NOON.minus(Duration.ofDays(1))));
    gate.receive(NOON, seen(NOON.plus(Duration.ofDays(1))));
    gate.receive(NOON.toEpochMilli(), SHIP, new byte[0]);
    long passedOn = gate.passed().stream().filter(VesselSighting.class::isInstance).count();
    Counters counters = gate.counters();
    assertThat(counters.get(Counters.Name.IN)).isEqualTo(4);
    assertThat(passedOn).isEqualTo(1);
    assertThat(counters.get(Counters.Name.LATE)).isEqualTo(1);
    assertThat(counters.get(Counters.Name.REJECTED)).isEqualTo(2);
    assertThat(gate.rejected()).hasSize(3);
  }

  private List<RejectReason> reasons() {
    return gate.rejected().stream().map(Reject::getReason).toList();
  }

  private static VesselSighting seen(Instant at) {
    return Sightings.at(SHIP, at, 40, 135);
  }

  private static boolean isEnd(Object value) {
    return value instanceof Tick tick && tick.getWatermarkMs() == Watermarks.END;
  }

  private static boolean isBeyondNoon(Object value) {
    return value instanceof Tick tick && tick.getWatermarkMs() > NOON.toEpochMilli();
  }

  /** A key that belongs to partition 1 of 2. */
  private static String otherPartition() {
    String key = SHIP;
    while (Multicast.partitionOf(key, 2) == 0) {
      key = String.valueOf(Integer.parseInt(key) + 1);
    }
    return key;
  }
}
