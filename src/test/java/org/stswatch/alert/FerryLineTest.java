package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Evidence;
import org.stswatch.event.PortCall;
import org.stswatch.event.PortCallStatus;
import org.stswatch.event.Severity;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.CaseState;
import org.stswatch.stream.Step.SideEntry;
import org.stswatch.support.OneKey;

/** A weekly ferry as her case hears of it: her own calls, those of others, and the watermark. */
class FerryLineTest {
  private static final String FERRY = "445999944";
  private static final String COASTER = "273999906";
  private static final Instant MAY = Instant.parse("2017-05-17T00:00:00Z");
  private static final Duration CLAIMS = Duration.ofDays(400);

  private static final CaseStep STEP =
      new CaseStep(Meeting.alerts(AlertSettings.Scope.THEATRE), CLAIMS);

  private final Map<String, Map<String, PortCall>> side = new TreeMap<>();
  private final OneKey<CaseState> ferry =
      new OneKey<>(
          STEP, FERRY, topic -> List.copyOf(side.getOrDefault(topic, new TreeMap<>()).values()));

  private static PortCall call(String vessel, String port, double day, double hours) {
    Instant start = MAY.plusSeconds(Math.round(day * 86_400));
    return PortCall.newBuilder()
        .setCallId(vessel + port + start)
        .setRevision(1)
        .setStatus(PortCallStatus.CLOSED)
        .setVessel(vessel)
        .setPort(port)
        .setStart(start)
        .setEnd(start.plusSeconds(Math.round(hours * 3600)))
        .setConfidence(3)
        .setLat(43.1)
        .setLon(131.9)
        .setStoppedMinutes(300)
        .setInputRefs(List.of())
        .build();
  }

  /** Out of Rajin on this day, and back there two days later. */
  private static List<PortCall> sailing(double day) {
    return List.of(call(FERRY, "KPRJN", day - 0.9, 20), call(FERRY, "RUVVO", day + 0.5, 20));
  }

  private static List<PortCall> sailings(double... days) {
    List<PortCall> all = new ArrayList<>();
    for (double day : days) {
      all.addAll(sailing(day));
    }
    return all;
  }

  private void hear(List<PortCall> calls) {
    for (PortCall call : calls) {
      for (SideEntry at : STEP.sideEntries(call, call.getStart().toEpochMilli())) {
        side.computeIfAbsent(at.topic(), t -> new TreeMap<>()).put(at.id(), call);
      }
      ferry.revise();
      if (call.getVessel().equals(FERRY)) {
        ferry.on(new Called(call));
      }
    }
  }

  private void reach(double day) {
    ferry.wake(MAY.plusSeconds(Math.round(day * 86_400)).toEpochMilli());
  }

  private List<Alert> alerts() {
    Map<String, Alert> last = new LinkedHashMap<>();
    ferry.emits().forEach(e -> last.put(e.key(), (Alert) e.value()));
    return List.copyOf(last.values());
  }

  private List<String> codes() {
    return alerts().get(0).getEvidence().stream().map(Evidence::getCode).toList();
  }

  @Test
  void threeSailingsAreNoLineAndFourAre() {
    hear(sailings(1, 8, 15));
    assertThat(alerts()).isEmpty();
    hear(sailing(22));
    assertThat(alerts()).hasSize(1);
    assertThat(alerts().get(0).getType()).isEqualTo("FERRY_LINE");
    assertThat(alerts().get(0).getSeverity()).isEqualTo(Severity.INFO);
    assertThat(alerts().get(0).getStatus()).isEqualTo(AlertStatus.OPEN);
    assertThat(codes()).contains("NEW_LINE").doesNotContain("MISSED_SAILING", "LINE_STOPPED");
  }

  @Test
  void unevenIntervalsMakeNoLine() {
    hear(sailings(1, 5, 20, 22, 45));
    assertThat(alerts()).isEmpty();
  }

  @Test
  void aLineBetweenTwoRussianPortsIsNoneOfOurs() {
    for (double day = 1; day < 60; day += 7) {
      hear(List.of(call(FERRY, "RUNJK", day, 20), call(FERRY, "RUVVO", day + 2, 20)));
    }
    assertThat(alerts()).isEmpty();
  }

  /** No data, no stop: neither the end of a replay nor a silent receiver is one. */
  @Test
  void nothingIsMissedWhereNobodyElseIsSeen() {
    hear(sailings(1, 8, 15, 22));
    reach(200);
    assertThat(codes()).doesNotContain("MISSED_SAILING", "LINE_STOPPED");
    ferry.wake(Long.MAX_VALUE);
    assertThat(codes()).doesNotContain("MISSED_SAILING", "LINE_STOPPED");
    assertThat(alerts().get(0).getStatus()).isEqualTo(AlertStatus.CLOSED);
  }

  @Test
  void whatOthersWitnessIsMissedWhenTheWatermarkIsThere() {
    hear(sailings(1, 8, 15, 22));
    hear(List.of(call(COASTER, "RUVVO", 34, 5), call(COASTER, "RUVVO", 60, 5)));
    reach(31);
    assertThat(codes()).doesNotContain("MISSED_SAILING");
    reach(35);
    assertThat(codes()).contains("MISSED_SAILING").doesNotContain("LINE_STOPPED");
    reach(61);
    assertThat(codes()).contains("LINE_STOPPED").doesNotContain("MISSED_SAILING");
  }

  @Test
  void whoSailsAgainHasResumed() {
    hear(sailings(1, 8, 15, 22, 80));
    assertThat(codes()).contains("LINE_STOPPED", "LINE_RESUMED");
  }

  @Test
  void aStayOfThreeTimesTheUsualIsLong() {
    hear(sailings(1, 8, 15, 22, 29));
    assertThat(codes()).doesNotContain("LONG_STAY");
    hear(List.of(call(FERRY, "KPRJN", 35.1, 20), call(FERRY, "RUVVO", 36.5, 70)));
    assertThat(codes()).contains("LONG_STAY");
  }

  /** Others come from other partitions, at any time before or after. */
  @Test
  void itDoesNotMatterWhenOthersAreHeard() {
    List<PortCall> others = new ArrayList<>();
    for (double day = 3; day < 120; day += 9) {
      others.add(call(COASTER, "RUVVO", day, 5));
    }
    List<Alert> first = ended(others, sailings(1, 8, 15, 22, 29, 50, 57));
    FerryLineTest behind = new FerryLineTest();
    Collections.shuffle(others, new Random(7));
    behind.hear(sailings(1, 8, 15, 22, 29, 50, 57));
    behind.reach(90);
    behind.hear(others);
    behind.ferry.wake(Long.MAX_VALUE);
    assertThat(behind.alerts().get(0).getEvidence()).isEqualTo(first.get(0).getEvidence());
    assertThat(behind.codes()).contains("LINE_STOPPED", "MISSED_SAILING");
  }

  private static List<Alert> ended(List<PortCall> others, List<PortCall> own) {
    FerryLineTest before = new FerryLineTest();
    before.hear(others);
    before.hear(own);
    before.ferry.wake(Long.MAX_VALUE);
    return before.alerts();
  }
}
