package org.stswatch.stream;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of public topics in the Confluent wire format. The schema must be registered under
 * the subject of the topic already (see {@link TopicAdmin#create}): a producer that registers by
 * itself makes whatever it was built with the contract. Safe for any number of threads.
 */
public final class PublicSerializer<T extends SpecificRecord> implements Serializer<T> {
  private final AvroCodec<T> codec;
  private final AvroSchema schema;
  private final SchemaRegistryClient registry;
  private final Map<String, byte[]> headerByTopic = new ConcurrentHashMap<>();

  public PublicSerializer(Class<T> type, SchemaRegistryClient registry) {
    this.codec = new AvroCodec<>(type);
    this.schema = new AvroSchema(PublicSchema.of(type));
    this.registry = registry;
  }

  /**
   * The framed value; null for null.
   *
   * @throws SerializationException if the record does not fit its schema, or the schema is not
   *     registered for this topic
   * @throws RegistryOutageException if the registry could not be asked
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T record) {
    if (record == null) {
      return null;
    }
    byte[] header = headerByTopic.computeIfAbsent(topic, this::fetchHeader);
    try {
      return codec.encode(header, record);
    } catch (AvroRuntimeException e) {
      throw new SerializationException("topic " + topic + ": " + e.getMessage(), e);
    }
  }

  private byte[] fetchHeader(String topic) {
    String subject = topic + "-value";
    try {
      return WireFormat.header(registry.getId(subject, schema));
    } catch (IOException e) {
      throw Registry.outage(subject, e);
    } catch (RestClientException e) {
      if (!Registry.isUnknownSchema(e)) {
        throw Registry.outage(subject, e);
      }
      throw new SerializationException(
          "this version of %s is not registered under %s; `sts-watch topics create` registers it"
              .formatted(schema.name(), subject),
          e);
    }
  }
}
