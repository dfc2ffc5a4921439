package org.stswatch.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImoTest {

  @ParameterizedTest
  @ValueSource(strings = {"IMO9074729", "IMO 9074729", "9074729", " imo9074729 "})
  void theUsualSpellingsAreRead(String text) {
    assertThat(Imo.read(text)).contains("9074729");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "IMO", "IMO0000000", "0", "907472", "90747290", "IMO90747A9", "Unknown"})
  void nothingElseIs(String text) {
    assertThat(Imo.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9074729", "9134270", "9383663"})
  void theCheckDigitOfARealNumberIsRight(String imo) {
    assertThat(Imo.isValid(imo)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9074728", "9047729", "0000000", "907472", "907472x"})
  void aWrongOneIsFound(String imo) {
    assertThat(Imo.isValid(imo)).isFalse();
  }
}
