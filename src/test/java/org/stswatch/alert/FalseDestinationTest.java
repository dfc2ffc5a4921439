package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stswatch.detect.Claims;
import org.stswatch.event.Alert;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Evidence;
import org.stswatch.event.PortCall;
import org.stswatch.event.PortCallStatus;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Severity;
import org.stswatch.event.Stance;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.Landfall;

/** A ship is off Chongjin, having left Nakhodka for Busan; or so it is told. */
class FalseDestinationTest {
  private static final String SHIP = "538000001";
  private static final Instant THERE = Instant.parse("2017-08-22T00:00:00Z");
  private static final Alerts WORLD = Meeting.alerts(AlertSettings.Scope.WORLD);

  private final List<PortCall> calls = new ArrayList<>();
  private final List<VoyageStatement> stated = new ArrayList<>();
  private final List<VesselReport> reported = new ArrayList<>();

  private Verdict judged() {
    return judged(12_000, 180, true);
  }

  private Verdict judged(int distanceM, int slowMinutes, boolean closed) {
    Landfall landfall =
        Landfall.newBuilder()
            .setVessel(SHIP)
            .setRevision(1)
            .setClosed(closed)
            .setStart(THERE)
            .setEnd(THERE.plus(Duration.ofHours(5)))
            .setPort("Chongjin")
            .setDistanceM(distanceM)
            .setLat(41.767)
            .setLon(129.965)
            .setSlowMinutes(slowMinutes)
            .setInputRefs(List.of("a0"))
            .build();
    return WORLD.judge(
        Fact.of(landfall),
        new Claims(Map.of(SHIP, stated), List.of(), reported, List.of(), calls),
        Instant.MAX);
  }

  private FalseDestinationTest called(String port, int hoursBefore, int hoursLong) {
    Instant start = THERE.minus(Duration.ofHours(hoursBefore));
    calls.add(
        PortCall.newBuilder()
            .setCallId(port + start)
            .setRevision(2)
            .setStatus(PortCallStatus.CLOSED)
            .setVessel(SHIP)
            .setPort(port)
            .setStart(start)
            .setEnd(start.plus(Duration.ofHours(hoursLong)))
            .setConfidence(3)
            .setLat(42.8)
            .setLon(132.8)
            .setStoppedMinutes(60 * hoursLong)
            .setInputRefs(List.of())
            .build());
    return this;
  }

  private FalseDestinationTest declared(String text, int hoursBefore, StatementKind by) {
    stated.add(
        VoyageStatement.newBuilder()
            .setStatementId(text + hoursBefore + by)
            .setMmsi(SHIP)
            .setObservedAt(THERE.minus(Duration.ofHours(hoursBefore)))
            .setImo("8106496")
            .setDestination(text)
            .setSourceKind(by)
            .build());
    return this;
  }

  private FalseDestinationTest declared(String text, int hoursBefore) {
    return declared(text, hoursBefore, StatementKind.AIS);
  }

  private FalseDestinationTest reports(ClaimKind kind, String area, int hoursBefore, String grade) {
    Instant at = THERE.minus(Duration.ofHours(hoursBefore));
    reported.add(
        VesselReport.newBuilder()
            .setReportId(kind + area)
            .setOriginatorId("port-control")
            .setDisciplines(List.of("port-control"))
            .setReliability(grade)
            .setStance(Stance.ASSERT)
            .setClaim(kind)
            .setSubjects(List.of(ReportSubject.newBuilder().setImo("8106496").build()))
            .setFrom(at)
            .setTo(at)
            .setArea(area)
            .setPublishedAt(THERE.plus(Duration.ofDays(60)))
            .build());
    return this;
  }

