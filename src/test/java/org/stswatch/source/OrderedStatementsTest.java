package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stswatch.event.StatementSource;
import org.stswatch.event.VoyageStatement;

/**
 * What a replay publishes of the statements in its rows is a function of the set of the rows: of
 * vessels that change their names back and forth, sometimes twice within a second.
 */
class OrderedStatementsTest {
  private static final Instant START = Instant.parse("2017-10-15T00:00:00Z");
  private static final String HEADER = "mmsi,timestamp,lat,lon,vesselname,length";
  private static final int ROWS = 60;
  private static final StatementSource SOURCE = new StatementSource("test", null, null, null);

  @Property(tries = 100)
  void anyOrderOfTheRowsGivesTheSameStatements(@ForAll long seed, @ForAll long order) {
    List<String> rows = rows(seed);
    assertThat(published(shuffled(rows, order, ROWS))).isEqualTo(published(rows));
  }

  @Property(tries = 100)
  void rowsThatComeAgainChangeNothing(@ForAll long seed, @ForAll long order) {
    List<String> rows = rows(seed);
    List<String> twice = new ArrayList<>(rows);
    Random random = new Random(order);
    IntStream.range(0, ROWS / 3)
        .forEach(i -> twice.add(random.nextInt(twice.size() + 1), rows.get(random.nextInt(ROWS))));
    assertThat(published(twice)).isEqualTo(published(rows));
  }

  /** Of a vessel that says one and the same throughout, only what can be published need wait. */
  @Property(tries = 100)
  void toKnowTheSteadyVesselsBeforehandChangesNothing(@ForAll long seed, @ForAll long order) {
    List<String> rows = rows(seed);
    rows.replaceAll(
        row -> row.startsWith("111000001") ? row.replaceAll("[A-Z]+,[0-9]+$", "GAMMA,30") : row);
    List<Item.Stated> items = stated(shuffled(rows, order, ROWS));
    OrderedStatements.Survey survey = new OrderedStatements.Survey();
    items.forEach(survey::stated);
    assertThat(survey.isSteady("111000001")).isTrue();
    assertThat(thinned(items, new OrderedStatements(survey.disorder(), survey::isSteady)))
        .isEqualTo(thinned(items));
  }

  /** Else a file of any length would be held in memory. */
  @Property(tries = 100)
  void noStatementWaitsLongerThanTheRowsOfItsVesselAreOutOfOrder(
      @ForAll long seed, @ForAll long order, @ForAll @IntRange(min = 1, max = 10) int apart) {
    List<String> rows = rows(seed);
    Collections.sort(rows, Comparator.comparing(row -> row.split(",", -1)[1]));
    List<Item.Stated> items = stated(shuffled(rows, order, apart));
    Duration disorder = disorder(items);
    OrderedStatements ordered = new OrderedStatements(disorder);
    Map<String, Instant> latest = new TreeMap<>();
    for (Item.Stated item : items) {
      VoyageStatement s = item.statement();
      latest.merge(s.getMmsi(), s.getObservedAt(), (a, b) -> a.isAfter(b) ? a : b);
      ordered.add(item);
      ordered.heard(s.getMmsi(), s.getObservedAt().toEpochMilli());
    }
    assertThat(ordered.rest())
        .map(Item.Stated::statement)
        .allMatch(s -> !s.getObservedAt().isBefore(at(latest, s).minus(disorder)));
  }

  private static Instant at(Map<String, Instant> latest, VoyageStatement s) {
    return Objects.requireNonNull(latest.get(s.getMmsi()));
  }

  @Test
  void aFileSortedByVesselIsInOrder() {
    List<String> rows = rows(7);
    Collections.sort(rows);
    assertThat(disorder(stated(rows))).isZero();
    OrderedStatements ordered = new OrderedStatements(Duration.ZERO);
    stated(rows)
        .forEach(
            s -> {
              ordered.add(s);
              ordered.heard(s.statement().getMmsi(), s.statement().getObservedAt().toEpochMilli());
            });
    assertThat(ordered.rest()).as("of each vessel the last instant").hasSizeLessThan(10);
  }

