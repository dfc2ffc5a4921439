package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An alert cut down to one row for people, read from a line of {@code alerts.jsonl} or from the
 * JSON topic.
 *
 * @param vessels the parties, {@code NAME (key, flag)} as far as known
 * @param place nearest port, or what zone holds the position
 */
record AlertRow(
    String id,
    int revision,
    String status,
    String severity,
    String type,
    double score,
    String start,
    String end,
    double lat,
    double lon,
    List<String> vessels,
    String place,
    String title) {

  AlertRow {
    vessels = List.copyOf(vessels);
  }

  /** Of an alert as {@link RecordJson} writes it, or flat as on the JSON topic. */
  static AlertRow of(JsonNode alert) {
    List<String> vessels = new ArrayList<>();
    if (alert.has("partyVesselKeys")) {
      for (int i = 0; i < alert.path("partyVesselKeys").size(); i++) {
        String key = alert.path("partyVesselKeys").path(i).asText();
        String name = alert.path("partyNames").path(i).asText();
        vessels.add(vessel(key, name, alert.path("partyFlags").path(i).asText()));
      }
    } else {
      alert.path("parties").forEach(party -> vessels.add(vessel(party)));
    }
    return new AlertRow(
        alert.path("alertId").asText(),
        alert.path("revision").asInt(),
        alert.path("status").asText(),
        alert.path("severity").asText(),
        alert.path("type").asText(),
        alert.path("score").asDouble(),
        alert.path("start").asText(),
        alert.path("end").asText(),
        alert.path("lat").asDouble(),
        alert.path("lon").asDouble(),
        vessels,
        place(alert),
        alert.path("title").asText());
  }

  /** Whether it was disproved. */
  boolean retracted() {
    return status.equals("RETRACTED");
  }

  /** The columns by name, in order: those of a CSV export, of GeoJSON properties, of KML data. */
  Map<String, String> cells() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("alertId", id);
    cells.put("revision", Integer.toString(revision));
    cells.put("status", status);
    cells.put("severity", severity);
    cells.put("type", type);
    cells.put("score", Double.toString(score));
    cells.put("start", start);
    cells.put("end", end);
    cells.put("lat", Double.toString(lat));
    cells.put("lon", Double.toString(lon));
    cells.put("vessels", String.join("; ", vessels));
    cells.put("place", place);
    cells.put("title", title);
    return cells;
  }

  /** One line for a terminal. */
  String line() {
    return "%-8s %-9s %-18s %s to %s  %.3f,%.3f  %s"
        .formatted(
            severity,
            status,
            type,
            minute(start),
            minute(end),
            lat,
            lon,
            vessels.isEmpty() ? title : String.join(" x ", vessels));
  }

  /** To the minute, without what a table does not need. */
  static String minute(String instant) {
    return instant.length() >= 16 ? instant.substring(0, 16).replace('T', ' ') + "Z" : instant;
  }

  private static String vessel(JsonNode party) {
    return vessel(
        party.path("mmsi").asText(party.path("vesselKey").asText()),
        party.path("name").asText(""),
        party.path("flag").asText(""));
  }

  private static String vessel(String key, String name, String flag) {
    String known = flag.isEmpty() ? key : key + ", " + flag;
    return name.isEmpty() ? known : name + " (" + known + ")";
  }

  private static String place(JsonNode alert) {
    JsonNode context = alert.has("context") ? alert.path("context") : alert;
    List<String> parts = new ArrayList<>();
    context.path("zones").forEach(zone -> parts.add(zone.asText()));
    if (context.path("nearestPort").isTextual()) {
      String port = context.path("nearestPort").asText();
      JsonNode distance = context.path("distanceToPortM");
      parts.add(
          distance.isNumber()
              ? String.format(Locale.ROOT, "%.0f km from %s", distance.asDouble() / 1000, port)
              : port);
    }
    return String.join(", ", parts);
  }
}
