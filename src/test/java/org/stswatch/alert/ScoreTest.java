package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.detect.Code;
import org.stswatch.event.Evidence;
import org.stswatch.event.Severity;

class ScoreTest {
  @ParameterizedTest
  @CsvSource({
    "-3, INFO",
    "0.99, INFO",
    "1, LOW",
    "2.49, LOW",
    "2.5, MEDIUM",
    "3.99, MEDIUM",
    "4, HIGH",
    "5.49, HIGH",
    "5.5, CRITICAL"
  })
  void aBandBeginsAtItsThreshold(double total, Severity severity) {
    assertThat(new Score(total, List.of()).severity()).isEqualTo(severity);
  }

  @Test
  void theLowestLimitHolds() {
    Evidence link = Code.NO_LINK.speaksAgainst(null, null, 0, "");
    Evidence source = Code.SINGLE_SOURCE.speaksAgainst(null, null, 0, "");
    assertThat(new Score(9, List.of(link, source)).severity()).isEqualTo(Severity.LOW);
    assertThat(new Score(9, List.of(source)).severity()).isEqualTo(Severity.HIGH);
    assertThat(new Score(0, List.of(source)).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void evidenceStandsInTheOrderOfTheCodes() {
    Evidence speed = Code.SPEED.speaksFor(1.0, 2.0, 0.5, "");
    Evidence distance = Code.DISTANCE.speaksFor(1.0, 2.0, 0.5, "");
    assertThat(Score.of(List.of(speed, distance)).evidence()).containsExactly(distance, speed);
  }

  @Test
  void whatSpeaksAgainstIsNeverCapped() {
    Evidence fishing = Code.FISHING_PAIR.speaksAgainst(null, null, -9, "");
    assertThat(Score.of(List.of(fishing)).total()).isEqualTo(-9);
  }
}
