package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.vessel.Mmsi;

/** Messages decode to what gpsd and libais say of them. */
class AisGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> POSITIONS = Set.of(1, 2, 3, 4, 9, 11, 18, 19, 21, 27);
  private static final Set<Integer> STATICS = Set.of(5, 19, 24);
  private static final Reading GPSD = read("gpsd.aivdm");
  private static final Reading LIBAIS = read("libais.nmea");

  /** An answer, and the reading of the file that it stands beside. */
  record Answer(JsonNode fields, Reading reading) {
    int type() {
      return fields.path("type").asInt();
    }

    String mmsi() {
      return Mmsi.key(fields.path("mmsi").asLong());
    }

    boolean onEarth() {
      return Math.abs(fields.path("lat").asDouble()) <= 90
          && Math.abs(fields.path("lon").asDouble()) <= 180;
    }

    @Override
    public String toString() {
      return "type " + type() + " of " + mmsi();
    }
  }

  static Stream<Answer> positions() throws IOException {
    return answers().filter(answer -> POSITIONS.contains(answer.type()));
  }

  static Stream<Answer> statics() throws IOException {
    return answers().filter(answer -> STATICS.contains(answer.type()));
  }

  @ParameterizedTest
  @MethodSource("positions")
  void positionsAreTheSame(Answer answer) {
    JsonNode told = answer.fields();
    List<VesselSighting> sightings =
        answer.reading().sightings().stream()
            .filter(s -> s.getVesselKey().equals(answer.mmsi()))
            .filter(s -> s.getMessageType() == answer.type())
            .filter(s -> Math.abs(s.getLat() - told.path("lat").asDouble()) < tolerance(answer))
            .filter(s -> Math.abs(s.getLon() - told.path("lon").asDouble()) < tolerance(answer))
            .toList();
    if (!answer.onEarth()) {
      assertThat(sightings).isEmpty();
      return;
    }
    assertThat(sightings).isNotEmpty();
    VesselSighting sighting = sightings.get(0);
    same(sighting.getSogKn(), number(told, "speed", answer.type() == 27 ? 63 : 102.3));
    same(sighting.getCogDeg(), number(told, "course", answer.type() == 27 ? 511 : 360));
    same(sighting.getHeadingDeg(), number(told, "heading", 511));
  }

  @ParameterizedTest
  @MethodSource("statics")
  void staticDataAreTheSame(Answer answer) {
    JsonNode told = answer.fields();
    // Of a ship that speaks in two parts the last statement has both.
    VoyageStatement statement =
        answer.reading().statements().stream()
            .filter(s -> s.getMmsi().equals(answer.mmsi()))
            .reduce((first, last) -> last)
            .orElseThrow();
    assertThat(statement.getName()).isEqualTo(text(told, "shipname"));
    assertThat(statement.getCallSign()).isEqualTo(text(told, "callsign"));
    assertThat(statement.getImo()).isEqualTo(text(told, "imo"));
    assertThat(statement.getDestination()).isEqualTo(text(told, "destination"));
    same(statement.getShipType(), number(told, "shiptype", 0));
    same(statement.getDraughtM(), number(told, "draught", 0));
    same(statement.getLengthM(), sum(told, "to_bow", "to_stern"));
    same(statement.getBeamM(), sum(told, "to_port", "to_starboard"));
  }

  private static double tolerance(Answer answer) {
    return answer.type() == 27 ? 0.06 : 2e-6 + (answer.reading().equals(LIBAIS) ? 1e-5 : 0);
  }

  private static void same(@Nullable Number ours, Optional<Double> theirs) {
    Optional<Double> read = Optional.ofNullable(ours).map(Number::doubleValue);
    assertThat(read.isPresent()).isEqualTo(theirs.isPresent());
    assertThat(read.orElse(0.0)).isCloseTo(theirs.orElse(0.0), within(0.051));
  }

  private static Optional<Double> number(JsonNode told, String field, double absent) {
    JsonNode value = told.path(field);
    return value.isNumber() && Math.abs(value.asDouble() - absent) > 1e-4
        ? Optional.of(value.asDouble())
        : Optional.empty();
  }

  private static Optional<Double> sum(JsonNode told, String one, String other) {
    double sum = told.path(one).asDouble(0) + told.path(other).asDouble(0);
    return sum > 0 ? Optional.of(sum) : Optional.empty();
  }

  private static @Nullable String text(JsonNode told, String field) {
    String text = told.path(field).asText("").strip();
    return text.isEmpty() || text.equals("0") ? null : text;
  }

  private static Stream<Answer> answers() throws IOException {
    Stream<Answer> gpsd = lines("gpsd.jsonl").map(fields -> new Answer(fields, GPSD));
    Stream<Answer> libais = lines("libais.jsonl").map(fields -> new Answer(fields, LIBAIS));
    return Stream.concat(gpsd, libais);
  }

  private static Stream<JsonNode> lines(String name) throws IOException {
    return JSON
        .readerFor(JsonNode.class)
        .<JsonNode>readValues(Reading.resource(name))
        .readAll()
        .stream();
  }

  private static Reading read(String name) {
    return Reading.of(
        Format.NMEA,
        new ReadOptions(Optional.of(Instant.parse("2017-10-05T12:00:00Z"))),
        Reading.resource(name));
  }
}
