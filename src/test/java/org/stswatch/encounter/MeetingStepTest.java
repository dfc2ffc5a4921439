package org.stswatch.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.ContactSide;
import org.stswatch.event.state.MeetingPart;
import org.stswatch.stream.InternalSerde;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.support.Interleaving;
import org.stswatch.support.OneKey;
import org.stswatch.topology.Settings;

/** What a pair's meeting costs and says does not depend on how it was remembered. */
class MeetingStepTest {
  private static final int STEP_S = 600;
  private static final int A_DAY = 144;
  private static final int START_S = 1_506_816_000;
  private static final String KEY = "431000001\t431000002";
  private static final long NEVER_REACHED = Long.MIN_VALUE;

  private final EncounterSettings settings = Settings.ofProfile("gfw", Map.of()).encounter();
  private final Runs runs = new Runs(settings);
  private final MeetingStep step = new MeetingStep(settings, NearestPort.NONE);

  @Test
  void aMeetingOfAMonthTakesHardlyMoreRoomThanOneOfADay() {
    assertThat(bytes(live(30 * A_DAY))).isLessThan(2 * bytes(live(A_DAY)));
  }

  @Test
  void whatIsSettledBehindTheWatermarkSaysTheSameAsAllContacts() {
    List<Encounter> all = closed(run(30 * A_DAY, false));
    assertThat(all).singleElement().satisfies(e -> assertThat(e.getTogetherMinutes()).isPositive());
    assertThat(closed(live(30 * A_DAY))).isEqualTo(all);
  }

  @Test
  void aStateReadFromItsPartsGoesOnAsBefore() {
    MeetingState state = live(2 * A_DAY);
    SortedMap<Long, SpecificRecord> parts = new TreeMap<>();
    step.layout().split(state).forEach((n, part) -> parts.put(n, read(write(part))));
    assertThat(step.layout().join(KEY, parts)).isEqualTo(state);
  }

  /** What is added up again from a mark on the way is what a restart adds up from the start. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void lateContactsAndRemovalsAddUpAsInAStateReadFromItsParts(int seed) {
    Random random = new Random(seed);
    MeetingState state = null;
    List<Contact> sent = new ArrayList<>();
    for (int i = 0; i < A_DAY; i++) {
      int late = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
      boolean removed = random.nextInt(4) == 0;
      long reached = (START_S + (i - 72L) * STEP_S) * 1000;
      sent.add(contact(Math.max(0, i - late), random.nextInt(60), removed));
      Contact again = sent.get(sent.size() - 1 - random.nextInt(Math.min(60, sent.size())));
      for (Contact c : List.of(sent.get(sent.size() - 1), among(random.nextInt(5), again))) {
        state = on(state, c, reached).state();
        if (state != null) {
          assertThat(step.layout().join(KEY, step.layout().split(state)))
              .isEqualTo(state.withCrowds(runs));
        }
      }
    }
    assertThat(state).isNotNull();
  }

  @Test
  void whoElseWasAroundCountsHoweverLateItIsLearnt() {
    MeetingState alone = live(A_DAY);
    MeetingState among = alone;
    for (MeetingPart part : alone.parts().values()) {
      Contact first = part.getContacts().get(0);
      among = Objects.requireNonNull(on(among, among(4, first), NEVER_REACHED).state());
    }
    assertThat(among.knowsCrowds()).isFalse();
    assertThat(step.layout().join(KEY, step.layout().split(among)))
        .isEqualTo(among.withCrowds(runs))
        .isNotEqualTo(alone);
  }

  /** The only one behind a mark, it may be. */
  @Test
  void aLastContactThatGoesLeavesTheOneBeforeItAsTheLast() {
    for (int n = 1; n <= 30; n++) {
      MeetingState more =
          Objects.requireNonNull(on(live(n), contact(n, 20, false), NEVER_REACHED).state());
      MeetingState state =
          Objects.requireNonNull(on(more, contact(n, 20, true), NEVER_REACHED).state());
      assertThat(step.layout().join(KEY, step.layout().split(state))).isEqualTo(state);
    }
  }

