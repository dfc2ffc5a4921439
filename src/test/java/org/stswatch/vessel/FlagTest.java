package org.stswatch.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagTest {
  @ParameterizedTest
  @CsvSource({
    "273100000, RU", "445100001, KP", "440000001, KR", "441000001, KR", "431000001, JP",
    "413000001, CN", "992731234, RU", "002731000, RU", "027312345, RU", "111431001, JP",
    "982731234, RU", "827312345, RU"
  })
  void theDigitsNameTheFlag(String mmsi, String flag) {
    assertThat(Flag.of(mmsi)).contains(flag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "27310000",
        "2731000000",
        "VESSEL273",
        "123456789",
        "299000001",
        "970273123"
      })
  void whatIsNoMmsiOfAFlagHasNone(String key) {
    assertThat(Flag.of(key)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "80, TANKER",
    "89, TANKER",
    "70, CARGO",
    "30, FISHING",
    "31, TOWING",
    "32, TOWING",
    "52, TUG",
    "50, PILOT",
    "51, SEARCH_AND_RESCUE",
    "53, PORT_TENDER",
    "54, ANTI_POLLUTION",
    "55, LAW_ENFORCEMENT",
    "58, LOCAL_OR_MEDICAL",
    "33, DREDGING_OR_DIVING",
    "35, MILITARY",
    "37, PLEASURE",
    "40, HIGH_SPEED",
    "60, PASSENGER",
    "90, OTHER",
    "0, UNKNOWN",
    "38, UNKNOWN",
    "19, UNKNOWN",
    "100, UNKNOWN",
    "-1, UNKNOWN"
  })
  void anAisCodeHasItsClass(int code, ShipType type) {
    assertThat(ShipType.of(code)).isEqualTo(type);
  }

  @Test
  void noCodeIsUnknown() {
    assertThat(ShipType.of(null)).isEqualTo(ShipType.UNKNOWN);
  }
}
