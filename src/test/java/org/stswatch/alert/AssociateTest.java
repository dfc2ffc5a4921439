package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Evidence;
import org.stswatch.event.FactStatus;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.ClosedMeeting;

/** What it says of a ship that she met a listed one before; all constructed. */
class AssociateTest {
  private static final String SHIP = "538000001";
  private static final String PARTNER = "636000002";
  private static final String LISTED = "351000003";
  private static final String IMO = "9003550";
  private static final Instant START = Instant.parse("2018-10-15T06:00:00Z");

  private static final CaseStep STEP =
      new CaseStep(Meeting.alerts(AlertSettings.Scope.WORLD), Duration.ofDays(400));

  /** Hours alongside each other, at sea. */
  private static Encounter encounter(String id, String one, String other, Instant start) {
    return Encounter.newBuilder(new Meeting().alongside().fact())
        .setEncounterId(id)
        .setVessel1(one)
        .setVessel2(other)
        .setStart(start)
        .setEnd(start.plus(Duration.ofHours(5)))
        .setStatus(FactStatus.CLOSED)
        .build();
  }

  private static Encounter judged() {
    return encounter("judged", SHIP, PARTNER, START);
  }

  private static ClosedMeeting metBefore(int days) {
    return Meeting.closed(
        encounter("days " + days, LISTED, SHIP, START.minus(Duration.ofDays(days))));
  }

  private static SpecificRecord states(String vessel, @Nullable String imo, @Nullable String name) {
    return Meeting.stated(vessel, START.minus(Duration.ofDays(300)))
        .setImo(imo)
        .setName(name)
        .build();
  }

  private static WatchlistEntry entry(String from) {
    return WatchlistEntry.newBuilder()
        .setEntryId("OFAC 1")
        .setListName("OFAC SDN")
        .setListType(ListType.OFAC_SDN)
        .setSubjectKind(ListedKind.VESSEL)
        .setImo(IMO)
        .setNames(List.of("PATRIOT"))
        .setPrograms(List.of("DPRK4"))
        .setFrom(Instant.parse(from))
        .setPublishedAt(Instant.parse("2019-01-15T00:00:00Z"))
        .build();
  }

  private static Alert judged(SpecificRecord... events) {
    HeardCase heard = new HeardCase(STEP, SHIP + "\t" + PARTNER);
    List.of(events).forEach(heard::hear);
    heard.step.wake(START.plus(Duration.ofDays(30)).toEpochMilli());
    return Alert.newBuilder(heard.last()).setRevision(0).build();
  }

  private static @Nullable Evidence associated(Alert a) {
    return a.getEvidence().stream()
        .filter(e -> e.getCode().equals("ASSOCIATED"))
        .findFirst()
        .orElse(null);
  }

  private static Evidence evidence(int days) {
    SpecificRecord says = states(LISTED, IMO, "PATRIOT");
    return Objects.requireNonNull(
        associated(judged(says, entry("2017-08-21T00:00:00Z"), metBefore(days), judged())));
  }

  @Test
  void whoMetAListedHullBeforeIsAssociatedWithHer() {
    Evidence e = evidence(13);
    assertThat(e.getValue()).isEqualTo(12); // days from the end of that meeting
    assertThat(e.getThreshold()).isEqualTo(90);
    assertThat(e.getUnit()).isEqualTo("d");
    assertThat(e.getText())
        .startsWith(
            SHIP
                + " met a listed hull 12 days before: PATRIOT by IMO number, OFAC SDN (DPRK4)"
                + " since 2017-08-21.");
  }

  @Test
  void itsWeightIsHalvedEvery90DaysAndGoneAfterAYear() {
    assertThat(evidence(1).getWeight()).isEqualTo(0.5);
    assertThat(evidence(91).getWeight()).isEqualTo(0.25);
    assertThat(evidence(181).getWeight()).isEqualTo(0.13);
    SpecificRecord says = states(LISTED, IMO, "PATRIOT");
    WatchlistEntry entry = entry("2016-08-21T00:00:00Z");
    assertThat(associated(judged(says, entry, metBefore(361), judged()))).isNull();
  }

  @Test
  void theLatestOfSeveralCounts() {
    SpecificRecord says = states(LISTED, IMO, "PATRIOT");
    WatchlistEntry entry = entry("2017-08-21T00:00:00Z");
    Alert alert = judged(says, entry, metBefore(200), metBefore(31), judged());
    assertThat(Objects.requireNonNull(associated(alert)).getValue()).isEqualTo(30);
  }

  @Test
  void itIsAtMost15PercentOfTheScoreAndChangesNoTypeOrSignal() {
    SpecificRecord says = states(LISTED, IMO, "PATRIOT");
    Alert without = judged(says, metBefore(2), judged());
    Alert with = judged(says, entry("2017-08-21T00:00:00Z"), metBefore(2), judged());
    double added = with.getScore() - without.getScore();
    assertThat(added).isPositive();
    assertThat(added / with.getScore()).isLessThanOrEqualTo(0.15);
    assertThat(with.getSignals()).hasSameSizeAs(without.getSignals());
    assertThat(with.getAlertId()).isEqualTo(without.getAlertId());
  }

  @Test
  void nobodyIsTaintedByAListingThatCameLater() {
    SpecificRecord says = states(LISTED, IMO, "PATRIOT");
    WatchlistEntry later = entry("2018-10-14T00:00:00Z");
    assertThat(associated(judged(says, later, metBefore(2), judged()))).isNull();
  }

  @Test
  void aNameAloneOrAMeetingAfterwardsIsNone() {
    WatchlistEntry entry = entry("2017-08-21T00:00:00Z");
    SpecificRecord namesake = states(LISTED, null, "PATRIOT");
    assertThat(associated(judged(namesake, entry, metBefore(2), judged()))).isNull();
    SpecificRecord says = states(LISTED, IMO, "PATRIOT");
    assertThat(associated(judged(says, entry, metBefore(-2), judged()))).isNull();
  }

  @Test
  void anOrdinaryMeetingWithHerIsNone() {
    Encounter near =
        Encounter.newBuilder(metBefore(2).getFact())
            .setMedianDistanceM(400)
            .setPortDistanceM(3_000)
            .setLat(42.80)
            .setLon(132.88)
            .build();
    SpecificRecord says = states(LISTED, IMO, "PATRIOT");
    WatchlistEntry entry = entry("2017-08-21T00:00:00Z");
    assertThat(associated(judged(says, entry, Meeting.closed(near), judged()))).isNull();
  }

  @Test
  void inAnyOrderTheSameIsKnownAfterSomeDays() {
    List<SpecificRecord> events = new ArrayList<>();
    events.add(judged());
    events.add(states(LISTED, IMO, "PATRIOT"));
    events.add(states(SHIP, null, "CONSTRUCTED"));
    events.add(entry("2017-08-21T00:00:00Z"));
    events.add(metBefore(30));
    events.add(metBefore(90));
    events.add(
        Meeting.closed(encounter("other", "412000009", PARTNER, START.minusSeconds(90_000))));
    Alert expected = judged(events.toArray(SpecificRecord[]::new));
    assertThat(associated(expected)).isNotNull();
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      Collections.shuffle(events, random);
      assertThat(judged(events.toArray(SpecificRecord[]::new))).isEqualTo(expected);
    }
  }
}
