package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecordBase;
import org.stswatch.event.SourceKind;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.source.ReportTable;
import org.stswatch.source.SightingId;
import org.stswatch.source.StatementId;

/**
 * What comes beside the stream of sightings and is judged by the time of its publication: a report,
 * a watch-list entry, a satellite detection, a statement.
 *
 * @param publishedAt when it was published, UTC
 * @param record what was said
 */
record Claim(Instant publishedAt, SpecificRecordBase record) {

  /** The reports of a table, or of JSON lines with fields as in schemas/VesselReport.avsc. */
  static List<Claim> reports(Path file) {
    try {
      if (ReportTable.isTable(file)) {
        return ReportTable.read(file).stream()
            .map(report -> new Claim(report.getPublishedAt(), report))
            .toList();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw Failure.failed(String.valueOf(e.getMessage()), e);
    }
    return read(file, VesselReport.class, VesselReport::getPublishedAt);
  }

  /**
   * The statements of a file of JSON lines, fields as in schemas/VoyageStatement.avsc. Ids are made
   * of the content, whatever the file says.
   */
  static List<Claim> statements(Path file) {
    return read(
        file,
        VoyageStatement.class,
        json -> json.put("statementId", ""),
        s -> VoyageStatement.newBuilder(s).setStatementId(StatementId.of(s)).build(),
        VoyageStatement::getObservedAt);
  }

  /** The entries of a file of JSON lines, fields as in schemas/WatchlistEntry.avsc. */
  static List<Claim> watchlist(Path file) {
    return read(file, WatchlistEntry.class, WatchlistEntry::getPublishedAt);
  }

  /**
   * The sightings of a file of JSON lines, fields as in schemas/VesselSighting.avsc. Ids are made
   * of the content, whatever the file says.
   */
  static List<Claim> sightings(Path file) {
    return read(
        file,
        VesselSighting.class,
        json -> json.put("sightingId", ""),
        s -> VesselSighting.newBuilder(s).setSightingId(idOf(s)).build(),
        Claim::knownAt);
  }

  private static String idOf(VesselSighting s) {
    long observedAtMs = s.getObservedAt().toEpochMilli();
    return SightingId.of(
        s.getVesselKey(),
        observedAtMs,
        s.getLat(),
        s.getLon(),
        s.getSogKn(),
        s.getCogDeg(),
        s.getSourceKind());
  }

  private static Instant knownAt(VesselSighting sighting) {
    Instant published = sighting.getPublishedAt();
    return published == null ? sighting.getObservedAt() : published;
  }

  /** A detection, which counts from its publication on. */
  static Claim detection(VesselSighting sighting) {
    return new Claim(knownAt(sighting), sighting);
  }

  /** Whether a sighting is judged by when it was published: imagery, radar, a patrol. */
  static boolean isDetection(SourceKind made) {
    return switch (made) {
      case SAR, OPTICAL, RADAR, PATROL -> true;
      case AIS, AIS_SATELLITE, UNKNOWN -> false;
    };
  }

  private static <T extends SpecificRecordBase> List<Claim> read(
      Path file, Class<T> type, Function<T, Instant> publishedAt) {
    return read(file, type, json -> {}, record -> record, publishedAt);
  }

  private static <T extends SpecificRecordBase> List<Claim> read(
      Path file,
      Class<T> type,
      Consumer<ObjectNode> before,
      UnaryOperator<T> after,
      Function<T, Instant> publishedAt) {
    List<Claim> claims = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode json = RecordJson.MAPPER.readTree(line);
          if (json instanceof ObjectNode object) {
            before.accept(object);
          }
          T record = after.apply(JsonRecord.of(type, json));
          claims.add(new Claim(publishedAt.apply(record), record));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw Failure.failed(file + ":" + number + ": " + reason, e);
    }
    return claims;
  }
}
