package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stswatch.event.VesselSighting;

/**
 * The public schemas: what they promise to subscribers, and that they keep it from release to
 * release.
 */
class SchemaCompatibilityTest {
  private static final Path RELEASED = Path.of("schemas/released");
  private static final SchemaValidator EACH_READS_THE_OTHER =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static List<Schema> publicSchemas() {
    return Topics.live().all().stream()
        .flatMap(topic -> topic.value().stream())
        .distinct()
        .map(PublicSchema::of)
        .toList();
  }

  static List<Path> releases() {
    return list(RELEASED).stream().filter(Files::isDirectory).toList();
  }

  @Test
  void thereIsARelease() {
    assertThat(releases()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyReleaseReadsWhatTodayWritesAndTheOtherWayRound(Path release) {
    Map<String, Schema> today = byName(publicSchemas());
    Map<String, Schema> released = byName(parse(release));

    for (Path file : list(release)) {
      String name = "org.stswatch.event." + file.getFileName().toString().replace(".avsc", "");
      assertThat(today).as("released in %s", release).containsKey(name);
      assertThatCode(
              () -> EACH_READS_THE_OTHER.validate(today.get(name), List.of(released.get(name))))
          .as("%s against %s", name, release)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aFieldLessOrMoreWithoutDefaultWouldBeNoticed() {
    Schema schema = PublicSchema.of(VesselSighting.class);
    String first = "\"fields\":[{\"name\":\"sightingId\"";
    Schema more =
        new Schema.Parser()
            .parse(
                schema
                    .toString()
                    .replace(
                        first,
                        "\"fields\":[{\"name\":\"x\",\"type\":\"int\"},{\"name\":\"sightingId\""));

    assertThatThrownBy(() -> EACH_READS_THE_OTHER.validate(more, List.of(schema)))
        .isInstanceOf(SchemaValidationException.class);
    assertThatThrownBy(() -> EACH_READS_THE_OTHER.validate(schema, List.of(more)))
        .isInstanceOf(SchemaValidationException.class);
  }

  @ParameterizedTest
  @MethodSource("publicSchemas")
  void everyTypeAndFieldIsExplainedAndEveryEnumHasADefault(Schema schema) {
    for (Schema type : named(schema)) {
      assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
      if (type.getType() == Schema.Type.ENUM) {
        assertThat(type.getEnumDefault()).as(type.getFullName()).isNotNull();
      } else {
        assertThat(type.getFields())
            .allSatisfy(
                field ->
                    assertThat(field.doc())
                        .as("%s.%s", type.getFullName(), field.name())
                        .isNotBlank());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("publicSchemas")
  void anEnumFieldHasTheDefaultOfItsType(Schema schema) {
    for (Schema.Field field : fields(schema)) {
      if (field.schema().getType() == Schema.Type.ENUM) {
        assertThat(field.defaultVal()).as(field.name()).isEqualTo(field.schema().getEnumDefault());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("publicSchemas")
  void timesAreMillisecondsByTypeNotByPropertyOfTheField(Schema schema) {
    for (Schema.Field field : fields(schema)) {
      assertThat(field.getProp("logicalType")).as(field.name()).isNull();
      for (Schema part : parts(field.schema())) {
        if (part.getLogicalType() != null) {
          assertThat(part.getLogicalType())
              .as(field.name())
              .isInstanceOf(LogicalTypes.TimestampMillis.class);
        } else if (field.name().endsWith("At")) {
          assertThat(part.getType()).as(field.name()).isEqualTo(Schema.Type.NULL);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("publicSchemas")
  void identifiersAreStrings(Schema schema) {
    for (Schema.Field field : fields(schema)) {
      if (field.name().matches("mmsi|imo|vessel\\d|\\w+Ids?|\\w+Key|\\w+Refs?")) {
        assertThat(parts(field.schema()).stream().map(Schema::getType))
            .as(field.name())
            .containsAnyOf(Schema.Type.STRING)
            .isSubsetOf(Schema.Type.STRING, Schema.Type.NULL, Schema.Type.ARRAY);
      }
    }
  }

  private static List<Schema> parse(Path release) {
    SchemaParser parser = new SchemaParser();
    try {
      for (Path file : list(release)) {
        parser.parse(file);
      }
      return parser.getParsedNamedSchemas();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Schema> byName(List<Schema> schemas) {
    return schemas.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Schema.Field> fields(Schema schema) {
    return named(schema).stream()
        .filter(type -> type.getType() == Schema.Type.RECORD)
        .flatMap(type -> type.getFields().stream())
        .toList();
  }

  /** The record, and every record and enum in it. */
  private static Set<Schema> named(Schema schema) {
    Set<Schema> found = new LinkedHashSet<>();
    collect(schema, found);
    return found;
  }

  private static void collect(Schema schema, Set<Schema> found) {
    for (Schema part : parts(schema)) {
      if (part.getType() == Schema.Type.ENUM) {
        found.add(part);
      } else if (part.getType() == Schema.Type.RECORD && found.add(part)) {
        part.getFields().forEach(field -> collect(field.schema(), found));
      }
    }
  }

  /** The schema itself, the branches of a union, the items of an array and the values of a map. */
  private static List<Schema> parts(Schema schema) {
    List<Schema> parts = new ArrayList<>();
    switch (schema.getType()) {
      case UNION -> schema.getTypes().forEach(branch -> parts.addAll(parts(branch)));
      case ARRAY -> {
        parts.add(schema);
        parts.addAll(parts(schema.getElementType()));
      }
      case MAP -> {
        parts.add(schema);
        parts.addAll(parts(schema.getValueType()));
      }
      default -> parts.add(schema);
    }
    return parts;
  }
}
