package org.stswatch.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stswatch.demo.Course.Place;

/**
 * The constructed cases of the demo. What was reported is in their story.md; places and times here
 * are made up to agree with it.
 */
record ConstructedCase(String name, List<Course> courses, List<String> statements) {
  private static final int REPORT_EVERY_S = 600;

  /** Noise of a good receiver, so that no two constructed fixes are too good to be true. */
  private static final double NOISE_M = 6;

  static List<ConstructedCase> all() {
    return List.of(vityaz());
  }

  private static ConstructedCase vityaz() {
    Course vityaz =
        new Course("273999991")
            .at("2017-10-15T02:00:00Z", 42.8667, 131.4000) // Slavyanka roads
            .at("2017-10-15T04:00:00Z", 42.7200, 131.7200)
            .at("2017-10-15T15:00:00Z", 41.1300, 132.1000) // 9 kn
            .at("2017-10-16T03:00:00Z", 41.1000, 132.1600) // adrift
            .at("2017-10-18T02:00:00Z", 41.3000, 132.0500)
            .at("2017-10-18T13:00:00Z", 42.7200, 131.7200)
            .at("2017-10-18T15:00:00Z", 42.8667, 131.4000)
            .silent("2017-10-15T21:50:00Z", "2017-10-18T06:00:00Z");
    Course samMa2 =
        new Course("445999992")
            .at("2017-10-15T03:00:00Z", 41.7400, 129.8600) // off Chongjin
            .at("2017-10-15T17:10:00Z", 41.1350, 132.1020) // 8 kn
            .alongside(vityaz, "2017-10-15T17:30:00Z", "2017-10-16T02:00:00Z", 45)
            .at("2017-10-16T03:00:00Z", 41.1500, 132.0300)
            .at("2017-10-18T20:00:00Z", 41.3500, 131.2000)
            .at("2017-10-19T08:00:00Z", 41.7400, 129.8600)
            .silent("2017-10-15T22:10:00Z", "2017-10-19T01:00:00Z");
    Course cargo =
        new Course("CONSTRUCTED-CARGO-1")
            .at("2017-10-15T14:00:00Z", 40.6000, 131.6000)
            .at("2017-10-16T00:00:00Z", 41.7000, 133.8500);
    return new ConstructedCase(
        "vityaz",
        List.of(vityaz, samMa2, cargo),
        List.of(
            statement(vityaz, "VITYAZ", "8125703", "FISHING FLEET JAPAN SEA"),
            statement(samMa2, "SAM MA 2", "8106496", null)));
  }

  private static String statement(
      Course ship, String shipName, @Nullable String imo, @Nullable String destination) {
    String content = ship.id + shipName + imo + destination;
    String id = UUID.nameUUIDFromBytes(content.getBytes(UTF_8)).toString().replace("-", "");
    return """
        {"statementId":"%s","mmsi":"%s","observedAt":"%s","name":"%s",%s"shipType":80,%s"receipt":%%d,"sourceKind":"AIS"}"""
        .formatted(
            id,
            ship.id,
            ship.first(),
            shipName,
            imo == null ? "" : "\"imo\":\"" + imo + "\",",
            destination == null ? "" : "\"destination\":\"" + destination + "\",");
  }

  /** Header and fixes in the order of time, as positions CSV. */
  List<String> positions() {
    List<Row> rows = new ArrayList<>();
    for (Course course : courses) {
      int shift = Math.floorMod(course.id.hashCode(), REPORT_EVERY_S);
      Instant t = course.first().plusSeconds(shift);
      for (int n = 0; t.isBefore(course.last()); n++, t = t.plusSeconds(REPORT_EVERY_S)) {
        if (course.isHeard(t)) {
          rows.add(new Row(t, row(course, t, n)));
        }
      }
    }
    rows.sort(Comparator.comparing(Row::at).thenComparing(Row::text));
    List<String> lines = new ArrayList<>(List.of("mmsi,timestamp,lat,lon,sog,cog"));
    rows.forEach(r -> lines.add(r.text()));
    return lines;
  }

  private record Row(Instant at, String text) {}

  private static String row(Course course, Instant t, int n) {
    Place place = course.place(t).moved(NOISE_M * Math.sin(n * 1.7), NOISE_M * Math.cos(n * 2.3));
    return String.format(
        Locale.ROOT,
        "%s,%s,%.5f,%.5f,%.1f,%.1f",
        course.id,
        t,
        place.lat(),
        place.lon(),
        course.speedKn(t),
        course.courseDeg(t));
  }

  /** Each statement is heard twice, six minutes apart. */
  List<String> statementLines() {
    List<String> lines = new ArrayList<>();
    for (int receipt = 1; receipt <= 2; receipt++) {
      for (String statement : statements) {
        lines.add(statement.formatted(receipt));
      }
    }
    return lines;
  }
}
