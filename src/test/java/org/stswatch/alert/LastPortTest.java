package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stswatch.detect.Claims;
import org.stswatch.event.Alert;
import org.stswatch.event.PortCall;
import org.stswatch.event.PortCallStatus;
import org.stswatch.event.Severity;

/** A party's last port links it to the mission for 30 days. */
class LastPortTest {
  private static final Alerts THEATRE = Meeting.alerts(AlertSettings.Scope.THEATRE);

  private final Meeting meeting = new Meeting().at(40, 134.5).alongside();

  private static PortCall call(String port, Instant start, Instant end) {
    return PortCall.newBuilder()
        .setCallId(port + start)
        .setRevision(2)
        .setStatus(PortCallStatus.CLOSED)
        .setVessel("538000001")
        .setPort(port)
        .setStart(start)
        .setEnd(end)
        .setConfidence(3)
        .setLat(42.0)
        .setLon(131.0)
        .setStoppedMinutes(300)
        .setInputRefs(List.of())
        .build();
  }

  private Alert judged(PortCall... calls) {
    Claims claims = new Claims(Map.of(), List.of(), List.of(), List.of(), List.of(calls));
    return THEATRE.judge(meeting.fact(), claims).alert();
  }

  private static List<String> codes(Alert alert) {
    return alert.getEvidence().stream().map(e -> e.getCode()).toList();
  }

  private static Instant daysBefore(int days) {
    return Meeting.START.minus(Duration.ofDays(days));
  }

  @Test
  void withoutALinkTheTheatreAlertsAtMostLow() {
    assertThat(codes(judged())).contains("NO_LINK");
    assertThat(judged().getSeverity()).isEqualTo(Severity.LOW);
  }

  @Test
  void whoLeftAFarEasternOilPortWithinThirtyDaysIsLinkedToTheMission() {
    Alert alert = judged(call("RUNJK", daysBefore(9), daysBefore(7)));
    assertThat(codes(alert)).contains("LAST_PORT").doesNotContain("NO_LINK", "DPRK_LINKED");
  }

  @Test
  void whoseLastPortIsInTheDprkIsLinkedToTheDprk() {
    Alert alert = judged(call("KPNAM", daysBefore(9), daysBefore(7)));
    assertThat(codes(alert)).contains("DPRK_LINKED").doesNotContain("NO_LINK");
  }

  @Test
  void aPortInBetweenEndsThatLink() {
    Alert alert =
        judged(
            call("KPNAM", daysBefore(20), daysBefore(18)),
            call("KRKPO", daysBefore(9), daysBefore(7)));
    assertThat(codes(alert)).contains("NO_LINK").doesNotContain("DPRK_LINKED");
  }

  @Test
  void afterThirtyDaysItIsForgotten() {
    assertThat(codes(judged(call("KPNAM", daysBefore(40), daysBefore(31))))).contains("NO_LINK");
  }

  @Test
  void aCallAfterTheEventSaysNothingOfIt() {
    Instant later = Meeting.START.plus(Duration.ofDays(3));
    assertThat(codes(judged(call("KPNAM", later, later.plusSeconds(9000))))).contains("NO_LINK");
  }

  @Test
  void whoLeftLaterWasStillThere() {
    Alert alert = judged(call("KPNAM", daysBefore(1), Meeting.START.plus(Duration.ofDays(3))));
    assertThat(alert.getEvidence())
        .anyMatch(e -> e.getCode().equals("DPRK_LINKED") && e.getText().contains("there since"));
  }
}
