package org.stswatch.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The waters of the reference pack, polygons in longitude and latitude with straight edges on that
 * plane (none crosses the antimeridian). Safe for concurrent use.
 */
public final class Zones {
  private static final String BUNDLED = "/reference/zones.geojson";
  private static final GeometryFactory PLANE = new GeometryFactory();

  private record Area(Zone zone, PreparedGeometry shape) {}

  private final List<Area> areas;

  private Zones(List<Area> areas) {
    this.areas = areas;
  }

  /** The zones that ship. */
  public static Zones bundled() {
    try (InputStream in = Objects.requireNonNull(Zones.class.getResourceAsStream(BUNDLED))) {
      List<Area> areas = new ArrayList<>();
      for (JsonNode feature : new ObjectMapper().readTree(in).get("features")) {
        areas.add(area(feature));
      }
      areas.sort(Comparator.comparing(a -> a.zone().id()));
      return new Zones(List.copyOf(areas));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All zones, by id. */
  public List<Zone> all() {
    return areas.stream().map(Area::zone).toList();
  }

  /** The zones that hold a place in degrees, their borders included, by id. */
  public List<Zone> zonesAt(double lat, double lon) {
    Point here = PLANE.createPoint(new Coordinate(lon, lat));
    return areas.stream().filter(a -> a.shape().covers(here)).map(Area::zone).toList();
  }

  private static Area area(JsonNode feature) {
    JsonNode properties = feature.get("properties");
    Zone zone =
        new Zone(
            properties.get("id").asText(),
            properties.get("name").asText(),
            Zone.Theatre.valueOf(properties.get("theatre").asText()));
    List<Coordinate> ring = new ArrayList<>();
    for (JsonNode place : feature.get("geometry").get("coordinates").get(0)) {
      ring.add(new Coordinate(place.get(0).asDouble(), place.get(1).asDouble()));
    }
    return new Area(
        zone,
        PreparedGeometryFactory.prepare(PLANE.createPolygon(ring.toArray(Coordinate[]::new))));
  }
}
