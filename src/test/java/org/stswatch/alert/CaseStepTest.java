package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.CaseState;
import org.stswatch.stream.Side;
import org.stswatch.support.Interleaving;
import org.stswatch.support.OneKey;

/**
 * What stands of a pair is a function of its facts and of what was stated of its ships, whichever
 * came first. Facts have one writer, so their revisions come in order; statements come in any.
 */
class CaseStepTest {
  private static final String KEY = "445000001\t538000002";
  private static final Duration CLAIMS = Duration.ofDays(400);

  private static final CaseStep STEP =
      new CaseStep(Meeting.alerts(AlertSettings.Scope.WORLD), CLAIMS);

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void anyOrderGivesTheSameStateAndTheSameAlerts(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<SpecificRecord>> writers = writers(random);
    HeardCase one = new HeardCase(STEP, KEY);
    HeardCase other = new HeardCase(STEP, KEY);
    writers.forEach(events -> events.forEach(one::hear));
    Interleaving.of(writers, random).forEach(other::hear);
    assertThat(state(other).getEncounters()).isEqualTo(state(one).getEncounters());
    assertThat(standing(state(other).getAlerts())).isEqualTo(standing(state(one).getAlerts()));
    assertThat(standing(last(other.alerts()))).isEqualTo(standing(state(one).getAlerts()));
    assertThat(other.step.dueMs()).isEqualTo(one.step.dueMs());
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void everyAlertIsToldInRevisionsWithoutAGap(@ForAll long seed) {
    Random random = new Random(seed);
    HeardCase heard = new HeardCase(STEP, KEY);
    Interleaving.of(writers(random), random).forEach(heard::hear);
    Map<String, Integer> told = new HashMap<>();
    for (Alert alert : heard.alerts()) {
      assertThat(alert.getRevision()).isEqualTo(told.merge(alert.getAlertId(), 1, Integer::sum));
    }
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void wakingInBetweenChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    HeardCase often = new HeardCase(STEP, KEY);
    HeardCase once = new HeardCase(STEP, KEY);
    long w = Meeting.START.toEpochMilli();
    for (SpecificRecord event : Interleaving.of(writers(random), random)) {
      w += random.nextInt(20 * 86_400_000);
      often.step.wake(Math.min(w, once.step.dueMs() - 1));
      often.hear(event);
      once.hear(event);
    }
    assertThat(often.step.stored()).isEqualTo(once.step.stored());
    assertThat(often.alerts()).isEqualTo(once.alerts());
    long dueMs = once.step.dueMs();
    often.step.wake(dueMs - 1);
    assertThat(often.step.stored()).isEqualTo(once.step.stored());
    while (often.step.state() != null) { // when the past is known, and when it is forgotten
      dueMs = often.step.dueMs();
      often.step.wake(dueMs - 1);
      often.step.wake(dueMs);
      often.step.wake(dueMs + 1);
    }
    once.step.wake(dueMs + 1);
    assertThat(once.step.state()).isNull();
    assertThat(often.alerts()).isEqualTo(once.alerts());
  }

  /** Whether it comes before or after the fact is forgotten hangs on who was faster. */
  @Example
  void aStatementReceivedBehindTheClaimsWindowChangesNothing() {
    Encounter closed = closed();
    long lastMs = closed.getEnd().plus(CLAIMS).toEpochMilli();
    for (long receivedMs : new long[] {lastMs, lastMs + 1}) {
      OneKey<CaseState> step = new OneKey<>(STEP, KEY, new ReceivedAt(receivedMs));
      step.on(closed);
      Alert told = (Alert) step.emits().get(0).value();
      boolean named = told.getParties().stream().anyMatch(p -> "SHIP 1".equals(p.getName()));
      assertThat(named).isEqualTo(receivedMs == lastMs);
    }
  }

  private record ReceivedAt(long receivedAtMs) implements Side {
    @Override
    public List<SpecificRecord> entries(String topic) {
      boolean vessel = !topic.startsWith("\t"); // else it is that of a vessel's meetings, say
      return vessel
          ? List.of(Meeting.stated(topic, Meeting.START).setName("SHIP 1").build())
          : List.of();
    }

    @Override
    public List<SpecificRecord> entries(String topic, long receivedMs) {
      return receivedAtMs <= receivedMs ? entries(topic) : List.of();
    }
  }

  /** Else its next revision would be the first one again. */
  @Example
  void aFactThatIsOpenIsNotForgotten() {
    OneKey<CaseState> step = new OneKey<>(STEP, KEY, Side.NONE);
    step.on(Encounter.newBuilder(closed()).setStatus(FactStatus.OPEN).build());
    step.wake(closed().getEnd().plus(CLAIMS).toEpochMilli());
    assertThat(step.state()).isNotNull();
  }

  private static Encounter closed() {
    return Encounter.newBuilder(new Meeting().fact())
        .setVessel1("445000001")
        .setVessel2("538000002")
        .setStatus(FactStatus.CLOSED)
        .build();
  }

  private static CaseState state(HeardCase of) {
    return Objects.requireNonNull(of.step.state());
  }

  /** The facts of the pair, and each statement by itself. */
  private static List<List<SpecificRecord>> writers(Random random) {
    List<List<SpecificRecord>> writers = new ArrayList<>();
    List<SpecificRecord> facts = new ArrayList<>();
    for (int n = 0; n <= random.nextInt(3); n++) {
      facts.addAll(revisions(n, random));
    }
    writers.add(facts);
    for (int n = random.nextInt(6); n > 0; n--) {
      writers.add(List.of(statement(random)));
    }
    return writers;
  }

  /** An encounter that is told once or more often, and at last closed or taken back. */
  private static List<Encounter> revisions(int number, Random random) {
    Instant start = Meeting.START.plus(Duration.ofHours(12L * number));
    List<Encounter> revisions = new ArrayList<>();
    int last = 1 + random.nextInt(3);
    boolean disproved = random.nextInt(4) == 0;
    for (int r = 1; r <= last; r++) {
      FactStatus end = disproved ? FactStatus.RETRACTED : FactStatus.CLOSED;
      revisions.add(
          Encounter.newBuilder(new Meeting().fact())
              .setEncounterId("e" + number)
              .setVessel1("445000001")
              .setVessel2("538000002")
              .setStart(start)
              .setEnd(start.plus(Duration.ofHours(2 + r)))
              .setRevision(r)
              .setStatus(r < last ? FactStatus.OPEN : end)
              .setPortDistanceM(random.nextInt(3) == 0 ? 5_000 : 50_000)
              .setNearestPort("Nampo")
              .setMedianDistanceM(random.nextInt(500))
              .build());
    }
    return revisions;
  }

  private static VoyageStatement statement(Random random) {
    Instant when = Meeting.START.plus(Duration.ofMinutes(random.nextInt(6000) - 3000));
    return Meeting.stated(random.nextBoolean() ? "445000001" : "538000002", when)
        .setName("SHIP " + random.nextInt(3))
        .setShipType(random.nextBoolean() ? 80 + random.nextInt(3) : null)
        .setFlag(random.nextBoolean() ? "KP" : null)
        .build();
  }

  private static List<Alert> last(List<Alert> revisions) {
    Map<String, Alert> last = new TreeMap<>();
    revisions.forEach(a -> last.put(a.getStart() + a.getAlertId(), a));
    return List.copyOf(last.values());
  }

  /** Without what depends on the order: how many revisions there were, and what was taken back. */
  private static List<Alert> standing(List<Alert> alerts) {
    return alerts.stream()
        .filter(a -> a.getStatus() != AlertStatus.RETRACTED)
        .map(a -> Alert.newBuilder(a).setRevision(0).build())
        .toList();
  }
}
