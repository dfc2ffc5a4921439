package org.stswatch.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.stswatch.event.SourceKind;

/**
 * Something that was seen and named no vessel. Constructed, as the tracks are.
 *
 * @param lengthM as measured, metres; 0 for not measured
 * @param published how long afterwards
 */
record Seen(
    Instant time,
    String id,
    SourceKind with,
    double lat,
    double lon,
    double lengthM,
    Duration published) {

  /** A line of JSON, fields as in VesselSighting. */
  String line() {
    String json =
        String.format(
            Locale.ROOT,
            "{\"vesselKey\":\"%s\",\"observedAt\":\"%s\",\"lat\":%.5f,\"lon\":%.5f,\"sourceKind\":\"%s\","
                + "\"positionErrorM\":30,",
            id,
            time,
            lat,
            lon,
            with);
    String length = lengthM > 0 ? String.format(Locale.ROOT, "\"lengthM\":%.1f,", lengthM) : "";
    return json + length + "\"publishedAt\":\"" + time.plus(published) + "\"}";
  }
}
