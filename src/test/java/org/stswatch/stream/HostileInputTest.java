package org.stswatch.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.support.Sightings;

/** Input that can be read, and would do harm further on. */
class HostileInputTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  private static final String SHIP = "538000001";

  private final GateInDriver gate = new GateInDriver(GateInDriver.LIVE, 1);

  @AfterEach
  void close() {
    gate.close();
  }

  /** A tab parts the two vessels of a pair, a zero the vessel from the rest of its state's key. */
  @ParameterizedTest
  @ValueSource(strings = {"A\tB", "A\0", "\u0085", " "})
  void aVesselKeyThatCouldBeTakenForAnotherIsOutOfRange(String key) {
    gate.receive(NOON, Sightings.at(key, NOON, 40, 135));
    gate.receive(NOON, key, statement(key, NOON));
    assertThat(gate.passed()).noneMatch(VesselSighting.class::isInstance);
    assertThat(gate.rejected()).hasSize(2).allMatch(r -> r.getReason() == RejectReason.FIELD_RANGE);
  }

  /** Compressed, both pass the broker; behind the gate they would be too large for a topic. */
  @Test
  void aMessageOrKeyOfAbsurdSizeIsOversizeAndItsHeadIsKept() {
    byte[] huge = new byte[5 << 20];
    gate.receive(NOON.toEpochMilli(), SHIP, huge);
    gate.receive(NOON.toEpochMilli(), "9".repeat(5 << 20), gate.bytes(seen(NOON)));
    assertThat(gate.rejected())
        .hasSize(2)
        .allMatch(r -> r.getReason() == RejectReason.OVERSIZE)
        .satisfiesExactly(
            value -> assertThat(value.getRaw().remaining()).isEqualTo(Gate.MESSAGE_BYTES),
            key -> assertThat(key.getRejectedKey()).isEqualTo("9".repeat(Gate.KEY_BYTES)));
  }

  @Test
  void theLargestMessageIsJudgedAsAnyOther() {
    byte[] full = new byte[Gate.MESSAGE_BYTES];
    Arrays.fill(full, (byte) 'x');
    gate.receive(NOON.toEpochMilli(), SHIP, full);
    assertThat(gate.rejected())
        .singleElement()
        .satisfies(r -> assertThat(r.getReason()).isEqualTo(RejectReason.BAD_FRAME))
        .satisfies(r -> assertThat(r.getRaw().remaining()).isEqualTo(full.length));
  }

  static Stream<Map.Entry<Instant, RejectReason>> absurdTimes() {
    return Map.of(
        Instant.ofEpochMilli(Long.MIN_VALUE), RejectReason.EXTREME,
        Instant.parse("1999-12-31T23:59:59.999Z"), RejectReason.EXTREME,
        Instant.parse("2100-01-01T00:00:00Z"), RejectReason.EXTREME,
        Instant.ofEpochMilli(Long.MAX_VALUE), RejectReason.EXTREME,
        Instant.parse("2099-01-01T00:00:00Z"), RejectReason.FUTURE,
        NOON.plusSeconds(301), RejectReason.FUTURE)
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("absurdTimes")
  void aStatementIsJudgedByItsTimeToo(Map.Entry<Instant, RejectReason> absurd) {
    gate.receive(NOON, SHIP, statement(SHIP, absurd.getKey()));
    assertThat(gate.rejected())
        .singleElement()
        .satisfies(r -> assertThat(r.getReason()).isEqualTo(absurd.getValue()));
  }

  @Test
  void anOldStatementIsAClaimAndNeverLate() {
    VoyageStatement old = statement(SHIP, NOON.minus(Duration.ofDays(900)));
    gate.receive(NOON, SHIP, old);
    assertThat(gate.rejected()).isEmpty();
    assertThat(gate.passed()).contains(old);
  }

  @Test
  void aStatementUnderAnotherVesselsKeyIsMispartitioned() {
    gate.receive(NOON, "636000002", statement(SHIP, NOON));
    assertThat(gate.rejected())
        .singleElement()
        .satisfies(r -> assertThat(r.getReason()).isEqualTo(RejectReason.MISPARTITIONED))
        .satisfies(r -> assertThat(r.getRejectedKey()).isEqualTo("636000002"));
  }

  /** Every reason leaves the bytes, the place and the time by which it can be found again. */
  @Test
  void aRejectHasItsBytesOriginAndTimeOfReceiptWhateverTheReason() {
    byte[] late = gate.bytes(seen(NOON.minus(Duration.ofHours(7))));
    byte[] future = gate.bytes(seen(NOON.plus(Duration.ofHours(1))));
    byte[] extreme = gate.bytes(seen(Instant.EPOCH));
    byte[] good = gate.bytes(seen(NOON));
    gate.receive(NOON.toEpochMilli(), SHIP, late);
    gate.receive(NOON.toEpochMilli(), SHIP, future);
    gate.receive(NOON.toEpochMilli(), SHIP, extreme);
    gate.receive(NOON.toEpochMilli(), "636000002", good);
    gate.receive(NOON.plusSeconds(100).toEpochMilli(), SHIP, good);
    gate.receive(NOON.toEpochMilli(), SHIP, good);

    assertThat(gate.rejected())
        .satisfiesExactly(
            r -> assertReject(r, RejectReason.LATE, late, 0),
            r -> assertReject(r, RejectReason.FUTURE, future, 1),
            r -> assertReject(r, RejectReason.EXTREME, extreme, 2),
            r -> assertReject(r, RejectReason.MISPARTITIONED, good, 3),
            r -> assertReject(r, RejectReason.CLOCK, good, 5));
  }

  @Test
  void theMetricsShowWhatTheStoreCounts() {
    gate.receive(NOON, seen(NOON));
    gate.receive(NOON, seen(NOON.minus(Duration.ofDays(1))));
    gate.receive(NOON.toEpochMilli(), SHIP, "noise".getBytes(UTF_8));
    assertThat(gate.shown())
        .containsEntry("in", 3L)
        .containsEntry("late", 1L)
        .containsEntry("rejected", 1L)
        // lateness, margin, and the step that holds the last second, which may still come
        .containsEntry("watermarkLagMs", Duration.ofHours(6).plusMinutes(2).toMillis());
    assertThat(gate.shown()).containsAllEntriesOf(gate.counters().published());
  }

  private static void assertReject(Reject r, RejectReason reason, byte[] raw, int offset) {
    assertThat(r.getReason()).isEqualTo(reason);
    assertThat(r.getRaw().array()).isEqualTo(raw);
    assertThat(r.getOrigin()).isEqualTo(GateInDriver.topic() + "-0@" + offset);
    assertThat(r.getReceivedAt()).isEqualTo(NOON);
    assertThat(r.getDetail()).isNotBlank();
  }

  private static VesselSighting seen(Instant at) {
    return Sightings.at(SHIP, at, 40, 135);
  }

  private static VoyageStatement statement(String mmsi, Instant at) {
    return VoyageStatement.newBuilder()
        .setStatementId("s")
        .setMmsi(mmsi)
        .setObservedAt(at)
        .setSourceKind(StatementKind.AIS)
        .build();
  }
}
