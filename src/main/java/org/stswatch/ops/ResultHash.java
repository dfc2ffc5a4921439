package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * SHA-256 of what a run concluded: over the final alerts that are not RETRACTED, each as one line
 * of JSON with sorted keys, without what depends on arrival (the revision and the source ids), a
 * newline after each. Equal accepted input gives an equal hash.
 */
final class ResultHash {
  /** What depends on arrival, not on the set of the input. */
  private static final Set<String> LEFT_OUT = Set.of("revision", "sourceIds");

  private ResultHash() {}

  /** The hash of all alerts. */
  static String of(Results results) {
    return of(results.alerts().stream().map(RecordJson::of).toList());
  }

  /** The hash of these alerts, which must be sorted, as 64 hex digits. */
  static String of(Iterable<ObjectNode> alerts) {
    MessageDigest digest = Sha256.digest();
    for (ObjectNode alert : alerts) {
      if (!alert.path("status").asText().equals("RETRACTED")) {
        String line = RecordJson.line(canonical(alert)) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static JsonNode canonical(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      object
          .properties()
          .forEach(
              field -> {
                if (!LEFT_OUT.contains(field.getKey())) {
                  sorted.put(field.getKey(), canonical(field.getValue()));
                }
              });
      return JsonNodeFactory.instance.objectNode().setAll(sorted);
    } else if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(canonical(item)));
      return copy;
    }
    return node;
  }
}
