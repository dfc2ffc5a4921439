package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;

/**
 * What a detector judges: a fact about one ship and what was known beside it.
 *
 * @param fact a {@link Gap}, a {@link Loitering} or a {@link Landfall}
 * @param start of the fact
 * @param end of the fact so far
 * @param ship its vessel
 * @param place where it began (a gap), its middle (loitering) or its nearest to a port (landfall)
 * @param claims what was claimed beside it
 * @param voyage whence the ship came and whither she said that she would go
 */
public record VesselCase(
    SpecificRecord fact,
    Instant start,
    Instant end,
    Ship ship,
    Place place,
    Claims claims,
    Voyage voyage) {

  /** The silence, if it is one. */
  public Optional<Gap> gap() {
    return fact instanceof Gap gap ? Optional.of(gap) : Optional.empty();
  }

  /** The loitering, if it is one. */
  public Optional<Loitering> loitering() {
    return fact instanceof Loitering loitering ? Optional.of(loitering) : Optional.empty();
  }

  /** The landfall, if it is one. */
  public Optional<Landfall> landfall() {
    return fact instanceof Landfall landfall ? Optional.of(landfall) : Optional.empty();
  }

  /** Where it was, as in {@link #place}, degrees north. */
  public static double lat(SpecificRecord fact) {
    if (fact instanceof Landfall landfall) {
      return landfall.getLat();
    }
    return fact instanceof Gap gap ? gap.getStartLat() : ((Loitering) fact).getLat();
  }

  /** The same, degrees east. */
  public static double lon(SpecificRecord fact) {
    if (fact instanceof Landfall landfall) {
      return landfall.getLon();
    }
    return fact instanceof Gap gap ? gap.getStartLon() : ((Loitering) fact).getLon();
  }

  public Duration length() {
    return Duration.between(start, end);
  }
}
