package org.stswatch.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Destinations as ships type them. */
class DestinationsTest {
  private static final Destinations DESTINATIONS = new Destinations(Ports.bundled());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KRPUS                | KR | Busan
          KR PUS               | KR | Busan
          RUNJK>KRPUS          | KR | Busan
          RU NJK >> KR PUS     | KR | Busan
          PUSAN                | KR | Busan
          busan@@@@@@          | KR | Busan
          BUSAN, S.KOREA       | KR | Busan
          BUSAN SOUTH KOREA    | KR | Busan
          PORT OF BUSAN        | KR | Busan
          Najin                | KP | Rajin (Najin)
          SONGJIN              | KP | Kimchaek (Songjin)
          CHONGJIN ANCH        | KP | Chongjin
          Ch'ongjin            | KP | Chongjin
          NAKHODKA             | RU | Nakhodka
          QINGDAO/CHINA        | CN | Qingdao Gang
          """)
  void aPortIsReadInAllItsSpellings(String text, String country, String port) {
    Destination there = DESTINATIONS.read(text).orElseThrow();
    assertThat(there.country()).isEqualTo(country);
    assertThat(there.words()).isEqualTo(port + ", " + country);
  }

  @ParameterizedTest
  @CsvSource({"CHINA,CN", "D.P.R.KOREA,KP", "NORTH KOREA,KP", "S KOREA,KR", "R.O.K.,KR"})
  void aCountryIsReadByItsUsualNames(String text, String country) {
    assertThat(DESTINATIONS.read(text)).contains(new Destination(country, null));
  }

  /** What is not sure decides nothing. */
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "   ",
        "FOR ORDERS",
        "FISHING FLEET",
        "JAPAN SEA",
        "FISHING GROUND IN JAPAN SEA",
        "KOREA",
        "CHINA/JAPAN",
        "BUSAN OR VLADIVOSTOK",
        "KRXXX",
        "XX",
        ">",
        "OF"
      })
  void whatIsNotSureIsNotRead(String text) {
    assertThat(DESTINATIONS.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KINGSTON", "GEORGETOWN"})
  void aNameOfTwoCountriesIsNone(String text) {
    assertThat(DESTINATIONS.read(text)).isEmpty();
  }
}
