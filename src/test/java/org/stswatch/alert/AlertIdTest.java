package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stswatch.event.SubjectKind;

class AlertIdTest {
  private static final Instant START = Instant.parse("2017-10-15T06:00:00Z");

  @Test
  void theIdOfAPairIsTheSameForever() {
    assertThat(AlertId.of(SubjectKind.PAIR, List.of("273100000", "445100001"), START))
        .isEqualTo("e8cf852475b74c8d89f2e86a9d0c3c7c");
  }

  @Test
  void theOrderOfTheKeysDoesNotMatter() {
    assertThat(AlertId.of(SubjectKind.PAIR, List.of("b", "a"), START))
        .isEqualTo(AlertId.of(SubjectKind.PAIR, List.of("a", "b"), START));
  }

  @Test
  void anotherKindPartyOrStartIsAnotherAlert() {
    assertThat(
            List.of(
                AlertId.of(SubjectKind.PAIR, List.of("a", "b"), START),
                AlertId.of(SubjectKind.CHAIN, List.of("a", "b"), START),
                AlertId.of(SubjectKind.PAIR, List.of("a", "c"), START),
                AlertId.of(SubjectKind.PAIR, List.of("a|1:b"), START),
                AlertId.of(SubjectKind.PAIR, List.of("a", "b"), START.plusMillis(1))))
        .doesNotHaveDuplicates();
  }

  @Test
  void settingsAndStatementsAreNoPartOfIt() {
    String id = new Meeting().judged().alert().getAlertId();
    assertThat(
            new Meeting()
                .under(Meeting.skylight())
                .types(80, 90, 80, 90)
                .alongside()
                .judged()
                .alert()
                .getAlertId())
        .isEqualTo(id);
  }
}
