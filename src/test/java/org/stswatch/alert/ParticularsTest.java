package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stswatch.detect.Ship;
import org.stswatch.event.StatementKind;
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

  @Test
  void whatWasHeardOnceGivesWayToWhatWasHeardTwice() {
    VoyageStatement twice = at(-600).setName("HEARD TWICE").setReceipt(2).build();
    assertThat(nameOf(twice, named("HEARD ONCE", -1))).isEqualTo("HEARD TWICE");
    VoyageStatement again = at(-1).setName("CHANGED").setReceipt(2).build();
    assertThat(nameOf(twice, again)).isEqualTo("CHANGED");
    Ship ship = Particulars.of("1", List.of(twice, at(-1).setImo("x").build()), NO_LISTS, NOW);
    assertThat(ship.imo()).isEqualTo("x"); // nobody said otherwise twice
  }

  @Test
  void aTankerDoesNotBecomeATugByAKeystroke() {
    VoyageStatement tanker = at(-600).setShipType(84).setReceipt(2).build();
    VoyageStatement tug = at(-5).setShipType(52).setReceipt(2).build();
    VoyageStatement fishes = at(-5).setShipType(30).setReceipt(2).build();
    assertThat(typeOf(tanker, tug)).isEqualTo(84);
    assertThat(typeOf(tanker, fishes)).isEqualTo(84);
    assertThat(typeOf(at(-600).setShipType(84).build(), tug)).isEqualTo(52); // heard once only
    assertThat(typeOf(tanker, at(-5).setShipType(70).setReceipt(2).build())).isEqualTo(70);
    VoyageStatement register =
        at(-900).setShipType(52).setSourceKind(StatementKind.REGISTER).build();
    assertThat(typeOf(tanker, tug, register)).isEqualTo(52);
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

  private static @Nullable Integer typeOf(VoyageStatement... statements) {
    return Particulars.of("273000001", List.of(statements), NO_LISTS, NOW).shipType();
  }

  private static VoyageStatement named(String name, long minutes) {
    return at(minutes).setName(name).build();
  }

  private static VoyageStatement.Builder at(long minutes) {
    return Meeting.stated("273000001", NOW.plusSeconds(60 * minutes));
  }
}
