package org.stswatch.alert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.detect.Place;
import org.stswatch.detect.VesselCase;
import org.stswatch.detect.Visit;
import org.stswatch.event.Encounter;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.port.NearestPort;
import org.stswatch.port.Ports;
import org.stswatch.port.Shore;
import org.stswatch.port.Zone;
import org.stswatch.port.Zones;

/** Where a fact lies, by the reference pack. Safe for concurrent use. */
final class Localities {
  /** Ids of the zones that the DPRK claims, alone or not, begin so. */
  private static final String DPRK_WATERS = "DPRK_";

  /** Facts are judged again and again where they are; a few thousand are at hand at a time. */
  private static final int REMEMBERED = 4096;

  private final Ports ports;
  private final Zones zones;
  private final Shore shore;
  private final Map<Spot, Place> places =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Spot, Place> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Spot(double lat, double lon) {}

  Localities(Ports ports, Zones zones, Shore shore) {
    this.ports = ports;
    this.zones = zones;
    this.shore = shore;
  }

  List<Zone> zonesAt(double lat, double lon) {
    return zones.zonesAt(lat, lon);
  }

  /** Those of what one vessel did; of two places at once both count. */
  List<Zone> zonesOf(SpecificRecord fact) {
    List<Zone> here = zonesAt(VesselCase.lat(fact), VesselCase.lon(fact));
    return fact instanceof TwinLocation twins
        ? Stream.concat(here.stream(), zonesAt(twins.getLat2(), twins.getLon2()).stream())
            .distinct()
            .toList()
        : here;
  }

  /** Where one vessel did something; of two places at once the first, with the zones of both. */
  Place placeOf(SpecificRecord fact) {
    Place there = place(VesselCase.lat(fact), VesselCase.lon(fact));
    return fact instanceof TwinLocation ? within(zonesOf(fact), there) : there;
  }

  Optional<Visit> visit(PortCall call) {
    return ports
        .ofCode(call.getPort())
        .map(
            port ->
                new Visit(
                    port.name(),
                    port.country(),
                    port.lon(),
                    port.roles(),
                    call.getStart(),
                    call.getEnd()));
  }

  Place place(Encounter fact) {
    Place there = place(fact.getLat(), fact.getLon());
    return fact.getNearestPort() == null || fact.getPortDistanceM() == null
        ? there
        : new Place(
            there.zones(),
            fact.getNearestPort(),
            fact.getPortDistanceM(),
            there.shoreDistanceM(),
            there.claimedByDprk());
  }

  Place place(double lat, double lon) {
    return places.computeIfAbsent(new Spot(lat, lon), spot -> found(lat, lon));
  }

  private Place found(double lat, double lon) {
    NearestPort nearest = ports.nearest(lat, lon);
    int shoreM = shore.distanceM(lat, lon);
    Place nowhere = new Place(List.of(), nearest.port().name(), nearest.distanceM(), shoreM, false);
    return within(zonesAt(lat, lon), nowhere);
  }

  private static Place within(List<Zone> zones, Place place) {
    List<String> names =
        zones.stream().filter(z -> z.theatre() != Zone.Theatre.OUTER).map(Zone::name).toList();
    boolean claimed = zones.stream().anyMatch(z -> z.id().startsWith(DPRK_WATERS));
    return new Place(
        names, place.nearestPort(), place.portDistanceM(), place.shoreDistanceM(), claimed);
  }
}
