package org.stswatch.topology;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.geo.Geodesy;
import org.stswatch.port.NearestPort;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.port.Zones;
import org.stswatch.voyage.Harbour;

/** The harbours of the reference pack. The coast that is watched is that of the DPRK. */
final class PackHarbours implements Harbour.Finder {
  private static final String WATCHED = "KP";

  /** Ids of the waters that it claims, alone or not, begin so. */
  private static final String CLAIMED = "DPRK_";

  /**
   * Around all of those ports and waters, 1e-6 degrees, with room to spare: south, north, west,
   * east. Whoever is outside is off that coast nowhere, and most are.
   */
  private static final int[] AROUND = {37_000_000, 43_000_000, 123_500_000, 134_000_000};

  private final Ports ports;
  private final Zones zones;
  private final List<Port> watched;

  PackHarbours(Ports ports, Zones zones) {
    this.ports = ports;
    this.zones = zones;
    this.watched = ports.all().stream().filter(p -> WATCHED.equals(p.country())).toList();
  }

  @Override
  public Harbour nearest(double lat, double lon) {
    List<NearestPort> near = ports.within(lat, lon, Harbour.BARE_ENTRY_M);
    return near.stream()
        .map(PackHarbours::harbour)
        .filter(h -> !h.bare() && h.holds())
        .findFirst()
        .or(() -> near.stream().map(PackHarbours::harbour).filter(Harbour::holds).findFirst())
        .orElseGet(() -> harbour(ports.nearest(lat, lon)));
  }

  @Override
  public Harbour.@Nullable Offing offing(int lat6, int lon6) {
    if (lat6 < AROUND[0] || lat6 > AROUND[1] || lon6 < AROUND[2] || lon6 > AROUND[3]) {
      return null;
    }
    Harbour.Offing off =
        watched.stream()
            .map(p -> offing(p, lat6 / 1e6, lon6 / 1e6))
            .min(
                Comparator.comparingInt(Harbour.Offing::distanceM)
                    .thenComparing(Harbour.Offing::port))
            .orElse(null);
    boolean there =
        off != null && (off.distanceM() <= Harbour.OFF_PORT_M || isClaimed(lat6 / 1e6, lon6 / 1e6));
    return there ? off : null;
  }

  private static Harbour.Offing offing(Port port, double lat, double lon) {
    double metres = Geodesy.distanceM(lat, lon, port.lat(), port.lon());
    return new Harbour.Offing(port.name(), (int) Math.round(metres));
  }

  private boolean isClaimed(double lat, double lon) {
    return zones.zonesAt(lat, lon).stream().anyMatch(z -> z.id().startsWith(CLAIMED));
  }

  private static Harbour harbour(NearestPort nearest) {
    Port port = nearest.port();
    return new Harbour(
        port.code(),
        (int) Math.round(port.lat() * 1e6),
        (int) Math.round(port.lon() * 1e6),
        !port.anchorage(),
        nearest.distanceM());
  }
}
