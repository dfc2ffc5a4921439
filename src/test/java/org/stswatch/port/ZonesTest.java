package org.stswatch.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ZonesTest {
  private static final Zones ZONES = Zones.bundled();

  @Test
  void theSyntheticMeetingPointLiesInTheJapanSeaAndInOverlappingClaims() {
    assertThat(idsAt(41.0, 132.2))
        .containsExactly("DPRK_RUSSIA_OVERLAP", "JAPAN_SEA", "THEATRE_OUTER");
  }

  @Test
  void offChongjinIsClaimedByTheDprk() {
    assertThat(idsAt(41.0, 130.5)).contains("DPRK_EAST_CLAIMED", "JAPAN_SEA");
  }

  @Test
  void theApproachesToNampoAreClaimedOnTheKoreaBaySide() {
    assertThat(idsAt(38.5, 124.8)).contains("DPRK_WEST_CLAIMED", "YELLOW_SEA");
  }

  @Test
  void sightingsPublishedByJapanLieInTheEastChinaSea() {
    assertThat(idsAt(31.2, 124.1)).containsExactly("EAST_CHINA_SEA", "THEATRE_OUTER");
    assertThat(idsAt(28.65, 124.37)).containsExactly("EAST_CHINA_SEA", "THEATRE_OUTER");
    assertThat(idsAt(29.37, 123.59)).containsExactly("EAST_CHINA_SEA", "THEATRE_OUTER");
  }

  @Test
  void sakhalinHasTheTatarStraitOnOneSideAndOpenWaterOnTheOther() {
    assertThat(idsAt(48.5, 141.2)).containsExactly("TATAR_STRAIT", "THEATRE_OUTER");
    assertThat(idsAt(51.0, 144.0)).containsExactly("OFF_SAKHALIN", "THEATRE_OUTER");
  }

  @Test
  void taiwanIsInTheOuterBoxOnlyAndNewYorkInNoZone() {
    assertThat(idsAt(22.0, 120.0)).containsExactly("TAIWAN_AREA", "THEATRE_OUTER");
    assertThat(idsAt(40.6, -74.0)).isEmpty();
  }

  @Test
  void thePacificSideOfJapanIsNotTheJapanSea() {
    assertThat(idsAt(38.0, 142.0)).containsExactly("THEATRE_OUTER");
    assertThat(idsAt(34.3, 133.5)).containsExactly("THEATRE_OUTER"); // Inland Sea
  }

  private static List<String> idsAt(double lat, double lon) {
    return ZONES.zonesAt(lat, lon).stream().map(Zone::id).toList();
  }
}
