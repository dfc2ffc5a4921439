package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stswatch.event.RejectReason.CHECKSUM;
import static org.stswatch.event.RejectReason.OVERSIZE;
import static org.stswatch.event.RejectReason.TRUNCATED;
import static org.stswatch.event.RejectReason.UNKNOWN_FORMAT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.event.VesselSighting;

class NmeaInputTest {
  /** Type 1, second 51. */
  private static final String FIX = "!AIVDM,1,1,,B,13F?Vv700<DJuLEtvep`iToV0<00,0*78";

  private static final String PART_1 =
      "!AIVDM,2,1,6,A,53@o0E000001Q0CG37U8u<Tp4q@D00000000000018330400000000000000,0*63";
  private static final String PART_2 = "!AIVDM,2,2,6,A,00000000008,2*2A";
  private static final Instant NOON = Instant.parse("2017-10-05T12:00:00Z");

  @Test
  void theTagBlockTellsTimeAndStation() {
    Reading reading = Reading.ofResource("tagblock.nmea", Format.AUTO);
    assertThat(reading.sightings()).hasSize(3);
    VesselSighting fix = reading.sightings().get(0);
    assertThat(fix.getObservedAt())
        .as("received at 00:41:53, sent at second 51")
        .isEqualTo("2014-12-10T00:41:51Z");
    assertThat(fix.getSource().getReceiver()).isEqualTo("rORBCOMM104");
    assertThat(reading.statements().get(0).getCallSign()).isEqualTo("XPD5019");
    assertThat(reading.statements().get(0).getObservedAt()).isEqualTo("2014-12-10T00:00:01Z");
  }

