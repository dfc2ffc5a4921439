package org.stswatch.topology;

import java.util.List;
import org.stswatch.alert.AlertSettings;
import org.stswatch.alert.Alerts;
import org.stswatch.alert.Regulations;
import org.stswatch.encounter.NearestPort;
import org.stswatch.port.Ports;
import org.stswatch.port.Shore;
import org.stswatch.port.Zones;
import org.stswatch.voyage.Harbour;

/** What is known before the first sighting: ports, zones, the shore, the law. */
public record ReferencePack(Ports ports, Zones zones, Shore shore, Regulations regulations) {

  /** The pack that ships, with these ports. */
  public static ReferencePack with(Ports ports) {
    return new ReferencePack(ports, Zones.bundled(), Shore.bundled(), Regulations.bundled());
  }

  /** The pack that ships. */
  public static ReferencePack bundled() {
    return with(Ports.bundled());
  }

  /** What judges facts under these settings. */
  public Alerts alerts(AlertSettings settings) {
    return new Alerts(settings, ports, zones, shore, regulations);
  }

  /** Anchorages before bare points: these lie kilometres off. */
  public Harbour.Finder harbours() {
    return (lat, lon) -> {
      List<org.stswatch.port.NearestPort> near = ports.within(lat, lon, Harbour.BARE_ENTRY_M);
      return near.stream()
          .map(ReferencePack::harbour)
          .filter(h -> !h.bare() && h.holds())
          .findFirst()
          .or(() -> near.stream().map(ReferencePack::harbour).filter(Harbour::holds).findFirst())
          .orElseGet(() -> harbour(ports.nearest(lat, lon)));
    };
  }

  private static Harbour harbour(org.stswatch.port.NearestPort nearest) {
    var port = nearest.port();
    return new Harbour(
        port.code(),
        (int) Math.round(port.lat() * 1e6),
        (int) Math.round(port.lon() * 1e6),
        !port.anchorage(),
        nearest.distanceM());
  }

  /** What encounters ask for the port beside them. */
  public NearestPort nearestPort() {
    return (lat, lon) -> {
      var nearest = ports.nearest(lat, lon);
      return new NearestPort.Found(nearest.port().name(), nearest.distanceM());
    };
  }
}