  private static Evidence evidence(Verdict v, String code) {
    return v.alert().getEvidence().stream()
        .filter(e -> e.getCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(Verdict v) {
    return v.alert().getEvidence().stream().map(Evidence::getCode).toList();
  }

  private FalseDestinationTest outOfNakhodka() {
    return called("RUNJK", 40, 20);
  }

  @Test
  void recordedOffIsMediumAndSaysThatItIsNotForbidden() {
    Verdict v = outOfNakhodka().declared("BUSAN", 30).judged();
    Alert alert = v.raised().orElseThrow();
    assertThat(alert.getType()).isEqualTo("FALSE_DESTINATION_DIRECT");
    assertThat(alert.getSeverity()).isEqualTo(Severity.MEDIUM);
    assertThat(alert.getTitle()).contains("off Chongjin", "pattern consistent with");
    assertThat(evidence(v, "RECORDED_OFF").getText())
        .contains("Nakhodka", "'BUSAN'", "12.0 km", "Changing destination is not forbidden.");
  }

  @Test
  void aPortCallIsHigh() {
    Verdict v = outOfNakhodka().declared("BUSAN", 30).called("KPCHO", -2, 3).judged();
    assertThat(v.alert().getSeverity()).isEqualTo(Severity.HIGH);
    assertThat(codes(v)).contains("DESTINATION_CALLED").doesNotContain("RECORDED_OFF");
  }

  @Test
  void soIsACallThatAReportTellsOf() {
    outOfNakhodka().declared("BUSAN", 30).reports(ClaimKind.PORT_CALL, "Chongjin", -5, "B");
    assertThat(judged().alert().getSeverity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void aPoorReportChangesNothing() {
    outOfNakhodka().declared("BUSAN", 30).reports(ClaimKind.PORT_CALL, "Chongjin", -5, "E");
    assertThat(judged().alert().getSeverity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void aReportedLoadingIsADeparture() {
    reports(ClaimKind.LOADING, "Vladivostok", 30, "B").declared("CHINA", 30);
    assertThat(evidence(judged(), "RECORDED_OFF").getText()).contains("Vladivostok", "by report");
  }

  @Test
  void aDestinationTakenDownByPortControlCounts() {
    outOfNakhodka().declared("CHINA", 30, StatementKind.PORT_CONTROL);
    assertThat(evidence(judged(), "RECORDED_OFF").getText()).contains("port control");
  }

  @Test
  void soDoesOneThatAReportTellsOf() {
    outOfNakhodka().declared("FOR ORDERS", 30);
    assertThat(judged().raised()).isEmpty();
    reports(ClaimKind.DECLARED_DESTINATION, "South Korea", 30, "B");
    assertThat(judged().raised()).isPresent();
  }

  @Test
  void whoChangesOpenlyIsAtMostInfo() {
    Verdict v = outOfNakhodka().declared("BUSAN", 30).declared("CHONGJIN", 4).judged();
    assertThat(v.alert().getSeverity()).isEqualTo(Severity.INFO);
    assertThat(codes(v)).contains("DESTINATION_CHANGED_OPENLY");
  }

  @Test
  void whoSaysSoOnlyWhenThereDoesNotChangeOpenly() {
    Verdict v = outOfNakhodka().declared("BUSAN", 30).declared("CHONGJIN", -1).judged();
    assertThat(v.alert().getSeverity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void nothingIsSaidOfWhoeverDeclaredTheDprkOrNothingReadable() {
    outOfNakhodka();
    assertThat(declared("KP CHO", 30).judged().reason()).contains("declared openly");
    stated.clear();
    assertThat(declared("FISHING FLEET", 30).judged().reason()).contains("could be read");
    stated.clear();
    assertThat(judged().raised()).isEmpty();
  }

  @Test
  void theDestinationOfTheVoyageBeforeIsNone() {
    assertThat(outOfNakhodka().declared("NAKHODKA", 45).judged().raised()).isEmpty();
  }

  @Test
  void otherPortsAndOlderDeparturesAreNone() {
    assertThat(called("JPOTR", 40, 20).declared("BUSAN", 30).judged().raised()).isEmpty();
    calls.clear();
    assertThat(called("RUNJK", 240, 20).judged().raised()).isEmpty();
  }

  @Test
  void whoCallsWhereDeclaredHasOnlyPassed() {
    outOfNakhodka().declared("BUSAN", 30).called("KRPUS", -40, 10);
    assertThat(judged().reason()).contains("arrived as declared");
  }

  @Test
  void whoCrossesClaimedWatersWithoutSlowingHasOnlyPassed() {
    outOfNakhodka().declared("BUSAN", 30);
    assertThat(judged(80_000, 20, false).reason()).contains("passed by");
    assertThat(judged(80_000, 90, false).raised()).isPresent();
  }

  @Test
  void whoLeftWithoutAStopHasThatInItsFavour() {
    outOfNakhodka().declared("BUSAN", 30);
    assertThat(evidence(judged(12_000, 20, true), "LEFT_WITHOUT_STOP").getWeight()).isNegative();
    assertThat(codes(judged(12_000, 20, false))).doesNotContain("LEFT_WITHOUT_STOP");
  }

  @Test
  void weatherSpeaksAgainstWhereItIsReported() {
    outOfNakhodka().declared("BUSAN", 30).reports(ClaimKind.OTHER, "", 2, "B");
    VesselReport gale =
        VesselReport.newBuilder(reported.get(0))
            .setDisciplines(List.of("weather"))
            .setLat(41.0)
            .setLon(130.5)
            .build();
    reported.set(0, gale);
    assertThat(evidence(judged(), "WEATHER").getWeight()).isNegative();
    reported.set(0, VesselReport.newBuilder(gale).setLat(30.0).build());
    assertThat(codes(judged())).doesNotContain("WEATHER");
  }

  @Test
  void theOrderInWhichClaimsAreKnownChangesNothing() {
    outOfNakhodka().declared("BUSAN", 30).declared("CHONGJIN", 4).declared("CHINA", 3);
    called("KPCHO", -2, 3).reports(ClaimKind.PORT_CALL, "Chongjin", -5, "B");
    reports(ClaimKind.LOADING, "Vladivostok", 50, "B");
    Alert before = judged().alert();
    Collections.reverse(calls);
    Collections.reverse(stated);
    Collections.reverse(reported);
    assertThat(judged().alert()).isEqualTo(before);
  }
}
