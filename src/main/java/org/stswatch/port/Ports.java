package org.stswatch.port;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2ClosestPointQuery;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2PointIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stswatch.geo.Geodesy;

/**
 * The ports of a reference pack, and which is nearest. The search runs over points on the sphere,
 * so the antimeridian and the poles are places like any other; the distance given is the haversine
 * one. Safe for concurrent use.
 */
public final class Ports {
  /** A metre on the unit sphere: what ties are looked for in, and far above rounding. */
  private static final S1Angle TIE = S1Angle.radians(1 / Geodesy.EARTH_RADIUS_M);

  private static final Comparator<NearestPort> NEAREST_THEN_NAME =
      Comparator.comparingInt(NearestPort::distanceM)
          .thenComparing(n -> n.port().name())
          .thenComparingDouble(n -> n.port().lat())
          .thenComparingDouble(n -> n.port().lon());

  private final List<Port> all;
  private final S2PointIndex<Port> index = new S2PointIndex<>();
  private final Map<String, Port> byCode = new HashMap<>();

  /**
   * A pack of these ports.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Ports(List<Port> ports) {
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("no ports");
    }
    all = List.copyOf(ports);
    all.forEach(p -> index.add(S2LatLng.fromDegrees(p.lat(), p.lon()).toPoint(), p));
    all.forEach(p -> byCode.merge(p.code(), p, (a, b) -> a.roles().isEmpty() ? b : a));
    index.iterator(); // sorts it here, before threads share it
  }

  /** The pack that ships: the World Port Index, completed for the theatre. */
  public static Ports bundled() {
    return new Ports(PortFile.bundled());
  }

  /**
   * The ports of a CSV file with the columns name, lat, lon and, optionally, unlocode, country and
   * role, in any order; lines that begin with # are comments.
   *
   * @throws IOException when the file can't be read
   * @throws IllegalArgumentException naming file, line and reason
   */
  public static Ports read(Path file) throws IOException {
    return new Ports(PortFile.read(file));
  }

  /** All ports, in the order of the file. */
  public List<Port> all() {
    return all;
  }

  /** The port of a code as calls have it; of its points one that has roles, if any has. */
  public Optional<Port> ofCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The port nearest to a place in degrees; of ports equally near (to the metre) the first name.
   */
  public NearestPort nearest(double lat, double lon) {
    S2Point here = S2LatLng.fromDegrees(lat, lon).toPoint();
    S2ClosestPointQuery<Port> query = new S2ClosestPointQuery<>(index);
    S1Angle least = query.findClosestPoint(here).distance().toAngle();
    query.setMaxDistance(S1Angle.radians(least.radians() + TIE.radians()));
    return query.findClosestPoints(here).stream()
        .map(r -> at(r.entry().data(), lat, lon))
        .min(NEAREST_THEN_NAME)
        .orElseThrow();
  }

  /** The ports with a point within so many metres of a place, nearest first. */
  public List<NearestPort> within(double lat, double lon, int metres) {
    S2ClosestPointQuery<Port> query = new S2ClosestPointQuery<>(index);
    query.setMaxDistance(S1Angle.radians((metres + 1) / Geodesy.EARTH_RADIUS_M));
    return query.findClosestPoints(S2LatLng.fromDegrees(lat, lon).toPoint()).stream()
        .map(r -> at(r.entry().data(), lat, lon))
        .filter(n -> n.distanceM() <= metres)
        .sorted(NEAREST_THEN_NAME)
        .toList();
  }

  private static NearestPort at(Port port, double lat, double lon) {
    double metres = Geodesy.distanceM(lat, lon, port.lat(), port.lon());
    return new NearestPort(port, (int) Math.round(metres));
  }
}