  @Test
  void aGroupIsTimedByItsFirstTagBlock() {
    Reading reading = Reading.ofResource("exactearth-groups.nmea", Format.AUTO);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.statements()).isNotEmpty();
    assertThat(reading.statements().get(0).getObservedAt()).isEqualTo("2012-04-13T17:15:17Z");
    assertThat(reading.statements().get(0).getSource().getReceiver()).isEqualTo("rEV02");
  }

  @Test
  void theShortFormOfGroupsIsRead() {
    String first = tagged("1G2:77,s:A,c:1507204800", PART_1);
    Reading reading = Reading.of(Format.NMEA, first, tagged("2G2:77", PART_2));
    assertThat(reading.statements().get(0).getObservedAt()).isEqualTo(NOON);
  }

  @Test
  void aGroupAddedBehindTheChecksumOfTheBlockDoesNoHarm() {
    Reading reading = Reading.ofResource("kystverket-groups.nmea", Format.AUTO);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.statements()).isNotEmpty();
  }

  @Test
  void aLineBeforeTheSentenceTellsItsTime() {
    Reading reading = Reading.ofResource("pghp.nmea", Format.AUTO);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.tally().skipped()).isEqualTo(48);
    assertThat(reading.sightings())
        .allMatch(s -> s.getObservedAt().toString().startsWith("2010-06-11T11:4"));
    assertThat(reading.statements()).isNotEmpty();
  }

  @Test
  void theTimeOfTheSatelliteStandsAboveThatOfTheLog() {
    String pghp = "PGHP,1,2012,2,1,20,19,11,720,316,2,316000002,1AIS_S,78";
    String right = "$%s*%02X".formatted(pghp, Nmea.checksum(pghp, 0, pghp.length()));
    String logged = FIX + ",1328133730098";
    assertThat(Reading.of(Format.NMEA, right, logged).sightings().get(0).getObservedAt())
        .isEqualTo("2012-02-01T20:19:11.720Z");
    assertThat(
            Reading.of(Format.NMEA, "$" + pghp + "*00", logged).sightings().get(0).getObservedAt())
        .as("a damaged line tells nothing")
        .isEqualTo(Instant.ofEpochMilli(1328133730098L));
    Reading whole = Reading.ofResource("exactearth-epoch.nmea", Format.AUTO);
    assertThat(whole.rejects()).isEmpty();
    assertThat(whole.sightings()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "',1507204853', 2017-10-05T12:00:51Z",
    "',1507204853250', 2017-10-05T12:00:51Z",
    "',d-080,S2118,t050056.00,T56.48,r003669946,1507204853,1507204800', 2017-10-05T12:00:51Z",
    "',1507204830', 2017-10-05T12:00:30Z"
  })
  void anEpochBehindTheSentenceTellsItsTime(String after, Instant time) {
    assertThat(Reading.of(Format.NMEA, FIX + after).sightings().get(0).getObservedAt())
        .isEqualTo(time);
  }

  @Test
  void twoReceiversOfOneMessageGiveOneId() {
    Reading reading = Reading.of(Format.NMEA, FIX + ",1507204853", FIX + ",r003669946,1507204855");
    assertThat(reading.sightings()).extracting(VesselSighting::getSightingId).hasSize(2);
    assertThat(reading.sightings().stream().map(VesselSighting::getSightingId).distinct())
        .hasSize(1);
  }

  @Test
  void withoutAnyTimeASentenceIsRefusedUnlessOneIsAssumed() {
    assertThat(Reading.of(Format.NMEA, FIX).refusals()).containsExactly("MISSING_TIME stdin:1");
    assertThat(Reading.assuming(NOON, Format.NMEA, FIX).sightings().get(0).getObservedAt())
        .isEqualTo(NOON);
  }

  @Test
  void partsInterleavedAndOutOfOrderAreOneMessage() {
    Reading reading = Reading.assuming(NOON, Format.NMEA, PART_2, FIX, PART_1, FIX);
    assertThat(reading.tally().in()).isEqualTo(3);
    assertThat(reading.statements()).hasSize(1);
    assertThat(reading.sightings()).hasSize(2);
  }

  @Test
  void aPartWithoutItsOtherIsRefusedOnce() {
    assertThat(Reading.assuming(NOON, Format.NMEA, PART_1, FIX).refusals())
        .containsExactly("TRUNCATED stdin:1");
    assertThat(Reading.assuming(NOON, Format.NMEA, PART_1, PART_1, PART_2).refusals())
        .containsExactly("TRUNCATED stdin:1");
  }

  @Test
  void aFloodOfFirstPartsIsBounded() {
    List<String> lines = new ArrayList<>();
    for (int station = 0; station < 2000; station++) {
      lines.add(PART_1 + ",r" + station + ",1507204853");
    }
    lines.add(FIX + ",1507204853");
    Reading reading = Reading.of(Format.NMEA, lines.toArray(String[]::new));
    assertThat(reading.tally().in()).isEqualTo(2001);
    assertThat(reading.items().size() - reading.items().lastIndexOf(sighted(reading)))
        .as("all but the last 256 were given up before the end")
        .isLessThanOrEqualTo(257);
  }

  @Test
  void damagedSentencesAreNamedAndEndNothing() {
    Reading reading =
        Reading.assuming(
            NOON,
            Format.NMEA,
            FIX.replace("13F", "13G"),
            FIX.substring(0, 30),
            "\\s:x,c:1507204853*00\\" + FIX,
            sentence("AIVDM,1,1,,A,,0"),
            sentence("AIVDM,1,2,,A,13F,0"),
            sentence("AIVDM,1,1,,A,13F?Vv7\\0,0"),
            sentence("AIVDM,1,1,,A,53@o0E000001Q0CG37U8u<Tp4q@D,0"),
            sentence("AIVDM,1,1,,A,w3F?Vv700<DJuLEtvep`iToV0<00,0"),
            "something else",
            FIX + "x".repeat(2000),
            FIX);
    assertThat(reading.rejects())
        .extracting(r -> r.getReason())
        .containsExactly(
            CHECKSUM,
            TRUNCATED,
            CHECKSUM,
            TRUNCATED,
            UNKNOWN_FORMAT,
            UNKNOWN_FORMAT,
            TRUNCATED,
            UNKNOWN_FORMAT,
            UNKNOWN_FORMAT,
            OVERSIZE);
    assertThat(reading.sightings()).hasSize(1);
  }

  @Test
  void whatCarriesNoMessageIsSkipped() {
    Reading reading =
        Reading.of(
            Format.NMEA,
            "# comment",
            "",
            "$GPRMC,213950.00,A,5250.53669,N,00542.34920,E,0.020,,070420,,,A*7D",
            block("s:x,c:1507204853"),
            FIX);
    assertThat(reading.tally().skipped()).isEqualTo(4);
    assertThat(reading.sightings())
        .as("the tag block alone times the next sentence")
        .extracting(VesselSighting::getObservedAt)
        .containsExactly(Instant.parse("2017-10-05T12:00:51Z"));
  }

  @Test
  void theHeadsOfAllSamplesBalance() {
    for (String name : List.of("amsa.nmea", "pyais.nmea", "kystverket-stations.nmea")) {
      assertThat(Reading.ofResource(name, Format.AUTO).tally().in()).as(name).isPositive();
    }
  }

  private static Item sighted(Reading reading) {
    return new Item.Sighted(reading.sightings().get(0));
  }

  private static String sentence(String body) {
    return "!%s*%02X".formatted(body, Nmea.checksum(body, 0, body.length()));
  }

  private static String block(String body) {
    return "\\%s*%02X\\".formatted(body, Nmea.checksum(body, 0, body.length()));
  }

  private static String tagged(String tag, String sentence) {
    return block(tag) + sentence;
  }
}
