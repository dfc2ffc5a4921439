package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stswatch.event.RejectReason.FIELD_RANGE;
import static org.stswatch.event.RejectReason.MISSING_TIME;
import static org.stswatch.event.RejectReason.OVERSIZE;
import static org.stswatch.event.RejectReason.TRUNCATED;
import static org.stswatch.event.RejectReason.UNKNOWN_FORMAT;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.event.SourceKind;
import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

class CsvInputTest {
  private static final String HEADER = "mmsi,timestamp,lat,lon,sog,cog";

  @Test
  void theNewHeaderOfMarineCadastreIsRead() {
    Reading reading = Reading.ofResource("marinecadastre-2022.csv", Format.AUTO);
    assertThat(reading.sightings()).hasSize(39);
    VesselSighting second = reading.sightings().get(1);
    assertThat(second.getVesselKey()).isEqualTo("367379190");
    assertThat(second.getObservedAt()).isEqualTo("2022-01-03T00:00:00Z");
    assertThat(second.getLat()).isEqualTo(30.3706);
    assertThat(second.getLon()).isEqualTo(-88.56408);
    assertThat(second.getSogKn()).isEqualTo(0);
    assertThat(second.getCogDeg()).isEqualTo(336.2);
    assertThat(second.getHeadingDeg()).isNull();
    assertThat(second.getNavStatus()).isZero();
    assertThat(second.getStationKind()).isEqualTo(StationKind.SHIP);
    assertThat(second.getSourceKind()).isEqualTo(SourceKind.AIS);
    assertThat(second.getSource().getOrigin()).isEqualTo("stdin:3");
    VoyageStatement statement = reading.statements().get(1);
    assertThat(statement.getImo()).isEqualTo("8207721");
    assertThat(statement.getCallSign()).isEqualTo("WTD4583");
    assertThat(statement.getShipType()).isEqualTo(31);
    assertThat(statement.getLengthM()).isEqualTo(28);
    assertThat(statement.getBeamM()).isEqualTo(11);
    assertThat(statement.getDraughtM()).isEqualTo(3.3);
  }

  @Test
  void theSignedCourseOf2020IsRight() {
    Reading reading = Reading.ofResource("marinecadastre-2020.csv", Format.AUTO);
    assertThat(reading.rejects()).isEmpty();
    VesselSighting first = reading.sightings().get(0);
    assertThat(first.getCogDeg()).isEqualTo(349.0); // printed as -60.6
    assertThat(first.getNavStatus()).isZero(); // printed as 0.0
    assertThat(reading.statements().get(0).getShipType()).isEqualTo(60); // printed as 60.0
    VesselSighting absent = reading.sightings().get(29);
    assertThat(absent.getVesselKey()).isEqualTo("367755350");
    assertThat(absent.getCogDeg()).as("-49.6, that is 360.0: not available").isNull();
  }

  @Test
  void theHeaderOfMarineCadastreSince2025IsRead() {
    Reading reading =
        Reading.of(
            Format.AUTO,
            "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo",
            "273000001,2025-01-01 00:00:01,132.5,42.5,102.3,360,511,,IMO0000000");
    VesselSighting sighting = reading.sightings().get(0);
    assertThat(sighting.getLon()).isEqualTo(132.5);
    assertThat(sighting.getSogKn()).isNull();
    assertThat(sighting.getCogDeg()).isNull();
    assertThat(sighting.getHeadingDeg()).isNull();
    assertThat(reading.statements()).isEmpty();
  }

