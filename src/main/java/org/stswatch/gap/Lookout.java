package org.stswatch.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Detection;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result.Emit;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.Mmsi;

/**
 * A sighting by radar, camera or patrol that names no vessel goes to all areas near it. One that
 * names a vessel by its MMSI does not: there is nothing to find out.
 */
public final class Lookout {
  /**
   * Satellite products come within hours, and in batches within three days (domain rule 9.2); what
   * is received later is accepted and counted, and held against nothing: the tracks are forgotten.
   */
  static final Duration LATEST = Duration.ofHours(72);

  private final Cells areas = ReceptionStep.areas();

  /** To whom a sighting goes, and as what; the area that holds it comes first. */
  public List<Emit> tell(VesselSighting seen, long receivedMs) {
    long lateMs = receivedMs - seen.getObservedAt().toEpochMilli();
    return lateMs > LATEST.toMillis() ? List.of() : tell(seen);
  }

  /** The same, however late it was received; nothing where it names its vessel. */
  List<Emit> tell(VesselSighting seen) {
    if (Mmsi.isMmsi(seen.getVesselKey())) {
      return List.of();
    }
    Detection copy = detection(seen, false);
    List<Emit> emits = new ArrayList<>();
    for (long area : areas.around(seen.getLat(), seen.getLon())) {
      emits.add(new Emit(Cells.token(area), emits.isEmpty() ? detection(seen, true) : copy));
    }
    return emits;
  }

  private static Detection detection(VesselSighting seen, boolean own) {
    Instant published = Objects.requireNonNullElse(seen.getPublishedAt(), seen.getObservedAt());
    Double errorM = seen.getPositionErrorM();
    Double lengthM = seen.getLengthM();
    return Detection.newBuilder()
        .setRef(ref(seen))
        .setDetectionId(seen.getVesselKey())
        .setObservedAt(seen.getObservedAt())
        .setPublishedAt(published)
        .setLat(seen.getLat())
        .setLon(seen.getLon())
        .setErrorM(errorM == null || errorM.isNaN() ? 0 : (int) Math.ceil(Math.abs(errorM)))
        .setLengthM(lengthM != null && lengthM > 0 ? Math.round(lengthM * 10) / 10.0 : null)
        .setMadeWith(seen.getSourceKind())
        .setOwn(own)
        .build();
  }

  /** Of equal content one, whoever sent it and however often. */
  private static String ref(VesselSighting seen) {
    return ContentId.of(
        "DETECTION",
        seen.getVesselKey(),
        seen.getObservedAt().toString(),
        String.valueOf(seen.getPublishedAt()),
        String.valueOf(seen.getLat()),
        String.valueOf(seen.getLon()),
        String.valueOf(seen.getPositionErrorM()),
        String.valueOf(seen.getLengthM()),
        seen.getSourceKind().name());
  }
}