  @Test
  void anOlderStateStaysAsItWas() {
    MeetingState state = live(A_DAY);
    Contact next = contact(A_DAY, 20, false);
    Result<MeetingState> first = on(state, next, NEVER_REACHED);
    on(Objects.requireNonNull(first.state()), contact(A_DAY, 20, true), NEVER_REACHED);
    on(state, contact(A_DAY - 1, 400, false), NEVER_REACHED);
    assertThat(on(state, next, NEVER_REACHED)).isEqualTo(first);
  }

  /** Each cell's contacts come in their order, those of different cells in any. */
  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void anyOrderOfTheCellsGivesTheSameStateAndTheSameEncounters(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<Contact>> ofCells = ofCells(random);
    OneKey<MeetingState> one = new OneKey<>(step, KEY, Side.NONE);
    OneKey<MeetingState> other = new OneKey<>(step, KEY, Side.NONE);
    Interleaving.of(ofCells, random).forEach(one::on);
    Interleaving.of(ofCells, random).forEach(other::on);
    assertThat(contacts(other)).isEqualTo(contacts(one));
    long w = startMs(random.nextInt(4 * A_DAY));
    one.wake(w);
    other.wake(w);
    assertThat(contacts(other)).isEqualTo(contacts(one));
    assertThat(closed(other)).isEqualTo(closed(one));
    one.wake(Long.MAX_VALUE);
    other.wake(Long.MAX_VALUE);
    assertThat(standing(other)).isEqualTo(standing(one));
    assertThat(other.state()).isNull();
  }

  /** As it runs live: what is settled behind the watermark adds up to the same. */
  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void aWatermarkThatFollowsGivesTheSameEncounters(@ForAll long seed) {
    Random random = new Random(seed);
    List<Contact> all = Interleaving.of(ofCells(random), random);
    OneKey<MeetingState> live = new OneKey<>(step, KEY, Side.NONE);
    OneKey<MeetingState> once = new OneKey<>(step, KEY, Side.NONE);
    for (int i = 0; i < all.size(); i++) {
      once.on(all.get(i));
      live.on(all.get(i));
      int next =
          all.subList(i + 1, all.size()).stream().mapToInt(Contact::getTimeS).min().orElse(0);
      if (next > 0) {
        live.wake(next * 1000L - 1);
      }
    }
    live.wake(Long.MAX_VALUE);
    once.wake(Long.MAX_VALUE);
    assertThat(standing(live)).isEqualTo(standing(once));
    assertThat(live.state()).isNull();
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void wakingInBetweenChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    OneKey<MeetingState> twice = new OneKey<>(step, KEY, Side.NONE);
    OneKey<MeetingState> once = new OneKey<>(step, KEY, Side.NONE);
    for (Contact c : Interleaving.of(ofCells(random), random)) {
      twice.on(c);
      once.on(c);
    }
    int first = random.nextInt(3 * A_DAY);
    long second = startMs(first + random.nextInt(2 * A_DAY));
    twice.wake(startMs(first));
    twice.wake(second);
    once.wake(second);
    assertThat(twice.stored()).isEqualTo(once.stored());
    assertThat(twice.dueMs()).isEqualTo(once.dueMs());
    assertThat(twice.emits()).isEqualTo(once.emits());
  }

  private static long startMs(int number) {
    return (START_S + number * (long) STEP_S) * 1000;
  }

  /** Contacts of a day with pauses, of which late samples moved some to the other cell. */
  private static List<List<Contact>> ofCells(Random random) {
    List<List<Contact>> ofCells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Contact> order = new ArrayList<>();
    for (int i = 0; i < A_DAY; i++) {
      i += random.nextInt(20) == 0 ? random.nextInt(60) : 0;
      order.add(contact(i, random.nextInt(300), false));
    }
    for (Contact c : shaken(order, random)) {
      int cell = random.nextInt(3);
      for (int moves = random.nextInt(3); moves > 0; moves--) {
        ofCells.get(cell).add(of(cell, c, false));
        ofCells.get(cell).add(of(cell, c, true));
        cell = random.nextInt(3);
      }
      if (random.nextInt(20) > 0) {
        ofCells.get(cell).add(of(cell, c, false));
      }
    }
    return ofCells;
  }

