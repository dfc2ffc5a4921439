package org.stswatch.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.event.StationKind;

class MmsiTest {

  @ParameterizedTest
  @CsvSource({
    "445000001, SHIP",
    "273000001, SHIP",
    "982730001, CRAFT",
    "992731001, AID_TO_NAVIGATION",
    "002731001, COAST_STATION",
    "027310001, GROUP",
    "012345678, UNKNOWN",
    "111273001, SAR_AIRCRAFT",
    "123456789, UNKNOWN",
    "812345678, HANDHELD",
    "970012345, SART",
    "972012345, MAN_OVERBOARD",
    "974012345, EPIRB",
    "971012345, UNKNOWN",
    "1073741823, UNKNOWN",
    "vessel-7, UNKNOWN",
    "7, UNKNOWN"
  })
  void theRangeOfTheMmsiTellsTheStation(String key, StationKind kind) {
    assertThat(Mmsi.stationKind(key)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"4, COAST_STATION", "9, SAR_AIRCRAFT", "21, AID_TO_NAVIGATION", "1, SHIP", "0, SHIP"})
  void aMessageTypeOfAStationTellsMoreThanItsMmsi(int type, StationKind kind) {
    assertThat(Mmsi.stationKind("273000001", type)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "3669702, 003669702",
    "3669702.0, 003669702",
    "367000140.0, 367000140",
    "0, 000000000",
    "1073741823, 1073741823",
    "abc, abc"
  })
  void aNumberGetsItsLeadingZerosBack(String printed, String key) {
    assertThat(Mmsi.key(printed)).isEqualTo(key);
  }

  @Test
  void nineDigitsAreAnMmsiAndNothingElseIs() {
    assertThat(Mmsi.isMmsi("273000001")).isTrue();
    assertThat(Mmsi.isMmsi("27300000")).isFalse();
    assertThat(Mmsi.isMmsi("27300000a")).isFalse();
    assertThat(Mmsi.isMmsi("٢٧٣٠٠٠٠٠١")).isFalse();
  }
}
