package org.stswatch.stream;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.RejectReason;
import org.stswatch.stream.Decoded.Poison;
import org.stswatch.stream.Decoded.Value;

/**
 * Reads values of a public topic: Confluent wire format (0x00, schema id as int32, Avro binary),
 * any registered version, as this build's class. Safe for any number of threads.
 */
public final class PublicDecoder<T extends SpecificRecord> {
  private final AvroCodec<T> codec;
  private final SchemaRegistryClient registry;
  // Empty for a schema that the registry has and that is not Avro: ids never change their meaning.
  private final Map<Integer, Optional<Schema>> writtenById = new ConcurrentHashMap<>();

  public PublicDecoder(Class<T> type, SchemaRegistryClient registry) {
    this.codec = new AvroCodec<>(type);
    this.registry = registry;
  }

  /**
   * Decodes one value; the same bytes give the same answer as long as the registry keeps its ids.
   *
   * @throws RegistryOutageException if the registry could not be asked for an id not yet known
   */
  public Decoded<T> decode(byte[] value) {
    if (value.length < WireFormat.HEADER_BYTES || value[0] != WireFormat.MAGIC) {
      return badFrame("not Confluent wire format: " + WireFormat.describeStart(value));
    }
    int id = ByteBuffer.wrap(value).getInt(1);
    Optional<Schema> known = writtenById.get(id);
    Optional<Schema> written = known == null ? fetch(id) : known;
    if (written.isEmpty()) {
      return new Poison<>(
          RejectReason.UNKNOWN_SCHEMA, "schema id " + id + " is not registered as Avro");
    }
    return decode(value, id, written.get());
  }

  private Decoded<T> decode(byte[] value, int id, Schema written) {
    try {
      return new Value<>(codec.decode(value, WireFormat.HEADER_BYTES, written));
    } catch (IOException e) {
      return badFrame(
          "not a %s of schema id %d (%s): %s"
              .formatted(codec.schema().getName(), id, written.getFullName(), e.getMessage()));
    }
  }

  /** Empty when unknown; the client remembers for a while which ids the registry does not know. */
  private Optional<Schema> fetch(int id) {
    try {
      Optional<Schema> schema =
          registry.getSchemaById(id).rawSchema() instanceof Schema avro
              ? Optional.of(avro)
              : Optional.empty();
      Optional<Schema> earlier = writtenById.putIfAbsent(id, schema);
      return earlier == null ? schema : earlier;
    } catch (RestClientException e) {
      if (Registry.isUnknownSchema(e)) {
        return Optional.empty();
      }
      throw Registry.outage("schema id " + id, e);
    } catch (IOException e) {
      throw Registry.outage("schema id " + id, e);
    } catch (RuntimeException e) {
      if (!(e.getCause() instanceof IllegalStateException)) {
        throw e;
      }
      writtenById.put(id, Optional.empty()); // so says the client of JSON Schema and Protobuf
      return Optional.empty();
    }
  }

  private static <T extends SpecificRecord> Decoded<T> badFrame(String detail) {
    return new Poison<>(RejectReason.BAD_FRAME, detail);
  }
}
