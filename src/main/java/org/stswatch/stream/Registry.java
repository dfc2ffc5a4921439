package org.stswatch.stream;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections to a schema registry with the Confluent API, and what its errors mean. */
public final class Registry {
  /** Every released version of a schema can read what every other one wrote. */
  public static final String COMPATIBILITY = "FULL_TRANSITIVE";

  /** Error codes of the Confluent API; a bare 404 (no registry at that path) has none of them. */
  private static final int SUBJECT_NOT_FOUND = 40401;

  private static final int SCHEMA_NOT_FOUND = 40403;

  /** Schemas of one subject that the client keeps; releases are fewer. */
  private static final int CACHED_SCHEMAS = 1000;

  /**
   * Ids that the registry does not know are asked for again after so many seconds: a poisoned topic
   * must not become a request per record, and a follower that lags behind its leader must not cost
   * more than a minute of records.
   */
  private static final long UNKNOWN_ID_TTL_S = 60;

  /** Milliseconds to connect and to read; the client's default of a minute outlasts a session. */
  private static final int TIMEOUT_MS = 5_000;

  private Registry() {}

  /**
   * A caching client; connects when first asked.
   *
   * @param urls base addresses, comma-separated
   * @param settings further settings of Confluent's client (authentication, TLS); they win
   */
  public static SchemaRegistryClient connect(String urls, Map<String, ?> settings) {
    Map<String, Object> config = new HashMap<>();
    config.put(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, TIMEOUT_MS);
    config.put(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, TIMEOUT_MS);
    config.put(SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, UNKNOWN_ID_TTL_S);
    config.putAll(settings);
    return new CachedSchemaRegistryClient(
        List.of(urls.split(",")), CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), config);
  }

  /** Whether the registry answered, and does not know the schema or subject. */
  static boolean isUnknownSchema(RestClientException e) {
    return e.getErrorCode() == SCHEMA_NOT_FOUND || e.getErrorCode() == SUBJECT_NOT_FOUND;
  }

  static RegistryOutageException outage(String what, Exception cause) {
    return new RegistryOutageException(
        "the schema registry could not be asked about " + what + ": " + cause.getMessage(), cause);
  }
}
