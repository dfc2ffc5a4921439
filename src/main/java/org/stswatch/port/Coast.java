package org.stswatch.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;

/** Reads the coast line: the arcs of a quantized TopoJSON topology (each point a difference). */
final class Coast {
  private static final String BUNDLED = "/reference/land-50m.json";

  /** An edge of the coast, its ends on the unit sphere and its box in degrees. */
  record Edge(S2Point from, S2Point to, Envelope box) {}

  private final List<Edge> edges = new ArrayList<>();

  private Coast() {}

  static List<Edge> bundled() {
    try (InputStream in = Objects.requireNonNull(Coast.class.getResourceAsStream(BUNDLED))) {
      JsonNode topology = new ObjectMapper().readTree(in);
      Coast coast = new Coast();
      for (JsonNode arc : topology.get("arcs")) {
        coast.add(arc, axis(topology, 0), axis(topology, 1));
      }
      return coast.edges;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static S2Point point(double lat, double lon) {
    return S2LatLng.fromDegrees(lat, lon).toPoint();
  }

  /** From a quantized number to degrees. */
  private record Axis(double scale, double origin) {
    double degrees(long quantum) {
      return quantum * scale + origin;
    }
  }

  private static Axis axis(JsonNode topology, int index) {
    JsonNode transform = topology.get("transform");
    return new Axis(
        transform.get("scale").get(index).asDouble(),
        transform.get("translate").get(index).asDouble());
  }

  private void add(JsonNode arc, Axis lons, Axis lats) {
    long x = 0;
    long y = 0;
    double lastLat = Double.NaN;
    double lastLon = Double.NaN;
    for (JsonNode step : arc) {
      x += step.get(0).asLong();
      y += step.get(1).asLong();
      double lon = lons.degrees(x);
      double lat = lats.degrees(y);
      if (!Double.isNaN(lastLat) && !isCut(lastLat, lastLon, lat, lon)) {
        edge(lastLat, lastLon, lat, lon);
      }
      lastLat = lat;
      lastLon = lon;
    }
  }

  /** Along the antimeridian or the south pole: where the map was cut, not where land ends. */
  private static boolean isCut(double lat1, double lon1, double lat2, double lon2) {
    boolean meridian = Math.abs(lon1) > 179.999 && Math.abs(lon2) > 179.999;
    return meridian || lat1 < -89.9 || lat2 < -89.9;
  }

  private void edge(double lat1, double lon1, double lat2, double lon2) {
    // An edge over the antimeridian goes the short way round; its box must as well.
    double near = lon2 - lon1 > 180 ? lon2 - 360 : lon1 - lon2 > 180 ? lon2 + 360 : lon2;
    // A great circle bulges towards the pole beyond the latitudes of its ends: the longest edge
    // that is kept (6 degrees, Antarctica) by less than 0.1 degree.
    Envelope box = new Envelope(lon1, near, lat1, lat2);
    box.expandBy(0.0, Math.abs(near - lon1) > 0.5 ? 0.1 : 0.001);
    edges.add(new Edge(point(lat1, lon1), point(lat2, lon2), box));
  }
}
