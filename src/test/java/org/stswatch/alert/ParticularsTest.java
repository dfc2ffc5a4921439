package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stswatch.detect.Ship;
import org.stswatch.event.VoyageStatement;
import org.stswatch.watch.Watchlist;

class ParticularsTest {
  private static final Watchlist NO_LISTS = new Watchlist(List.of());

  private static final Instant NOW = Instant.parse("2017-10-15T06:00:00Z");

  @Test
  void theLastStatementAtOrBeforeTheInstantHolds() {
    assertThat(nameOf(named("old", -20), named("last", -10), named("next", 5))).isEqualTo("last");
    assertThat(nameOf(named("old", -20), named("now", 0))).isEqualTo("now");
  }

  @Test
  void withoutOneTheFirstAfterItHolds() {
    assertThat(nameOf(named("later", 20), named("next", 5))).isEqualTo("next");
  }

  @Test
  void aParticularThatTheLastStatementLacksComesFromTheOneBefore() {
    VoyageStatement typed = at(-20).setShipType(84).setName("A").build();
    Ship ship = Particulars.of("273000001", List.of(typed, named("B", -10)), NO_LISTS, NOW);
    assertThat(ship.name()).isEqualTo("B");
    assertThat(ship.shipType()).isEqualTo(84);
  }

  @Test
  void ofTwoAtOneTimeTheLowestIdHolds() {
    VoyageStatement a = at(-1).setStatementId("a").setName("A").build();
    VoyageStatement b = at(-1).setStatementId("b").setName("B").build();
    assertThat(nameOf(b, a)).isEqualTo("A");
  }

  @Test
  void nothingStatedLeavesTheFlagOfTheMmsi() {
    Ship ship = Particulars.of("273000001", List.of(), NO_LISTS, NOW);
    assertThat(ship.flag()).isEqualTo("RU");
    assertThat(ship.name()).isNull();
    assertThat(ship.label()).isEqualTo("273000001");
  }

  @Property
  void theOrderOfTheStatementsDoesNotMatter(@ForAll List<Integer> minutes) {
    List<VoyageStatement> statements = new ArrayList<>();
    minutes.forEach(m -> statements.add(named("N" + m, m)));
    Ship ship = Particulars.of("1", statements, NO_LISTS, NOW);
    java.util.Collections.reverse(statements);
    assertThat(Particulars.of("1", statements, NO_LISTS, NOW)).isEqualTo(ship);
  }

  private static String nameOf(VoyageStatement... statements) {
    return String.valueOf(Particulars.of("273000001", List.of(statements), NO_LISTS, NOW).name());
  }

  private static VoyageStatement named(String name, long minutes) {
    return at(minutes).setName(name).build();
  }

  private static VoyageStatement.Builder at(long minutes) {
    return Meeting.stated("273000001", NOW.plusSeconds(60 * minutes));
  }
}
