package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Alerts as a GeoJSON feature collection (RFC 7946) of points, for any map. */
final class GeoJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GeoJson() {}

  /** One feature per alert, in the given order. */
  static ObjectNode of(List<AlertRow> alerts) {
    ArrayNode features = NODES.arrayNode();
    alerts.forEach(alert -> features.add(feature(alert)));
    ObjectNode collection = NODES.objectNode().put("type", "FeatureCollection");
    collection.set("features", features);
    return collection;
  }

  private static ObjectNode feature(AlertRow alert) {
    ObjectNode properties = NODES.objectNode();
    alert.cells().forEach(properties::put);
    ObjectNode point = NODES.objectNode().put("type", "Point");
    point.set("coordinates", NODES.arrayNode().add(alert.lon()).add(alert.lat()));
    ObjectNode feature = NODES.objectNode().put("type", "Feature").put("id", alert.id());
    feature.set("geometry", point);
    feature.set("properties", properties);
    return feature;
  }
}
