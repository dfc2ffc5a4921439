package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What differs between the standing alerts of two runs. Alerts are matched by id, then by subject
 * and overlapping time: a start that moved gives another id to the same meeting.
 *
 * @param added in the second run alone
 * @param removed in the first run alone
 * @param changed in both, with the fields that differ
 * @param same in both, and equal but for the revision
 */
record RunDiff(List<AlertRow> added, List<AlertRow> removed, List<Change> changed, int same) {

  /** One alert in both runs. */
  record Change(AlertRow before, AlertRow after, List<String> fields) {
    Change {
      fields = List.copyOf(fields);
    }
  }

  RunDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** Between the alerts of two runs. */
  static RunDiff between(List<JsonNode> before, List<JsonNode> after) {
    Map<String, JsonNode> left = standing(after);
    List<JsonNode> unmatched = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    int same = 0;
    for (JsonNode old : standing(before).values()) {
      JsonNode now = left.remove(old.path("alertId").asText());
      if (now == null) {
        unmatched.add(old);
      } else if (fields(old, now).isEmpty()) {
        same++;
      } else {
        changed.add(change(old, now));
      }
    }
    List<AlertRow> removed = new ArrayList<>();
    for (JsonNode old : unmatched) {
      Optional<JsonNode> now = left.values().stream().filter(a -> sameMatter(old, a)).findFirst();
      now.ifPresentOrElse(a -> changed.add(change(old, a)), () -> removed.add(AlertRow.of(old)));
      now.ifPresent(a -> left.remove(a.path("alertId").asText()));
    }
    return new RunDiff(left.values().stream().map(AlertRow::of).toList(), removed, changed, same);
  }

  /** For machines. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("added", rows(added));
    json.set("removed", rows(removed));
    ArrayNode changes = json.putArray("changed");
    for (Change c : changed) {
      ObjectNode change = changes.addObject();
      change.put("before", c.before().id()).put("after", c.after().id());
      c.fields().forEach(change.putArray("fields")::add);
    }
    return json.put("same", same);
  }

  /** For people: a line per difference. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    removed.forEach(a -> text.append("- ").append(a.line()).append('\n'));
    added.forEach(a -> text.append("+ ").append(a.line()).append('\n'));
    for (Change c : changed) {
      text.append("~ ").append(c.after().line());
      text.append("  [").append(String.join(", ", c.fields())).append("]\n");
    }
    return text.append(
            "%d added, %d removed, %d changed, %d the same\n"
                .formatted(added.size(), removed.size(), changed.size(), same))
        .toString();
  }

  private static ArrayNode rows(List<AlertRow> alerts) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    alerts.forEach(a -> a.cells().forEach(rows.addObject()::put));
    return rows;
  }

  private static Map<String, JsonNode> standing(List<JsonNode> alerts) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    for (JsonNode alert : alerts) {
      if (!alert.path("status").asText().equals("RETRACTED")) {
        byId.put(alert.path("alertId").asText(), alert);
      }
    }
    return byId;
  }

  private static Change change(JsonNode before, JsonNode after) {
    return new Change(AlertRow.of(before), AlertRow.of(after), fields(before, after));
  }

  private static List<String> fields(JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    names.remove("revision");
    names.removeIf(name -> before.path(name).equals(after.path(name)));
    return List.copyOf(names);
  }

  private static boolean sameMatter(JsonNode a, JsonNode b) {
    return a.path("subjectKind").equals(b.path("subjectKind"))
        && parties(a).equals(parties(b))
        && text(a, "start").compareTo(text(b, "end")) <= 0
        && text(b, "start").compareTo(text(a, "end")) <= 0;
  }

  private static Set<String> parties(JsonNode alert) {
    Set<String> keys = new HashSet<>();
    alert.path("parties").forEach(party -> keys.add(party.path("vesselKey").asText()));
    return keys;
  }

  private static String text(JsonNode alert, String field) {
    return alert.path(field).asText();
  }
}