  @Test
  void theDanishTableIsRead() {
    Reading reading = Reading.ofResource("dma-2018.csv", Format.AUTO);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.tally().in()).isEqualTo(138);
    VesselSighting first = reading.sightings().get(0);
    assertThat(first.getObservedAt()).isEqualTo("2018-06-01T00:00:00Z");
    assertThat(first.getNavStatus()).isEqualTo(4);
    assertThat(reading.sightings().get(3).getNavStatus()).as("Unknown value").isNull();
    assertThat(reading.sightings())
        .filteredOn(s -> s.getStationKind() == StationKind.COAST_STATION)
        .hasSize(8)
        .allMatch(s -> s.getVesselKey().startsWith("00"));
    assertThat(reading.sightings())
        .filteredOn(s -> s.getStationKind() == StationKind.AID_TO_NAVIGATION)
        .hasSize(4);
    assertThat(reading.statements().get(0).getName()).as("row at 91, 181").isEqualTo("SUVI-SIRKKA");
  }

  @Test
  void theDanishTableOf26ColumnsIsRead() {
    Reading reading =
        Reading.of(
            Format.AUTO,
            "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,"
                + "Heading,IMO,Callsign,Name,Ship type,Cargo type,Width,Length,"
                + "Type of position fixing device,Draught,Destination,ETA,Data source type,A,B,C,D",
            "31/12/2023 23:59:59,Class A,273000001,55.5,12.5,Moored,,0.1,10.0,20,9074729,UABC,"
                + "VITYAZ,Tanker,,20,140,GPS,6.5,VLADIVOSTOK,02/01/2024 05:30:00,AIS,100,40,10,10");
    assertThat(reading.sightings().get(0).getObservedAt()).isEqualTo("2023-12-31T23:59:59Z");
    VoyageStatement statement = reading.statements().get(0);
    assertThat(statement.getShipType()).isEqualTo(80);
    assertThat(statement.getLengthM()).isEqualTo(140);
    assertThat(statement.getBeamM()).isEqualTo(20);
    assertThat(statement.getDestination()).isEqualTo("VLADIVOSTOK");
    assertThat(statement.getEtaText()).isEqualTo("01-02T05:30");
  }

  @Test
  void otherTablesOfPositionsAreRead() {
    assertThat(Reading.ofResource("solent.csv", Format.AUTO).sightings()).hasSize(19);
    assertThat(Reading.ofResource("positions.csv", Format.AUTO).sightings()).hasSize(19);
    VesselSighting solent = Reading.ofResource("solent.csv", Format.AUTO).sightings().get(0);
    assertThat(solent.getObservedAt()).isEqualTo("2016-01-12T13:02:11.218Z");
    assertThat(solent.getCogDeg()).isEqualTo(157.8);
  }

  @Test
  void columnsMayBeInAnyOrderQuotedOrInAnyCase() {
    Reading reading =
        Reading.of(
            Format.POSITIONS,
            "\uFEFF\"LON\", \"Lat\" ,MMSI,\"TimeStamp\"",
            "\"132.5\",\"42.5\",\"fishing, boat 7\",\"1507161600\"");
    VesselSighting sighting = reading.sightings().get(0);
    assertThat(sighting.getVesselKey()).isEqualTo("fishing, boat 7");
    assertThat(sighting.getStationKind()).isEqualTo(StationKind.UNKNOWN);
    assertThat(sighting.getLat()).isEqualTo(42.5);
    assertThat(sighting.getObservedAt()).isEqualTo("2017-10-05T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-10-05T12:30:15Z, 2017-10-05T12:30:15Z",
    "2017-10-05 12:30:15, 2017-10-05T12:30:15Z",
    "2017-10-05T12:30:15.25, 2017-10-05T12:30:15.250Z",
    "2017-10-05T12:30:15.123456789Z, 2017-10-05T12:30:15.123Z",
    "2017-10-05T21:30:15+09:00, 2017-10-05T12:30:15Z",
    "2017-10-05 12:30:15 +0000 UTC, 2017-10-05T12:30:15Z",
    "2017-10-05 12:30:15 UTC, 2017-10-05T12:30:15Z",
    "2017-10-05T12:30Z, 2017-10-05T12:30:00Z",
    "1507206615, 2017-10-05T12:30:15Z",
    "1507206615123, 2017-10-05T12:30:15.123Z",
    "1507206615.5, 2017-10-05T12:30:15.500Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "2199-01-01T00:00:00Z, 2199-01-01T00:00:00Z"
  })
  void timesAreReadAsFeedsWriteThem(String written, Instant time) {
    Reading reading = Reading.of(Format.POSITIONS, HEADER, "a," + written + ",1,2,,");
    assertThat(reading.sightings().get(0).getObservedAt()).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "yesterday",
    "2017-13-05T00:00:00",
    "2017-02-30T00:00:00",
    "2017-10-05T25:00:00"
  })
  void aTimeThatCannotBeReadIsNone(String written) {
    Reading reading = Reading.of(Format.POSITIONS, HEADER, "a," + written + ",1,2,,");
    assertThat(reading.rejects().get(0).getReason()).isEqualTo(MISSING_TIME);
  }

  @ParameterizedTest
  @CsvSource({
    "90.1, 10, latitude",
    "-90.1, 10, latitude",
    "42, 180.5, longitude",
    "0, 0, '0,0'",
    "abc, 10, latitude",
    "42, '', latitude alone",
    "1e999, 10, latitude"
  })
  void aPositionOffTheEarthIsRefused(String lat, String lon, String named) {
    Reading reading =
        Reading.of(Format.POSITIONS, HEADER, "a,2017-10-05T00:00:00Z," + lat + "," + lon + ",,");
    assertThat(reading.rejects().get(0).getReason()).isEqualTo(FIELD_RANGE);
    assertThat(reading.rejects().get(0).getDetail()).contains(named);
    assertThat(reading.rejects().get(0).getOrigin()).isEqualTo("stdin:2");
  }

  @Test
  void aSpeedBeyondItsRangeIsAbsentAndTheFixStands() {
    Reading reading = Reading.of(Format.POSITIONS, HEADER, "a,2017-10-05T00:00:00Z,42,132,-3,400");
    assertThat(reading.sightings().get(0).getSogKn()).isNull();
    assertThat(reading.sightings().get(0).getCogDeg()).isNull();
  }

  @Test
  void aRowWithoutPositionIsUnused() {
    Reading reading =
        Reading.of(Format.POSITIONS, HEADER, "a,2017-10-05T00:00:00Z,91,181,,", "a,1507161600,,,,");
    assertThat(reading.unused()).isEqualTo(2);
  }

  @Test
  void aDamagedRowEndsNoRunAndSpoilsNoOther() {
    String good = "a,2017-10-05T00:00:00Z,42,132,1,2";
    Reading reading =
        Reading.of(
            Format.POSITIONS,
            HEADER,
            "a,2017-10-05T00:00:00Z,42,13",
            good,
            "\"a,2017-10-05T00:00:00Z,42,132,1,2",
            good,
            good + ",7",
            good + ",,",
            "",
            "# a comment",
            HEADER,
            ",2017-10-05T00:00:00Z,42,132,1,2",
            "a\u0007b,2017-10-05T00:00:00Z,42,132,1,2",
            "x".repeat(65) + ",2017-10-05T00:00:00Z,42,132,1,2",
            "x".repeat(70_000),
            good);
    assertThat(reading.sightings()).hasSize(4);
    assertThat(reading.rejects())
        .extracting(r -> r.getReason())
        .containsExactly(
            TRUNCATED, TRUNCATED, UNKNOWN_FORMAT, FIELD_RANGE, FIELD_RANGE, FIELD_RANGE, OVERSIZE);
    assertThat(reading.rejects().get(6).getRaw().remaining()).isEqualTo(65_536);
    assertThat(reading.tally().skipped()).isEqualTo(4);
  }

  @Test
  void aTableWithoutHeaderIsRefusedRowByRow() {
    Reading reading = Reading.of(Format.POSITIONS, "a,2017-10-05T00:00:00Z,42,132");
    assertThat(reading.refusals()).containsExactly("UNKNOWN_FORMAT stdin:1");
    assertThat(reading.rejects().get(0).getDetail()).contains("no header");
  }
}
