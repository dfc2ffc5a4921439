package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stswatch.event.CompanyRole;
import org.stswatch.event.SourceKind;
import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

class JsonInputTest {

  @Test
  void theMessagesOfAisstreamAreRead() {
    Reading reading = Reading.ofResource("aisstream.jsonl", Format.AUTO);
    assertThat(reading.tally().in()).isEqualTo(3);
    VesselSighting fix = reading.sightings().get(0);
    assertThat(fix.getVesselKey()).isEqualTo("538010505");
    assertThat(fix.getObservedAt())
        .as("second 54 of 14:38:55.28")
        .isEqualTo("2024-09-17T14:38:54Z");
    assertThat(fix.getLat()).isEqualTo(13.351478333333334);
    assertThat(fix.getSogKn()).isZero();
    assertThat(fix.getCogDeg()).isEqualTo(217.3);
    assertThat(fix.getHeadingDeg()).isEqualTo(338);
    assertThat(fix.getMessageType()).isEqualTo(3);
    VoyageStatement statement = reading.statements().get(0);
    assertThat(statement.getImo()).isEqualTo("9123456");
    assertThat(statement.getName()).isEqualTo("EENDRACHT");
    assertThat(statement.getLengthM()).isEqualTo(120);
    assertThat(statement.getDestination()).isEqualTo("NLRTM");
    assertThat(statement.getEtaText()).isEqualTo("08-27T06:30");
  }

  @Test
  void bothPartsOfAClassBReportAreMerged() {
    String meta =
        "\"MetaData\":{\"MMSI\":273000001,\"time_utc\":\"2024-09-17 14:38:55 +0000 UTC\"}";
    Reading reading =
        Reading.of(
            Format.AISSTREAM,
            "{\"MessageType\":\"StaticDataReport\","
                + meta
                + ",\"Message\":{\"StaticDataReport\":{\"UserID\":273000001,\"Valid\":true,"
                + "\"ReportA\":{\"Valid\":true,\"Name\":\"VITYAZ  \"},\"ReportB\":{\"Valid\":false}}}}",
            "{\"MessageType\":\"StaticDataReport\","
                + meta
                + ",\"Message\":{\"StaticDataReport\":{\"UserID\":273000001,\"Valid\":true,"
                + "\"ReportA\":{\"Valid\":false},\"ReportB\":{\"Valid\":true,\"ShipType\":80,"
                + "\"CallSign\":\"UABC\",\"Dimension\":{\"A\":0,\"B\":0,\"C\":0,\"D\":0}}}}}");
    VoyageStatement both = reading.statements().get(1);
    assertThat(both.getName()).isEqualTo("VITYAZ");
    assertThat(both.getShipType()).isEqualTo(80);
    assertThat(both.getLengthM()).isNull();
  }

  @Test
  void whatAisstreamMarksInvalidOrDamagesIsRefused() {
    Reading reading =
        Reading.of(
            Format.AISSTREAM,
            "{\"MessageType\":\"PositionReport\",\"Message\":{\"PositionReport\":{\"Valid\":false}}}",
            "{\"error\":\"no key\"}",
            "{\"MessageType\":\"PositionReport\",\"Message\":{\"Posi",
            "[".repeat(5000),
            "{\"MessageType\":\"PositionReport\",\"Message\":{\"PositionReport\":{\"UserID\":1}}}",
            "{\"MessageType\":\"Interrogation\",\"Message\":{\"Interrogation\":{}}}",
            "x".repeat(300_000));
    assertThat(reading.refusals())
        .containsExactly(
            "UNKNOWN_FORMAT stdin:1",
            "UNKNOWN_FORMAT stdin:2",
            "TRUNCATED stdin:3",
            "TRUNCATED stdin:4",
            "MISSING_TIME stdin:5",
            "OVERSIZE stdin:7");
    assertThat(reading.unused()).isEqualTo(1);
  }

  @Test
  void aDetectionIsReadFromPlainJson() {
    VesselSighting sighting =
        Reading.of(
                Format.AUTO,
                "{\"vesselKey\":\"sar-7\",\"observedAt\":\"2017-10-05T12:00:00Z\",\"lat\":40.5,"
                    + "\"lon\":130.5,\"sourceKind\":\"SAR\",\"lengthM\":141.5,"
                    + "\"publishedAt\":1507291200000,\"source\":{\"system\":\"sentinel-1\"}}")
            .sightings()
            .get(0);
    assertThat(sighting.getSourceKind()).isEqualTo(SourceKind.SAR);
    assertThat(sighting.getStationKind()).isEqualTo(StationKind.UNKNOWN);
    assertThat(sighting.getLengthM()).isEqualTo(141.5);
    assertThat(sighting.getPublishedAt()).isEqualTo("2017-10-06T12:00:00Z");
    assertThat(sighting.getSource().getSystem()).isEqualTo("sentinel-1");
    assertThat(sighting.getSource().getOrigin()).isEqualTo("stdin:1");
  }

  @Test
  void whatAvroPrintsIsReadBack() {
    Reading plain =
        Reading.of(
            Format.AVRO_JSON,
            "{\"mmsi\":\"273000001\",\"observedAt\":1507204800000,\"imo\":\"IMO9074729\","
                + "\"draughtM\":6.5,\"companies\":[{\"role\":\"OWNER\",\"name\":\"A\"}]}");
    Reading avro =
        Reading.of(
            Format.AVRO_JSON,
            "{\"statementId\":\"x\",\"mmsi\":\"273000001\",\"observedAt\":1507204800000,"
                + "\"imo\":{\"string\":\"9074729\"},\"draughtM\":{\"double\":6.5},\"name\":null,"
                + "\"companies\":[{\"role\":\"OWNER\",\"name\":\"A\",\"companyId\":null}],"
                + "\"source\":{\"org.stswatch.event.StatementSource\":{\"receiver\":{\"string\":\"r\"}}}}");
    VoyageStatement statement = avro.statements().get(0);
    assertThat(statement.getImo()).isEqualTo("9074729");
    assertThat(statement.getCompanies().get(0).getRole()).isEqualTo(CompanyRole.OWNER);
    assertThat(statement.getSource().getReceiver()).isEqualTo("r");
    assertThat(statement.getStatementId()).isEqualTo(plain.statements().get(0).getStatementId());
  }

  @Test
  void aWrongSymbolOrShapeIsRefused() {
    Reading reading =
        Reading.of(
            Format.AVRO_JSON,
            "{\"vesselKey\":\"a\",\"observedAt\":1507204800000,\"lat\":1,\"lon\":2,\"sourceKind\":\"X\"}",
            "{\"name\":\"a\"}",
            "7");
    assertThat(reading.refusals())
        .containsExactly("FIELD_RANGE stdin:1", "UNKNOWN_FORMAT stdin:2", "UNKNOWN_FORMAT stdin:3");
  }
}