  /** Each may be overtaken by those of two hours after it. */
  private static List<Contact> shaken(List<Contact> inOrder, Random random) {
    Map<Contact, Integer> at = new IdentityHashMap<>();
    inOrder.forEach(c -> at.put(c, c.getTimeS() + random.nextInt(12 * STEP_S)));
    return inOrder.stream().sorted(Comparator.comparingInt(at::get)).toList();
  }

  private static Contact of(int cell, Contact c, boolean removed) {
    return Contact.newBuilder(c).setCell(cell).setRemoved(removed).build();
  }

  /** What is stored, but for what was published: how often depends on the order. */
  private static Map<Long, String> contacts(OneKey<MeetingState> of) {
    Map<Long, String> stored = of.stored();
    stored.remove(0L);
    return stored;
  }

  /** What is final at the watermark; when an open one is told again depends on the order. */
  private static List<Encounter> closed(OneKey<MeetingState> of) {
    return standing(of).stream().filter(e -> e.getStatus() == FactStatus.CLOSED).toList();
  }

  /** The last revision of each encounter that stands. */
  private static List<Encounter> standing(OneKey<MeetingState> of) {
    Map<String, Encounter> last = new TreeMap<>();
    for (Emit emit : of.emits()) {
      if (emit.value() instanceof Encounter e) {
        last.put(e.getEncounterId(), e);
      }
    }
    return last.values().stream()
        .filter(e -> e.getStatus() != FactStatus.RETRACTED)
        .map(e -> Encounter.newBuilder(e).setRevision(0).build())
        .toList();
  }

  /** Contacts in the order of time, with a watermark that follows two hours behind. */
  private MeetingState live(int contacts) {
    return run(contacts, true);
  }

  private MeetingState run(int contacts, boolean watermark) {
    Random random = new Random(1);
    MeetingState state = null;
    for (int i = 0; i < contacts; i++) {
      long reached = watermark ? (START_S + (i - 12L) * STEP_S) * 1000 : NEVER_REACHED;
      state = on(state, contact(i, random.nextInt(60), false), reached).state();
    }
    return Objects.requireNonNull(state);
  }

  private Result<MeetingState> on(@Nullable MeetingState state, Contact c, long watermarkMs) {
    return step.on(KEY, state, c, Side.NONE, watermarkMs);
  }

  /** Without the revision: how often it was told does not matter here. */
  private List<Encounter> closed(MeetingState state) {
    List<Encounter> closed = new ArrayList<>();
    for (Emit emit : step.due(KEY, state, Side.NONE, Long.MAX_VALUE).emits()) {
      if (emit.value() instanceof Encounter e && e.getStatus() == FactStatus.CLOSED) {
        closed.add(Encounter.newBuilder(e).setRevision(0).build());
      }
    }
    return closed;
  }

  private int bytes(MeetingState state) {
    return step.layout().split(state).values().stream().mapToInt(part -> write(part).length).sum();
  }

  private static byte[] write(SpecificRecord part) {
    return InternalSerde.any().serializer().serialize("", part);
  }

  private static SpecificRecord read(byte[] part) {
    return InternalSerde.any().deserializer().deserialize("", part);
  }

  private static Contact contact(int number, int northM, boolean removed) {
    int timeS = START_S + number * STEP_S;
    return new Contact(
        "431000001",
        "431000002",
        7L,
        timeS,
        removed,
        northM,
        side(38_500_000, timeS),
        side(38_500_000 + northM * 9, timeS));
  }

  /** The same contact with others around. */
  private static Contact among(int crowd, Contact c) {
    ContactSide crowded = ContactSide.newBuilder(c.getSideA()).setCrowd(crowd).build();
    return Contact.newBuilder(c).setSideA(crowded).build();
  }

  private static ContactSide side(int lat6, int timeS) {
    return new ContactSide(lat6, 124_200_000, false, START_S, timeS - STEP_S, 1, (long) timeS);
  }
}
