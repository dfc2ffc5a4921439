package org.stswatch.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stswatch.event.state.CellState;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.CellTime;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.support.Interleaving;
import org.stswatch.support.OneKey;

/** The contacts of a cell are a function of the samples in it, in whatever order they came. */
class ProximityStepTest {
  private static final int RADIUS_M = 500;
  private static final int TIME_S = 1_506_816_000;
  private static final int LAT6 = 100_000;
  private static final int LON6 = 124_200_000;

  /** A metre, in 1e-6 degrees at the equator. */
  private static final int METRE_E6 = 9;

  private final Cells cells = ProximityStep.cells(RADIUS_M);
  private final ProximityStep step = new ProximityStep(cells, RADIUS_M);
  private final String key =
      CellTime.key(
          cells.ofMiddle(LAT6 / 1e6, LON6 / 1e6, LAT6 / 1e6, (LON6 + 400 * METRE_E6) / 1e6),
          TIME_S);

  @Property(tries = 200)
  void anyOrderGivesTheSameContacts(@ForAll long seed) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      samples.add(sample("v" + random.nextInt(8), i, random.nextInt(1500), random.nextInt(300)));
    }
    Map<String, Contact> contacts = contacts(samples);
    Collections.shuffle(samples, random);
    assertThat(contacts(samples)).isEqualTo(contacts);
  }

  @Property(tries = 200)
  void aSampleThatComesAndGoesLeavesNothingBehind(@ForAll long seed) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      samples.add(sample("v" + i, 0, random.nextInt(1500), random.nextInt(300)));
    }
    Map<String, Contact> contacts = contacts(samples);
    Sample guest = sample("w", 0, random.nextInt(1500), random.nextInt(300));
    samples.add(random.nextInt(samples.size()), guest);
    samples.add(Sample.newBuilder(guest).setRemoved(true).build());
    assertThat(contacts(samples)).isEqualTo(contacts);
  }

  /**
   * Two ships under each of two MMSI, equally near: a third ship must not change which are told.
   */
  @Example
  void ofTwoPairsOfSegmentsEquallyNearTheSameIsTold() {
    Sample a1 = sample("a", 1, 0, 0);
    Sample b2 = sample("b", 2, 100, 0);
    Sample a2 = sample("a", 2, 300, 0);
    Sample b1 = sample("b", 1, 400, 0);
    Sample c = sample("c", 1, 850, 0);
    Map<String, Contact> contacts = contacts(List.of(c, a1, b2, a2, b1));
    assertThat(contacts.get("a\tb"))
        .isNotNull()
        .satisfies(x -> assertThat(x.getDistanceM()).isEqualTo(100));
    assertThat(contacts(List.of(a1, b2, a2, b1, c))).isEqualTo(contacts);
  }

  /** Each ship's samples come in their order, those of different ships in any. */
  @Property(tries = 200)
  void anyOrderOfTheShipsGivesTheSameStateAndTheSameContacts(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<Sample>> ofShips = new ArrayList<>();
    for (int ship = 0; ship < 6; ship++) {
      ofShips.add(changes("v" + ship, random));
    }
    OneKey<CellState> one = new OneKey<>(step, key, Side.NONE);
    OneKey<CellState> other = new OneKey<>(step, key, Side.NONE);
    Interleaving.of(ofShips, random).forEach(one::on);
    Interleaving.of(ofShips, random).forEach(other::on);
    assertThat(other.stored()).isEqualTo(one.stored());
    assertThat(other.dueMs()).isEqualTo(one.dueMs());
    assertThat(standing(other.emits())).isEqualTo(standing(one.emits()));
  }

  /** Late ones come while the watermark is on its way to their time. */
  @Property(tries = 100)
  void wakingInBetweenChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    OneKey<CellState> often = new OneKey<>(step, key, Side.NONE);
    OneKey<CellState> once = new OneKey<>(step, key, Side.NONE);
    long atMs = TIME_S * 1000L;
    for (Sample s : changes("v", random)) {
      often.wake(atMs - 1 - random.nextInt(3_600_000));
      often.on(s);
      once.on(s);
    }
    assertThat(often.stored()).isEqualTo(once.stored());
    often.wake(atMs);
    often.wake(atMs + 3_600_000);
    once.wake(atMs + 3_600_000);
    assertThat(often.stored()).isEqualTo(once.stored()).isEmpty();
    assertThat(often.emits()).isEqualTo(once.emits());
  }

  /** The times of an hour share a state, and nothing else. */
  @Property(tries = 100)
  void whatIsSeenAtOneTimeIsNoMatterOfAnother(@ForAll long seed) {
    Random random = new Random(seed);
    List<List<Sample>> ofShips = new ArrayList<>();
    for (int ship = 0; ship < 6; ship++) {
      ofShips.add(changes("v" + ship, random));
      ofShips.add(changes("v" + ship, random).stream().map(ProximityStepTest::later).toList());
    }
    List<Sample> all = Interleaving.of(ofShips, random);
    Map<Boolean, List<Sample>> byTime =
        all.stream().collect(Collectors.partitioningBy(s -> s.getTimeS() == TIME_S));
    Map<String, Contact> each = new TreeMap<>();
    byTime.values().forEach(samples -> each.putAll(contacts(samples)));
    assertThat(contacts(all)).isEqualTo(each);
  }

  private static Sample later(Sample s) {
    return Sample.newBuilder(s).setTimeS(TIME_S + 1800).build();
  }

  /** A ship's sample at this time is seen here, elsewhere, gone, and back again. */
  private static List<Sample> changes(String vessel, Random random) {
    List<Sample> changes = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      Sample s = sample(vessel, random.nextInt(2), random.nextInt(1500), random.nextInt(300));
      changes.add(Sample.newBuilder(s).setRemoved(random.nextInt(4) == 0).build());
    }
    return changes;
  }

  /** What stands after all these samples. */
  private Map<String, Contact> contacts(List<Sample> samples) {
    OneKey<CellState> cell = new OneKey<>(step, key, Side.NONE);
    samples.forEach(cell::on);
    return standing(cell.emits());
  }

  private static Map<String, Contact> standing(List<Result.Emit> emits) {
    Map<String, Contact> contacts = new TreeMap<>();
    for (Result.Emit emit : emits) {
      Contact contact = (Contact) emit.value();
      String id = emit.key() + (contact.getTimeS() == TIME_S ? "" : " later");
      if (contact.getRemoved()) {
        contacts.remove(id);
      } else {
        contacts.put(id, contact);
      }
    }
    return contacts;
  }

  private static Sample sample(String vessel, int segmentS, int eastM, int northM) {
    return new Sample(
        vessel,
        segmentS,
        TIME_S,
        false,
        LAT6 + northM * METRE_E6,
        LON6 + eastM * METRE_E6,
        false,
        0,
        0,
        (long) eastM);
  }
}
