package org.stswatch.scenario;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Stance;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.source.StatementId;
import org.stswatch.support.Sightings;

/**
 * A sighting that Japan reported, and constructed tracks of its ships that agree with it. Times of
 * day are read as hours in Japan: no excerpt says more than "morning".
 *
 * @param number of the row, from 0
 */
record Reported(int number, NamedCsvRecord row) {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** Where the text gives none: inside the East China Sea, like the rows that do. */
  private static final double LAT = 28.5;

  private static final double LON = 124.5;

  static List<Reported> all() {
    List<NamedCsvRecord> rows = Sightings.table("/reports/japan-mofa-sts-2018-2019.csv");
    List<Reported> all = new ArrayList<>();
    rows.forEach(row -> all.add(new Reported(all.size(), row)));
    return all;
  }

  boolean namesShip() {
    return !field("dprk_imo_ofac").isEmpty();
  }

  String ship() {
    return field("dprk_vessel");
  }

  /** The report as a source of its own: the navy saw it. */
  VesselReport report() {
    Instant from = from();
    VesselReport.Builder report =
        VesselReport.newBuilder()
            .setReportId("japan-mofa:" + number)
            .setOriginatorId("japan-mofa")
            .setPublisher("Ministry of Foreign Affairs of Japan")
            .setIndependence(Independence.STATED)
            .setDisciplines(List.of("naval"))
            .setReliability("B")
            .setCredibility(2)
            .setStance(Stance.ASSERT)
            .setClaim(ClaimKind.STS_TRANSFER)
            .setSubjects(subjects())
            .setFrom(from)
            .setTo(from.plus(length()))
            .setPublishedAt(from.plus(Duration.ofDays(10)));
    if (field("derived_lat").isEmpty()) {
      report.setArea(field("location_text"));
    } else {
      report.setLat(lat()).setLon(lon()).setRadiusM(50_000.0);
    }
    return report.build();
  }

  private List<ReportSubject> subjects() {
    List<ReportSubject> subjects = new ArrayList<>();
    if (namesShip()) {
      subjects.add(new ReportSubject(field("dprk_imo_ofac"), null, ship(), "tanker", "KP"));
    }
    if (!field("other_imo_ofac").isEmpty()) {
      subjects.add(
          new ReportSubject(field("other_imo_ofac"), null, field("other_vessel"), null, null));
    } else if (field("other_flag_text").equals("Maldives")) {
      subjects.add(new ReportSubject(null, null, null, null, "MV"));
    }
    return subjects;
  }

  /** Two ships drift side by side for three hours in the middle of that time. */
  List<VesselSighting> tracks() {
    double before = length().toMinutes() / 120.0 - 1.5;
    return Chart.of(
            from().plusSeconds(Math.round(before * 3600)).toString(),
            lat(),
            lon(),
            Track.adrift(mmsi(), 3, 0, 0),
            Track.adrift(partner(), 3, 60, 0))
        .sightings();
  }

  /** What the ships say of themselves: the one its name and number, the other what was reported. */
  List<VoyageStatement> statements() {
    List<VoyageStatement> statements = new ArrayList<>();
    if (namesShip()) {
      statements.add(stated(mmsi(), field("dprk_imo_ofac"), ship()));
    }
    if (!field("other_imo_ofac").isEmpty()) {
      statements.add(stated(partner(), field("other_imo_ofac"), field("other_vessel")));
    }
    return statements;
  }

  private VoyageStatement stated(String vessel, String imo, String name) {
    VoyageStatement stated =
        VoyageStatement.newBuilder()
            .setStatementId("")
            .setMmsi(vessel)
            .setObservedAt(from().minus(Duration.ofDays(1)))
            .setImo(imo)
            .setName(name)
            .setShipType(80)
            .setSourceKind(StatementKind.AIS)
            .build();
    return VoyageStatement.newBuilder(stated).setStatementId(StatementId.of(stated)).build();
  }

  /** One ship has one MMSI in all her rows; constructed. */
  private String mmsi() {
    return "4459%05d".formatted(Math.floorMod(ship().hashCode(), 100_000));
  }

  private String partner() {
    String mid =
        switch (field("other_flag_text")) {
          case "Dominica" -> "325";
          case "Maldives" -> "455";
          default -> "412";
        };
    return mid + "%06d".formatted(990_000 + number);
  }

  private Instant from() {
    LocalDate day = LocalDate.parse(field("observed_date"));
    String time = field("observed_time_text");
    if (time.startsWith("early hours")) {
      return at(day, 3);
    } else if (time.equals("morning")) {
      return at(day, 6);
    }
    return time.equals("midnight") ? at(day, 0).minus(Duration.ofHours(2)) : at(day, 0);
  }

  private Duration length() {
    return Duration.ofHours(field("observed_time_text").isEmpty() ? 24 : 4);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(JAPAN).toInstant();
  }

  private double lat() {
    return field("derived_lat").isEmpty() ? LAT : Double.parseDouble(field("derived_lat"));
  }

  private double lon() {
    return field("derived_lon").isEmpty() ? LON : Double.parseDouble(field("derived_lon"));
  }

  private String field(String name) {
    @Nullable String value = row.getField(name);
    return value == null ? "" : value;
  }
}
