package org.stswatch.support;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.stswatch.event.SourceKind;
import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.vessel.ContentId;

/** Sightings for tests. */
public final class Sightings {
  private Sightings() {}

  public static VesselSighting at(String vessel, Instant time, double lat, double lon) {
    return VesselSighting.newBuilder()
        .setSightingId(ContentId.of(vessel, time.toString(), lat + "," + lon))
        .setVesselKey(vessel)
        .setObservedAt(time)
        .setLat(lat)
        .setLon(lon)
        .setStationKind(StationKind.SHIP)
        .setSourceKind(SourceKind.AIS)
        .build();
  }

  /** The rows of a table among the test resources. */
  public static List<NamedCsvRecord> table(String resource) {
    try (InputStream in =
            Objects.requireNonNull(Sightings.class.getResourceAsStream(resource), resource);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // notes with commas
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
