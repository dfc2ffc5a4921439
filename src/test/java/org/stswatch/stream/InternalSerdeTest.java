package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.stswatch.event.state.Tick;

class InternalSerdeTest {
  private static final Serde<SpecificRecord> SERDE = InternalSerde.any();
  private static final Tick TICK = new Tick("cell", 2, 4, 1_508_000_000_000L);

  @Property(tries = 400)
  void everyRecordSurvivesARoundTripAndIsReadAlikeByOthers(
      @ForAll("records") Class<? extends SpecificRecord> type, @ForAll long seed) {
    Schema schema = SpecificData.getForClass(type).getSchema(type);
    Object foreign = RandomRecords.generic(PublicSchema.of(type), seed);
    byte[] body = RandomRecords.write(PublicSchema.of(type), foreign);
    byte[] header = headerOf(schema);

    SpecificRecord decoded =
        SERDE.deserializer().deserialize("edge", RandomRecords.concat(header, body));
    byte[] ours = SERDE.serializer().serialize("edge", decoded);

    assertThat(decoded).isInstanceOf(type);
    assertThat(ours).startsWith(header);
    assertThat(RandomRecords.read(PublicSchema.of(type), ours, 10)).isEqualTo(foreign);
    assertThat(SERDE.deserializer().deserialize("edge", ours)).isEqualTo(decoded);
  }

  @Provide
  Arbitrary<Class<? extends SpecificRecord>> records() {
    return Arbitraries.of(InternalSerde.RECORDS);
  }

  private static byte[] headerOf(Schema schema) {
    long fingerprint = org.apache.avro.SchemaNormalization.parsingFingerprint64(schema);
    return ByteBuffer.allocate(10)
        .put((byte) 0xC3)
        .put((byte) 1)
        .putLong(Long.reverseBytes(fingerprint))
        .array();
  }

  @Test
  void theBytesAreAvrosOwnSingleObjectEncoding() throws Exception {
    assertThat(Tick.fromByteBuffer(ByteBuffer.wrap(SERDE.serializer().serialize("edge", TICK))))
        .isEqualTo(TICK);
    assertThat(SERDE.deserializer().deserialize("edge", TICK.toByteBuffer().array()))
        .isEqualTo(TICK);
  }

  @Test
  void aStoreOfOneKindHandsOutThatKind() {
    Serde<Tick> ticks = InternalSerde.of(Tick.class);

    Tick read = ticks.deserializer().deserialize("store", ticks.serializer().serialize("s", TICK));

    assertThat(read).isEqualTo(TICK);
  }

  @Test
  void nullStaysNull() {
    assertThat(SERDE.serializer().serialize("edge", null)).isNull();
    assertThat(SERDE.deserializer().deserialize("edge", (byte[]) null)).isNull();
    assertThat(InternalSerde.of(Tick.class).deserializer().deserialize("store", (byte[]) null))
        .isNull();
  }

  @Test
  void anUnknownFingerprintIsNamed() {
    byte[] bytes = SERDE.serializer().serialize("edge", TICK);
    ByteBuffer.wrap(bytes).putLong(2, Long.reverseBytes(0x0123456789abcdefL));

    assertThatThrownBy(() -> SERDE.deserializer().deserialize("edge", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("0123456789abcdef");
  }

  @Test
  void otherBytesAreRefused() {
    for (byte[] bytes : List.of(new byte[0], new byte[] {(byte) 0xC3, 1}, new byte[12])) {
      assertThatThrownBy(() -> SERDE.deserializer().deserialize("edge", bytes))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("single-object");
    }
  }

  @Test
  void everyStateSchemaIsInTheList() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("schemas/state"))) {
      List<String> schemas =
          files.map(file -> file.getFileName().toString().replace(".avsc", "")).sorted().toList();
      assertThat(schemas).isNotEmpty();
      assertThat(InternalSerde.RECORDS).extracting(Class::getSimpleName).containsAll(schemas);
    }
  }
}
