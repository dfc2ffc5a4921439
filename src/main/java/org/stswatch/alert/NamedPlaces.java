package org.stswatch.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stswatch.geo.Geodesy;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.port.Zone;
import org.stswatch.port.Zones;
import org.stswatch.report.Places;
import org.stswatch.vessel.IdentityToken;

/** The waters and ports of the reference pack, by the names that reports give them. */
final class NamedPlaces implements Places {
  /** How far off a port "off the port" reaches, metres (E18 in the plan: 50 km). */
  static final int OFF_PORT_M = 50_000;

  private final Zones zones;
  private final Map<String, String> zoneIds = new TreeMap<>();
  private final Map<String, List<Port>> ports;

  NamedPlaces(Ports ports, Zones zones) {
    this.zones = zones;
    for (Zone zone : zones.all()) {
      if (zone.theatre() != Zone.Theatre.OUTER) { // a box for the scope, no water
        plain(zone.name()).ifPresent(name -> zoneIds.put(name, zone.id()));
        plain(zone.id()).ifPresent(name -> zoneIds.put(name, zone.id()));
      }
    }
    this.ports =
        ports.all().stream()
            .filter(p -> plain(p.name()).isPresent())
            .collect(
                Collectors.groupingBy(
                    p -> plain(p.name()).orElseThrow(), HashMap::new, Collectors.toList()));
  }

  @Override
  public boolean isKnown(String area) {
    return plain(area).filter(a -> zoneIds.containsKey(a) || ports.containsKey(a)).isPresent();
  }

  @Override
  public boolean holds(String area, double lat, double lon) {
    return plain(area).filter(a -> inZone(a, lat, lon) || offPort(a, lat, lon)).isPresent();
  }

  private boolean inZone(String name, double lat, double lon) {
    String id = zoneIds.get(name);
    return id != null && zones.zonesAt(lat, lon).stream().anyMatch(z -> z.id().equals(id));
  }

  private boolean offPort(String name, double lat, double lon) {
    return ports.getOrDefault(name, List.of()).stream()
        .mapToLong(p -> Math.round(Geodesy.distanceM(p.lat(), p.lon(), lat, lon)))
        .anyMatch(metres -> metres <= OFF_PORT_M);
  }

  /** "off Chongjin" and "the Japan Sea" are Chongjin and Japan Sea. */
  private static Optional<String> plain(String name) {
    return IdentityToken.plain(
        name.toLowerCase(Locale.ROOT).replaceFirst("^\\s*(off|near|in)?\\s*(the)?\\s+", ""));
  }
}
