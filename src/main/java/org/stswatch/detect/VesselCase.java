package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Loitering;

/**
 * What a detector judges: a fact about one ship and what was known beside it.
 *
 * @param fact a {@link Gap} or a {@link Loitering}
 * @param start of the fact
 * @param end of the fact so far
 * @param ship its vessel
 * @param place where it began (a gap) or its middle (loitering)
 * @param claims what was claimed beside it
 */
public record VesselCase(
    SpecificRecord fact, Instant start, Instant end, Ship ship, Place place, Claims claims) {

  /** The silence, if it is one. */
  public Optional<Gap> gap() {
    return fact instanceof Gap gap ? Optional.of(gap) : Optional.empty();
  }

  /** The loitering, if it is one. */
  public Optional<Loitering> loitering() {
    return fact instanceof Loitering loitering ? Optional.of(loitering) : Optional.empty();
  }

  /** Where a silence began, or the middle of a loitering, degrees north. */
  public static double lat(SpecificRecord fact) {
    return fact instanceof Gap gap ? gap.getStartLat() : ((Loitering) fact).getLat();
  }

  /** The same, degrees east. */
  public static double lon(SpecificRecord fact) {
    return fact instanceof Gap gap ? gap.getStartLon() : ((Loitering) fact).getLon();
  }

  public Duration length() {
    return Duration.between(start, end);
  }
}
