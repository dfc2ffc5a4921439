package org.stswatch.topology;

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
    return new PackHarbours(ports, zones);
  }

  /** What encounters ask for the port beside them. */
  public NearestPort nearestPort() {
    return (lat, lon) -> {
      var nearest = ports.nearest(lat, lon);
      return new NearestPort.Found(nearest.port().name(), nearest.distanceM());
    };
  }
}
