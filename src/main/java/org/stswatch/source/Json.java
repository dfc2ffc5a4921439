package org.stswatch.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;

/** One JSON object of foreign origin, read field by field; unions of Avro's JSON are unwrapped. */
final class Json {
  /** Messages are two or three levels deep; hostile ones must not fill the stack. */
  private static final int MAX_DEPTH = 32;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final JsonNode node;

  private Json(JsonNode node) {
    this.node = node;
  }

  /** Reads one object. */
  static Json read(String text) throws Refusal {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (!node.isObject()) {
        throw new Refusal(RejectReason.UNKNOWN_FORMAT, "no JSON object");
      }
      return new Json(node);
    } catch (JsonProcessingException e) {
      throw new Refusal(RejectReason.TRUNCATED, "JSON damaged: " + e.getOriginalMessage());
    }
  }

  boolean has(String field) {
    return !value(field).isMissingNode();
  }

  /** The object in that field; an empty one when there is none. */
  Json in(String field) {
    JsonNode value = value(field);
    return new Json(value.isObject() ? value : MAPPER.createObjectNode());
  }

  /** The objects in the array of that field. */
  Iterable<Json> all(String field) {
    Iterator<JsonNode> elements = value(field).elements();
    return () ->
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return elements.hasNext();
          }

          @Override
          public Json next() {
            return new Json(elements.next());
          }
        };
  }

  /** The text or number in that field as text, trimmed; empty when there is none. */
  String text(String field) {
    JsonNode value = value(field);
    return value.isValueNode() ? value.asText("").strip() : "";
  }

  /** The text in that field, cleaned; null when there is none. */
  @Nullable String clean(String field) {
    return Text.clean(text(field));
  }

  /** The number in that field; NaN when there is none. */
  double number(String field) throws Refusal {
    JsonNode value = value(field);
    return value.isNumber() ? value.asDouble() : Decimals.read(field, text(field));
  }

  /** The number in that field; null when there is none. */
  @Nullable Double numberOrNull(String field) throws Refusal {
    double number = number(field);
    return Double.isNaN(number) ? null : number;
  }

  /** The whole number in that field; -1 when there is none. */
  int code(String field) throws Refusal {
    return Decimals.code(number(field));
  }

  /** Whether that field is there and says false. */
  boolean denies(String field) {
    JsonNode value = value(field);
    return value.isBoolean() && !value.booleanValue();
  }

  private JsonNode value(String field) {
    JsonNode value = node.path(field);
    // Avro writes a union as an object with the name of the type: {"double": 1.5}.
    if (value.isObject() && value.size() == 1) {
      String type = value.fieldNames().next();
      boolean union = type.contains(".") || "double int long string array".contains(type);
      value = union ? value.path(type) : value;
    }
    return value.isNull() ? MAPPER.missingNode() : value;
  }
}