  @Test
  void aStatementIsGivenWhenItsVesselIsHeardNext() {
    OrderedStatements ordered = new OrderedStatements(Duration.ZERO);
    Item.Stated said = stated(List.of("111000111," + START + ",1,2,ALPHA,20")).get(0);
    assertThat(ordered.add(said)).isTrue();
    assertThat(ordered.add(said)).as("the same again").isFalse();
    assertThat(ordered.heard("111000111", START.toEpochMilli())).isEmpty();
    assertThat(ordered.heard("222000222", START.toEpochMilli() + 1)).isEmpty();
    assertThat(ordered.heard("111000111", START.toEpochMilli() + 1)).containsExactly(said);
    assertThat(ordered.rest()).isEmpty();
  }

  @Property(tries = 100)
  void theTwoPartsOfClassBGiveTheSameInAnyOrder(@ForAll long seed, @ForAll long order) {
    List<Item.Stated> parts = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < ROWS; i++) {
      long at = START.plusSeconds(random.nextInt(ROWS)).toEpochMilli();
      StaticData part =
          random.nextBoolean()
              ? data("NAME " + random.nextInt(3), null)
              : data(null, 10.0 + random.nextInt(3));
      String mmsi = "33800000" + random.nextInt(2);
      parts.add(new Item.Stated(part.statement(mmsi, at, SOURCE), true, true));
    }
    List<Item.Stated> shuffled = new ArrayList<>(parts);
    Collections.shuffle(shuffled, new Random(order));
    assertThat(thinned(shuffled)).isEqualTo(thinned(parts));
  }

  private static StaticData data(@Nullable String name, @Nullable Double lengthM) {
    return new StaticData(null, name, null, null, lengthM, null, null, null, null);
  }

  private static List<String> rows(long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int vessel = random.nextInt(3);
      rows.add(
          "11100000%d,%s,1.%d,2,%s,%d"
              .formatted(
                  vessel,
                  START.plusSeconds(random.nextInt(ROWS)),
                  random.nextInt(10),
                  random.nextInt(4) == 0 ? "BETA" : "ALPHA",
                  20 + random.nextInt(2)));
    }
    return rows;
  }

  /** Each row at most so many places from where it was. */
  private static List<String> shuffled(List<String> rows, long seed, int apart) {
    Random random = new Random(seed);
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      places.add(new int[] {i + random.nextInt(apart), i});
    }
    places.sort((a, b) -> Integer.compare(a[0], b[0]));
    return new ArrayList<>(places.stream().map(p -> rows.get(p[1])).toList());
  }

  private static List<String> published(List<String> rows) {
    return thinned(stated(rows));
  }

  private static List<Item.Stated> stated(List<String> rows) {
    List<String> file = new ArrayList<>(List.of(HEADER));
    file.addAll(rows);
    return Reading.of(Format.POSITIONS, file.toArray(String[]::new)).items().stream()
        .filter(Item.Stated.class::isInstance)
        .map(Item.Stated.class::cast)
        .toList();
  }

  private static List<String> thinned(List<Item.Stated> items) {
    return thinned(items, new OrderedStatements(disorder(items)));
  }

  private static List<String> thinned(List<Item.Stated> items, OrderedStatements ordered) {
    StatementFilter filter = new StatementFilter();
    List<Item.Stated> given = new ArrayList<>();
    for (Item.Stated item : items) {
      ordered.add(item);
      VoyageStatement s = item.statement();
      given.addAll(ordered.heard(s.getMmsi(), s.getObservedAt().toEpochMilli()));
    }
    given.addAll(ordered.rest());
    return given.stream()
        .flatMap(item -> filter.publish(item).stream())
        .map(OrderedStatementsTest::told)
        .sorted()
        .toList();
  }

  private static String told(VoyageStatement s) {
    return s.getMmsi()
        + " "
        + s.getObservedAt()
        + " "
        + s.getName()
        + " "
        + s.getLengthM()
        + " "
        + s.getReceipt();
  }

  private static Duration disorder(List<Item.Stated> items) {
    OrderedStatements.Survey survey = new OrderedStatements.Survey();
    items.forEach(
        i -> survey.heard(i.statement().getMmsi(), i.statement().getObservedAt().toEpochMilli()));
    return survey.disorder();
  }
}
