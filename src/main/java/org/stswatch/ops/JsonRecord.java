package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Records from plain JSON: fields as named in the schemas, times as ISO 8601 or milliseconds, what
 * is left out has its default. The counterpart of {@link RecordJson}.
 */
final class JsonRecord {
  private JsonRecord() {}

  /**
   * The record of an object.
   *
   * @throws IllegalArgumentException naming the field that is missing, unknown or unreadable
   */
  static <T extends SpecificRecordBase> T of(Class<T> type, JsonNode json) {
    SpecificData model = SpecificData.getForClass(type);
    return type.cast(record(model, model.getSchema(type), json, ""));
  }

  private static SpecificRecord record(
      SpecificData model, Schema schema, JsonNode json, String path) {
    if (!(json instanceof ObjectNode object)) {
      throw new IllegalArgumentException(path + "an object expected");
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (schema.getField(field.getKey()) == null) {
        throw new IllegalArgumentException(path + field.getKey() + ": no such field");
      }
    }
    SpecificRecordBase record = (SpecificRecordBase) model.newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      JsonNode value = object.get(field.name());
      record.put(field.pos(), value(model, field, value, path + field.name()));
    }
    return record;
  }

  private static @Nullable Object value(
      SpecificData model, Schema.Field field, @Nullable JsonNode json, String path) {
    if (json != null) {
      return value(model, field.schema(), json, path);
    } else if (field.hasDefaultValue()) {
      return model.deepCopy(field.schema(), model.getDefaultValue(field));
    }
    throw new IllegalArgumentException(path + ": missing");
  }

  private static @Nullable Object value(
      SpecificData model, Schema schema, JsonNode json, String path) {
    return switch (schema.getType()) {
      case UNION -> json.isNull() ? null : value(model, notNull(schema), json, path);
      case RECORD -> record(model, schema, json, path + ".");
      case ARRAY -> array(model, schema, json, path);
      case MAP -> map(model, schema, json, path);
      case ENUM -> symbol(model, schema, json, path);
      case STRING -> require(json.isTextual(), json, path, "text").asText();
      case BOOLEAN -> require(json.isBoolean(), json, path, "true or false").asBoolean();
      case DOUBLE -> require(json.isNumber(), json, path, "a number").asDouble();
      case INT -> require(json.canConvertToInt(), json, path, "a whole number").asInt();
      case LONG -> time(schema, json, path);
      default -> throw new IllegalArgumentException(path + ": cannot be given as JSON");
    };
  }

  private static Object time(Schema schema, JsonNode json, String path) {
    boolean instant = schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    if (instant && json.isTextual()) {
      try {
        return Instant.parse(json.asText());
      } catch (DateTimeException e) {
        throw unreadable(json, path, "a time such as 2017-10-16T03:00:00Z");
      }
    }
    long number = require(json.canConvertToLong(), json, path, "a whole number").asLong();
    return instant ? Instant.ofEpochMilli(number) : (Object) number;
  }

  private static Object symbol(SpecificData model, Schema schema, JsonNode json, String path) {
    if (!schema.hasEnumSymbol(json.asText())) {
      throw unreadable(json, path, "one of " + String.join(", ", schema.getEnumSymbols()));
    }
    return model.createEnum(json.asText(), schema);
  }

  private static Object array(SpecificData model, Schema schema, JsonNode json, String path) {
    require(json.isArray(), json, path, "a list");
    List<@Nullable Object> items = new ArrayList<>();
    json.forEach(item -> items.add(value(model, schema.getElementType(), item, path)));
    return items;
  }

  private static Object map(SpecificData model, Schema schema, JsonNode json, String path) {
    require(json.isObject(), json, path, "an object");
    Map<String, @Nullable Object> values = new HashMap<>();
    json.properties()
        .forEach(
            e -> values.put(e.getKey(), value(model, schema.getValueType(), e.getValue(), path)));
    return values;
  }

  private static Schema notNull(Schema union) {
    return union.getTypes().stream()
        .filter(s -> s.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(GenericData.get().toString(union)));
  }

  private static JsonNode require(boolean holds, JsonNode json, String path, String expected) {
    if (!holds) {
      throw unreadable(json, path, expected);
    }
    return json;
  }

  private static IllegalArgumentException unreadable(JsonNode json, String path, String expected) {
    return new IllegalArgumentException(path + ": " + expected + " expected, not " + json);
  }
}
