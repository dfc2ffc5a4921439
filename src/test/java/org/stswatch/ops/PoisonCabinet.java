package org.stswatch.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.stswatch.event.RejectReason;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.stream.Decoded;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.PublicSerializer;
import org.stswatch.stream.Topics;

/** Ten kinds of poison in two forms each, made from a good record at its place. */
final class PoisonCabinet {
  private static final int KINDS = 10;
  private static final int HEADER_BYTES = 5;
  private static final int UNREGISTERED = 1_000_000;
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_KEY_BYTES = 256;
  private static final long BEHIND_CLOCK_MS = 60_001;

  private final Topics topics;
  private final Duration lateness;
  private final PublicDecoder<VesselSighting> decoder;
  private final PublicSerializer<VesselSighting> sightings;
  private final PublicSerializer<VoyageStatement> statements;
  private final Random random = new Random(1);

  /**
   * @param lateness that is allowed
   */
  PoisonCabinet(SchemaRegistryClient registry, Topics topics, Duration lateness) {
    this.topics = topics;
    this.lateness = lateness;
    decoder = new PublicDecoder<>(VesselSighting.class, registry);
    sightings = new PublicSerializer<>(VesselSighting.class, registry);
    statements = new PublicSerializer<>(VoyageStatement.class, registry);
  }

  /**
   * Poison to come after a good record, in its partition.
   *
   * @param n all kinds come in turn, then all in their other form
   */
  Poison poison(int n, ConsumerRecord<byte[], byte[]> good) {
    boolean other = n / KINDS % 2 == 1;
    byte[] value = good.value();
    return switch (n % KINDS) {
      case 0 -> badFrame(good, other ? new byte[0] : with(value, 0, (byte) 1));
      case 1 -> unknownSchema(good, other ? Arrays.copyOf(value, HEADER_BYTES) : value);
      case 2 ->
          badFrame(good, Arrays.copyOf(value, other ? value.length - 1 : 1 + value.length / 2));
      case 3 -> badFrame(good, ofAnotherSchema(other, value));
      case 4 -> badFrame(good, noise(other, value));
      case 5 -> oversize(good, other);
      case 6 -> extreme(good, other);
      case 7 -> outOfRange(good, other);
      case 8 -> elsewhere(good, other);
      default -> outOfTime(good, other);
    };
  }

  private static Poison badFrame(ConsumerRecord<byte[], byte[]> good, byte[] value) {
    return new Poison(RejectReason.BAD_FRAME, good.timestamp(), good.key(), value);
  }

  private static Poison unknownSchema(ConsumerRecord<byte[], byte[]> good, byte[] value) {
    byte[] bytes = ByteBuffer.wrap(value.clone()).putInt(1, UNREGISTERED).array();
    return new Poison(RejectReason.UNKNOWN_SCHEMA, good.timestamp(), good.key(), bytes);
  }

  /** A statement where sightings belong, or a sighting that says it is a statement. */
  private byte[] ofAnotherSchema(boolean other, byte[] value) {
    VesselSighting s = read(value);
    VoyageStatement statement =
        VoyageStatement.newBuilder()
            .setStatementId("s")
            .setMmsi(s.getVesselKey())
            .setObservedAt(s.getObservedAt())
            .setSourceKind(StatementKind.AIS)
            .build();
    byte[] bytes =
        Objects.requireNonNull(statements.serialize(topics.voyageStatements().name(), statement));
    if (!other) {
      return bytes;
    }
    return ByteBuffer.wrap(value.clone()).putInt(1, ByteBuffer.wrap(bytes).getInt(1)).array();
  }

  /** Within a frame that is right, or from the first byte on. */
  private byte[] noise(boolean other, byte[] value) {
    byte[] noise = new byte[HEADER_BYTES + 1 + random.nextInt(300)];
    random.nextBytes(noise);
    if (other) {
      return with(noise, 0, (byte) (1 + random.nextInt(255)));
    }
    System.arraycopy(value, 0, noise, 0, HEADER_BYTES);
    return noise;
  }

  private static Poison oversize(ConsumerRecord<byte[], byte[]> good, boolean other) {
    byte[] key = other ? "9".repeat(MOST_KEY_BYTES + 1).getBytes(UTF_8) : good.key();
    byte[] value = other ? good.value() : Arrays.copyOf(good.value(), MOST_BYTES + 1);
    return new Poison(RejectReason.OVERSIZE, good.timestamp(), key, value);
  }

  /** Observed when no ship can have been, or received at the end of time (CVE-2026-111496). */
  private Poison extreme(ConsumerRecord<byte[], byte[]> good, boolean other) {
    if (other) {
      return new Poison(RejectReason.EXTREME, Long.MAX_VALUE - 1, good.key(), good.value());
    }
    Instant at = random.nextBoolean() ? Instant.EPOCH : Instant.parse("2100-01-01T00:00:00Z");
    return sighting(RejectReason.EXTREME, good, from(good).setObservedAt(at));
  }

  private Poison outOfRange(ConsumerRecord<byte[], byte[]> good, boolean other) {
    if (other) {
      String key = keyIn(good.partition(), n -> "53800\t" + n);
      return sighting(RejectReason.FIELD_RANGE, good, from(good).setVesselKey(key));
    }
    return sighting(RejectReason.FIELD_RANGE, good, from(good).setLat(90.001));
  }

  /** Under the key of another vessel, or in a partition that is not its own. */
  private Poison elsewhere(ConsumerRecord<byte[], byte[]> good, boolean other) {
    int partition = other ? good.partition() : topics.inputPartitions() - 1 - good.partition();
    String key = keyIn(partition, n -> "63600" + n);
    byte[] value = other ? good.value() : bytes(from(good).setVesselKey(key).build());
    return new Poison(RejectReason.MISPARTITIONED, good.timestamp(), key.getBytes(UTF_8), value);
  }

  /** Later than is allowed, or received before what was received before it. */
  private Poison outOfTime(ConsumerRecord<byte[], byte[]> good, boolean other) {
    if (other) {
      long before = good.timestamp() - BEHIND_CLOCK_MS;
      return new Poison(RejectReason.CLOCK, before, good.key(), good.value());
    }
    Instant at = Instant.ofEpochMilli(good.timestamp()).minus(lateness).minusMillis(1);
    return sighting(RejectReason.LATE, good, from(good).setObservedAt(at));
  }

  private Poison sighting(
      RejectReason reason, ConsumerRecord<byte[], byte[]> good, VesselSighting.Builder bad) {
    VesselSighting s = bad.build();
    return new Poison(reason, good.timestamp(), s.getVesselKey().getBytes(UTF_8), bytes(s));
  }

  private VesselSighting.Builder from(ConsumerRecord<byte[], byte[]> good) {
    return VesselSighting.newBuilder(read(good.value()));
  }

  private VesselSighting read(byte[] value) {
    return ((Decoded.Value<VesselSighting>) decoder.decode(value)).record();
  }

  private byte[] bytes(VesselSighting s) {
    return Objects.requireNonNull(sightings.serialize(topics.sightings().name(), s));
  }

  private static byte[] with(byte[] value, int at, byte b) {
    byte[] changed = value.clone();
    changed[at] = b;
    return changed;
  }

  /** A key whose place is this partition, as Kafka's own producers reckon it. */
  private String keyIn(int partition, IntFunction<String> keys) {
    int n = random.nextInt(10_000);
    while (Utils.toPositive(Utils.murmur2(keys.apply(n).getBytes(UTF_8))) % topics.inputPartitions()
        != partition) {
      n++;
    }
    return keys.apply(n);
  }
}
