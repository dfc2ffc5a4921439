package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stswatch.detect.Claims;
import org.stswatch.event.Alert;
import org.stswatch.event.Party;
import org.stswatch.event.PartyRole;
import org.stswatch.event.Severity;
import org.stswatch.event.SourceKind;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.Stop;

/** What is made of something seen beside a DPRK ship that drifts in the Japan Sea, in winter. */
class SeenBesideTest {
  private static final String WAITS = "445000001";
  private static final Instant WINTER = Instant.parse("2018-01-15T12:00:00Z");

  private static final Alerts ALERTS = Meeting.alerts(AlertSettings.Scope.WORLD);

  private final Map<String, List<VoyageStatement>> stated = new TreeMap<>();
  private final List<Answer> answers = new ArrayList<>(List.of(answer(WAITS, "own", 20)));
  private Instant when = WINTER;
  private @Nullable Double lengthM = 85.0;
  private int apartM = 120;
  private int jumpers;
  private boolean contested;
  private double lat = 40;
  private double lon = 135;
  private double speedKn = 0.6;

  private Answer answer(String vessel, String ref, int metres) {
    return new Answer(vessel, ref, "seen".equals(ref) ? lengthM : Double.valueOf(98), metres);
  }

  private void states(String vessel, double metres) {
    stated.put(
        vessel, List.of(Meeting.stated(vessel, WINTER).setReceipt(2).setLengthM(metres).build()));
  }

  private Verdict judged() {
    Detection detection =
        Detection.newBuilder()
            .setRef("seen")
            .setDetectionId("S1-77")
            .setObservedAt(when)
            .setPublishedAt(when)
            .setLat(lat)
            .setLon(lon)
            .setErrorM(20)
            .setLengthM(lengthM)
            .setMadeWith(SourceKind.SAR)
            .setOwn(true)
            .build();
    Instant from = when.minus(Duration.ofHours(5));
    Stop stop = new Stop(WAITS, from, when, speedKn, lat, lon, 900, List.of("f1", "f2"));
    SeenBeside fact =
        new SeenBeside(
            WAITS, true, false, detection, apartM, stop, contested, jumpers, List.copyOf(answers));
    Claims claims = new Claims(stated, List.of(), List.of(), List.of(), List.of());
    return ALERTS.judge(Fact.of(fact), claims, Instant.MAX);
  }

  private Alert alert() {
    return judged().raised().orElseThrow();
  }

  private double weight(String code) {
    return alert().getEvidence().stream()
        .filter(e -> e.getCode().equals(code))
        .findFirst()
        .orElseThrow()
        .getWeight();
  }

  private List<String> silences() {
    return judged().silencedBy().stream().map(Verdict.Silence::code).toList();
  }

  @Test
  void whatNobodyOnAisIsIsAnAlertAboutTheShipWithAPartnerOfNoName() {
    Alert alert = alert();
    assertThat(alert.getType()).isEqualTo("DARK_RENDEZVOUS_OBSERVED");
    assertThat(alert.getSeverity()).isEqualTo(Severity.HIGH);
    assertThat(alert.getTitle()).contains("pattern consistent with");
    Party partner = alert.getParties().get(1);
    assertThat(partner.getRole()).isEqualTo(PartyRole.DARK_PARTNER);
    assertThat(partner.getVesselKey()).isEqualTo("S1-77");
    assertThat(alert.getEvidence().get(0).getInputRefs()).containsExactly("f1", "f2", "seen");
  }

  @Test
  void theIdHangsOnTheShipAndTheTimeAlone() {
    String id = alert().getAlertId();
    lengthM = null;
    apartM = 400;
    assertThat(alert().getAlertId()).isEqualTo(id);
  }

  @Test
  void whatIsTheShipHerselfIsNothing() {
    answers.clear();
    answers.add(answer(WAITS, "seen", 120));
    assertThat(silences()).containsExactly("ON_AIS");
  }

  @Test
  void whatIsAThirdShipIsNothing() {
    answers.add(answer("538000002", "seen", 900));
    assertThat(silences()).containsExactly("ON_AIS");
  }

  @Test
  void aThirdShipThatIsSomethingNearerIsNot() {
    answers.add(answer("538000002", "third", 30));
    answers.add(answer("538000002", "seen", 900));
    assertThat(silences()).isEmpty();
  }

  @Test
  void aThirdShipOfAnotherLengthIsNotItForSureAndBoundsIt() {
    answers.add(answer("538000002", "seen", 900));
    states("538000002", 68.1); // a quarter more is 85.1
    assertThat(silences()).containsExactly("ON_AIS");
    states("538000002", 67.9);
    assertThat(weight("LENGTH_DIFFERS")).isEqualTo(-1);
    assertThat(alert().getSeverity()).isEqualTo(Severity.LOW);
  }

  @Test
  void inTheSeasonOfSquidOnlyLargeShipsKeepTheirWeight() {
    when = Instant.parse("2017-05-01T00:00:00Z");
    lengthM = 49.0;
    assertThat(weight("SQUID_SEASON")).isEqualTo(-1);
    lengthM = null;
    assertThat(weight("SQUID_SEASON")).isEqualTo(-1);
    lengthM = 50.0;
    assertThat(alert().getEvidence()).noneMatch(e -> e.getCode().equals("SQUID_SEASON"));
    lengthM = 49.0;
    when = Instant.parse("2017-12-01T00:00:00Z");
    assertThat(alert().getEvidence()).noneMatch(e -> e.getCode().equals("SQUID_SEASON"));
  }

  @Test
  void farFromAlongsideItSaysLess() {
    assertThat(weight("SEEN_BESIDE")).isEqualTo(1.5);
    apartM = 151;
    assertThat(weight("SEEN_BESIDE")).isEqualTo(1);
  }

  @Test
  void nearAPortNothingIsRaised() {
    lat = 43.07;
    lon = 131.9; // off Vladivostok
    assertThat(silences()).containsExactly("NEAR_PORT");
  }

  @Test
  void jammingAndTwoShipsOnOneNumberBoundItAtInfo() {
    jumpers = 5;
    assertThat(alert().getSeverity()).isEqualTo(Severity.INFO);
    jumpers = 0;
    contested = true;
    assertThat(alert().getSeverity()).isEqualTo(Severity.INFO);
  }

  @Test
  void aShipThatLiesStillMayLieAtAnchor() {
    speedKn = 0.1;
    assertThat(weight("LIES_STILL")).isEqualTo(-1.5);
    assertThat(alert().getSeverity()).isEqualTo(Severity.INFO);
  }
}
