package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceKind;
import org.stswatch.event.StationKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

class PublicCodecTest {
  private static final Topics TOPICS = Topics.replay("codec", 1, 1);
  private static final String SIGHTINGS = TOPICS.sightings().name();

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

  PublicCodecTest() {
    new PublicSubjects(registry).register(TOPICS.all());
  }

  @Property(tries = 300)
  void everyPublicRecordSurvivesARoundTripAndIsReadAlikeByOthers(
      @ForAll("avroTopics") Topic topic, @ForAll long seed) {
    assertRoundTrip(topic, topic.value().orElseThrow(), seed);
  }

  @Provide
  Arbitrary<Topic> avroTopics() {
    return Arbitraries.of(TOPICS.all().stream().filter(t -> t.value().isPresent()).toList());
  }

  private <T extends SpecificRecord> void assertRoundTrip(Topic topic, Class<T> type, long seed) {
    Schema schema = PublicSchema.of(type);
    Object foreign = RandomRecords.generic(schema, seed);
    byte[] header = WireFormat.header(idOf(topic));
    byte[] theirs = RandomRecords.concat(header, RandomRecords.write(schema, foreign));

    T decoded = value(new PublicDecoder<>(type, registry), theirs);
    byte[] ours = bytes(new PublicSerializer<>(type, registry), topic.name(), decoded);

    assertThat(Arrays.copyOf(ours, 5)).isEqualTo(header);
    assertThat(RandomRecords.read(schema, ours, 5)).isEqualTo(foreign);
    assertThat(value(new PublicDecoder<>(type, registry), ours)).isEqualTo(decoded);
  }

  @Test
  void aNullValueStaysNull() {
    assertThat(new PublicSerializer<>(VesselSighting.class, registry).serialize(SIGHTINGS, null))
        .isNull();
  }

  @Test
  void aNewerVersionIsReadWithItsUnknownParts() throws Exception {
    String newer =
        PublicSchema.of(VesselSighting.class)
            .toString()
            .replace("\"PATROL\"]", "\"PATROL\",\"DRONE\"]")
            .replace(
                "\"fields\":[{\"name\":\"sightingId\"",
                "\"fields\":[{\"name\":\"altitudeM\",\"type\":[\"null\",\"double\"],"
                    + "\"default\":null},{\"name\":\"sightingId\"");
    Schema schema = new Schema.Parser().parse(newer);
    int id = registry.register(SIGHTINGS + "-value", new AvroSchema(schema));
    GenericData.Record record = (GenericData.Record) RandomRecords.generic(schema, 7);
    record.put("altitudeM", 120.0);
    record.put(
        "sourceKind", new GenericData.EnumSymbol(schema.getField("sourceKind").schema(), "DRONE"));

    VesselSighting read =
        value(
            new PublicDecoder<>(VesselSighting.class, registry),
            RandomRecords.concat(WireFormat.header(id), RandomRecords.write(schema, record)));

    assertThat(read.getSourceKind()).isEqualTo(SourceKind.UNKNOWN);
    assertThat(read.getSightingId()).isEqualTo(record.get("sightingId").toString());
  }

  @Test
  void whatIsNoFrameIsABadFrame() {
    PublicDecoder<VesselSighting> decoder = new PublicDecoder<>(VesselSighting.class, registry);
    byte[] good = sightingBytes();
    byte[] json = "{\"mmsi\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThat(reason(decoder, new byte[0])).isEqualTo(RejectReason.BAD_FRAME);
    assertThat(reason(decoder, new byte[] {0, 0, 0, 0})).isEqualTo(RejectReason.BAD_FRAME);
    assertThat(reason(decoder, json)).isEqualTo(RejectReason.BAD_FRAME);
    assertThat(reason(decoder, Arrays.copyOf(good, good.length - 3)))
        .isEqualTo(RejectReason.BAD_FRAME);
    assertThat(reason(decoder, Arrays.copyOf(good, good.length + 1)))
        .isEqualTo(RejectReason.BAD_FRAME);
  }

  @Test
  void aRecordOfAnotherSubjectIsABadFrame() {
    byte[] bytes = sightingBytes();
    byte[] relabelled =
        RandomRecords.concat(
            WireFormat.header(idOf(TOPICS.rejects())), Arrays.copyOfRange(bytes, 5, bytes.length));

    assertThat(reason(new PublicDecoder<>(VesselSighting.class, registry), relabelled))
        .isEqualTo(RejectReason.BAD_FRAME);
  }

  @Test
  void anIdThatIsNotRegisteredIsAnUnknownSchema() {
    byte[] bytes = RandomRecords.concat(WireFormat.header(4711), new byte[] {1, 2, 3});

    assertThat(reason(new PublicDecoder<>(VesselSighting.class, registry), bytes))
        .isEqualTo(RejectReason.UNKNOWN_SCHEMA);
  }

  @Property(tries = 500)
  void noBytesBreakTheDecoderAndTheNextRecordIsReadAsEver(@ForAll byte[] noise) {
    PublicDecoder<VesselSighting> decoder = new PublicDecoder<>(VesselSighting.class, registry);
    byte[] framed = RandomRecords.concat(WireFormat.header(idOf(TOPICS.sightings())), noise);

    assertThat(decoder.decode(framed)).isNotNull();
    assertThat(value(decoder, sightingBytes())).isEqualTo(sighting());
  }

