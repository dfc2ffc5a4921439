package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stswatch.vessel.PairKey;

/**
 * Alerts about two ships held against the planted meetings of a constructed data set: one that
 * overlaps a meeting that must be flagged is right, one on a planted near-miss or on a pair that
 * was never near is wrong.
 */
record BenchScore(Set<String> found, Set<String> missed, Set<String> wrong) {
  private static final double LEAST_MINUTES = 120;
  private static final Set<String> ABOVE_INFO = Set.of("LOW", "MEDIUM", "HIGH", "CRITICAL");

  static BenchScore of(Path data, Path alerts) throws IOException {
    Map<String, NamedCsvRecord> planted = byPair(data.resolve("truth.csv"));
    Set<String> near = byPair(data.resolve("oracle.csv")).keySet();
    Set<String> found = new TreeSet<>();
    Set<String> wrong = new TreeSet<>();
    for (String line : Files.readAllLines(alerts)) {
      JsonNode alert = RecordJson.MAPPER.readTree(line);
      if (alert.path("status").asText().equals("RETRACTED")
          || !alert.path("subjectKind").asText().equals("PAIR")
          || !ABOVE_INFO.contains(alert.path("severity").asText())) {
        continue;
      }
      String pair = PairKey.of(key(alert, 0), key(alert, 1)).toString();
      NamedCsvRecord plan = planted.get(pair);
      if (plan != null && must(plan) && overlaps(plan, alert)) {
        found.add(pair);
      } else if (plan == null ? !near.contains(pair) : plan.getField("must_flag").equals("0")) {
        wrong.add(pair + " " + (plan == null ? "never near" : plan.getField("kind")));
      }
    }
    Set<String> missed = new TreeSet<>();
    planted.forEach((pair, plan) -> addIf(missed, pair, must(plan) && !found.contains(pair)));
    return new BenchScore(found, missed, wrong);
  }

  double precision() {
    return found.size() / (double) Math.max(1, found.size() + wrong.size());
  }

  private static void addIf(Set<String> set, String value, boolean condition) {
    if (condition) {
      set.add(value);
    }
  }

  private static boolean must(NamedCsvRecord plan) {
    return plan.getField("must_flag").equals("1")
        && Double.parseDouble(plan.getField("minutes")) >= LEAST_MINUTES;
  }

  private static boolean overlaps(NamedCsvRecord plan, JsonNode alert) {
    return time(plan.getField("start")).isBefore(Instant.parse(alert.path("end").asText()))
        && time(plan.getField("end")).isAfter(Instant.parse(alert.path("start").asText()));
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static String key(JsonNode alert, int party) {
    return Objects.requireNonNull(alert.path("parties").get(party)).path("vesselKey").asText();
  }

  private static Map<String, NamedCsvRecord> byPair(Path csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofNamedCsvRecord(csv)) {
      Map<String, NamedCsvRecord> rows = new TreeMap<>();
      List<NamedCsvRecord> all = reader.stream().toList();
      all.forEach(
          r ->
              rows.putIfAbsent(
                  PairKey.of(r.getField("mmsi_a"), r.getField("mmsi_b")).toString(), r));
      return rows;
    }
  }
}
