package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.port.Ports;
import org.stswatch.report.Testimony;

/**
 * What a detector judges: a fact about one ship and what was known beside it.
 *
 * @param fact a {@link Gap}, a {@link Loitering}, a {@link Landfall}, a {@link PortCall}, a {@link
 *     TwinLocation} or a {@link SeenBeside}
 * @param start of the fact
 * @param end of the fact so far
 * @param ship its vessel
 * @param place where it began (a gap), its middle (loitering), its nearest to a port (landfall) or
 *     where she stopped (a call), the first place (of two), where something was seen beside it
 * @param claims what was claimed beside it; for a call, the calls of others at her ports as well
 * @param voyage whence the ship came and whither she said that she would go
 * @param testimony what reports say of it
 * @param ports of the reference pack
 * @param law what was in force on which day
 * @param asOf calls that ended by then are all known
 */
public record VesselCase(
    SpecificRecord fact,
    Instant start,
    Instant end,
    Ship ship,
    Place place,
    Claims claims,
    Voyage voyage,
    Testimony testimony,
    Ports ports,
    Law law,
    Instant asOf) {

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

  /** The port call, if it is one. */
  public Optional<PortCall> call() {
    return fact instanceof PortCall call ? Optional.of(call) : Optional.empty();
  }

  /** The two places at once, if it is that. */
  public Optional<TwinLocation> twins() {
    return fact instanceof TwinLocation twins ? Optional.of(twins) : Optional.empty();
  }

  /** What was seen beside it, if it is that. */
  public Optional<SeenBeside> seen() {
    return fact instanceof SeenBeside seen ? Optional.of(seen) : Optional.empty();
  }

  /** Where it was, as in {@link #place}, degrees north. */
  public static double lat(SpecificRecord fact) {
    if (fact instanceof Landfall landfall) {
      return landfall.getLat();
    } else if (fact instanceof PortCall call) {
      return call.getLat();
    } else if (fact instanceof TwinLocation twins) {
      return twins.getLat1();
    } else if (fact instanceof SeenBeside seen) {
      return seen.getDetection().getLat();
    }
    return fact instanceof Gap gap ? gap.getStartLat() : ((Loitering) fact).getLat();
  }

  /** The same, degrees east. */
  public static double lon(SpecificRecord fact) {
    if (fact instanceof Landfall landfall) {
      return landfall.getLon();
    } else if (fact instanceof PortCall call) {
      return call.getLon();
    } else if (fact instanceof TwinLocation twins) {
      return twins.getLon1();
    } else if (fact instanceof SeenBeside seen) {
      return seen.getDetection().getLon();
    }
    return fact instanceof Gap gap ? gap.getStartLon() : ((Loitering) fact).getLon();
  }

  /** Whether a measure of this id was in force on the day of its start. */
  public boolean isInForce(String regulation) {
    return law.isInForce(regulation, start);
  }

  public Duration length() {
    return Duration.between(start, end);
  }
}