  @Test
  void aHugeCountOfNothingsInAFewBytesIsABadFrameNotAnOutOfMemory() {
    Schema schema =
        new Schema.Parser()
            .parse(
                PublicSchema.of(VesselSighting.class)
                    .toString()
                    .replace(
                        "\"fields\":[{\"name\":\"sightingId\"",
                        "\"fields\":[{\"name\":\"nothings\",\"type\":{\"type\":\"array\","
                            + "\"items\":\"null\"},\"default\":[]},{\"name\":\"sightingId\""));
    int id = register(schema);
    byte[] twoBillionNulls = {(byte) 0xf0, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};

    assertThat(
            reason(
                new PublicDecoder<>(VesselSighting.class, registry),
                RandomRecords.concat(WireFormat.header(id), twoBillionNulls)))
        .isEqualTo(RejectReason.BAD_FRAME);
  }

  @Test
  void aHugeStringLengthInAFewBytesIsABadFrameNotAnOutOfMemory() {
    byte[] oneAndAHalfBillion = {(byte) 0x80, (byte) 0xbc, (byte) 0xc1, (byte) 0x96, 0x0b, 'x'};

    assertThat(
            reason(
                new PublicDecoder<>(VesselSighting.class, registry),
                RandomRecords.concat(
                    WireFormat.header(idOf(TOPICS.sightings())), oneAndAHalfBillion)))
        .isEqualTo(RejectReason.BAD_FRAME);
  }

  @Test
  void aHugeListCountInAFewBytesIsABadFrameNotAnOutOfMemory() {
    GenericData.Record statement =
        (GenericData.Record) RandomRecords.generic(PublicSchema.of(VoyageStatement.class), 1);
    statement.put("companies", List.of());
    statement.put("source", null);
    byte[] body = RandomRecords.write(PublicSchema.of(VoyageStatement.class), statement);
    // The body ends with: no companies (0), sourceKind (1 byte), no source (0).
    byte[] oneAndAHalfBillion = {(byte) 0x80, (byte) 0xbc, (byte) 0xc1, (byte) 0x96, 0x0b, 0};
    byte[] damaged = RandomRecords.concat(Arrays.copyOf(body, body.length - 3), oneAndAHalfBillion);

    assertThat(
            reason(
                new PublicDecoder<>(VoyageStatement.class, registry),
                RandomRecords.concat(WireFormat.header(idOf(TOPICS.voyageStatements())), damaged)))
        .isEqualTo(RejectReason.BAD_FRAME);
  }

  @Test
  void aRecordThatDoesNotFitItsSchemaIsRefusedAndTheNextOneIsWhole() {
    PublicSerializer<VesselSighting> serializer =
        new PublicSerializer<>(VesselSighting.class, registry);
    VesselSighting withoutTime = new VesselSighting();

    assertThatThrownBy(() -> serializer.serialize(SIGHTINGS, withoutTime))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(SIGHTINGS)
        .hasMessageContaining("VesselSighting");
    assertThat(serializer.serialize(SIGHTINGS, sighting())).isEqualTo(sightingBytes());
  }

  @Test
  void anUnregisteredTopicIsRefusedWithWhatToDo() {
    assertThatThrownBy(
            () ->
                new PublicSerializer<>(VesselSighting.class, registry)
                    .serialize("sts.other", sighting()))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("sts.other-value")
        .hasMessageContaining("topics create");
  }

  @Test
  void manyThreadsShareOneSerializerAndOneDecoder() throws Exception {
    PublicSerializer<VesselSighting> serializer =
        new PublicSerializer<>(VesselSighting.class, registry);
    PublicDecoder<VesselSighting> decoder = new PublicDecoder<>(VesselSighting.class, registry);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> work =
          IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(
                  thread ->
                      () -> {
                        for (int i = 0; i < 2_000; i++) {
                          VesselSighting sent = sighting(thread * 10_000 + i);
                          assertThat(value(decoder, bytes(serializer, SIGHTINGS, sent)))
                              .isEqualTo(sent);
                        }
                        return thread;
                      })
              .toList();
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isBetween(0, 3);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theRegistrySeesNothingOfJava() {
    for (Topic topic : TOPICS.all()) {
      topic
          .value()
          .ifPresent(
              type ->
                  assertThat(PublicSchema.of(type).toString()).doesNotContain("avro.java.string"));
    }
  }

  private int register(Schema schema) {
    try {
      registry.updateCompatibility("hostile-value", "NONE");
      return registry.register("hostile-value", new AvroSchema(schema));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private int idOf(Topic topic) {
    try {
      return registry.getLatestSchemaMetadata(topic.subject()).getId();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private byte[] sightingBytes() {
    return bytes(new PublicSerializer<>(VesselSighting.class, registry), SIGHTINGS, sighting());
  }

  private static <T extends SpecificRecord> byte[] bytes(
      PublicSerializer<T> serializer, String topic, T record) {
    return Objects.requireNonNull(serializer.serialize(topic, record));
  }

  private static VesselSighting sighting() {
    return sighting(1);
  }

  private static VesselSighting sighting(int second) {
    return VesselSighting.newBuilder()
        .setSightingId("%032x".formatted(second))
        .setVesselKey("445123456")
        .setObservedAt(Instant.parse("2017-10-19T07:40:00Z").plusSeconds(second))
        .setLat(38.5)
        .setLon(131.25)
        .setStationKind(StationKind.SHIP)
        .setSourceKind(SourceKind.AIS)
        .build();
  }

  private static <T extends SpecificRecord> T value(PublicDecoder<T> decoder, byte[] bytes) {
    if (decoder.decode(bytes) instanceof Decoded.Value<T> value) {
      return value.record();
    }
    throw new AssertionError(decoder.decode(bytes));
  }

  private static RejectReason reason(PublicDecoder<?> decoder, byte[] bytes) {
    if (decoder.decode(bytes) instanceof Decoded.Poison<?> poison) {
      return poison.reason();
    }
    throw new AssertionError("no poison: " + decoder.decode(bytes));
  }
}
