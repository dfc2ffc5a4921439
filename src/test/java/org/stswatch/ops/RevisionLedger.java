package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Every revision of every id on a topic, in the order in which a plain consumer of committed
 * records gets them. It shares no code with the program: Kafka's consumer, Confluent's registry
 * client, Avro's generic reader.
 *
 * @param revisions by id
 */
record RevisionLedger(Map<String, List<Integer>> revisions) {
  private static final int SCHEMA_ID_AT = 1;
  private static final int BODY_AT = 5;

  /** Of a topic in the Confluent wire format. */
  static RevisionLedger ofAvro(String servers, String registryUrl, String topic, String idField) {
    try (SchemaRegistryClient registry = new CachedSchemaRegistryClient(registryUrl, 10)) {
      return read(servers, topic, value -> entry(decode(registry, value), idField));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a topic of flat JSON. */
  static RevisionLedger ofJson(String servers, String topic, String idField) {
    ObjectMapper mapper = new ObjectMapper();
    return read(
        servers,
        topic,
        value -> {
          try {
            JsonNode json = mapper.readTree(value);
            return new Entry(json.path(idField).asText(), json.path("revision").asInt(-1));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** How many revisions there are of all ids. */
  int size() {
    return revisions.values().stream().mapToInt(List::size).sum();
  }

  /** Ids whose revisions are not 1, 2, 3 and so on: one is missing, twice there or out of turn. */
  Map<String, List<Integer>> broken() {
    Map<String, List<Integer>> broken = new TreeMap<>();
    revisions.forEach(
        (id, got) -> {
          if (!got.equals(IntStream.rangeClosed(1, got.size()).boxed().toList())) {
            broken.put(id, got);
          }
        });
    return broken;
  }

  /** The last revision of each id. */
  Map<String, Integer> last() {
    Map<String, Integer> last = new TreeMap<>();
    revisions.forEach((id, got) -> last.put(id, got.get(got.size() - 1)));
    return last;
  }

  private record Entry(String id, int revision) {}

  private interface Reading {
    Entry of(byte[] value);
  }

  private static Entry entry(GenericRecord record, String idField) {
    return new Entry(String.valueOf(record.get(idField)), (int) record.get("revision"));
  }

  private static GenericRecord decode(SchemaRegistryClient registry, byte[] value) {
    try {
      Schema schema =
          (Schema) registry.getSchemaById(ByteBuffer.wrap(value).getInt(SCHEMA_ID_AT)).rawSchema();
      return new GenericDatumReader<GenericRecord>(schema)
          .read(
              null,
              DecoderFactory.get().binaryDecoder(value, BODY_AT, value.length - BODY_AT, null));
    } catch (IOException | RestClientException e) {
      throw new IllegalStateException("a record that nobody can read", e);
    }
  }

  private static RevisionLedger read(String servers, String topic, Reading reading) {
    Map<String, List<Integer>> revisions = new TreeMap<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() != null) { // else the END of the run
            Entry entry = reading.of(record.value());
            revisions.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry.revision());
          }
        }
      }
    }
    return new RevisionLedger(revisions);
  }
}
