package org.stswatch.stream;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
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

  /** Status of an answer that refuses a schema. */
  private static final int CONFLICT = 409;

  private static final int INVALID_SCHEMA = 422;

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

  /** Whoever asks decides how long to go on: the client's own attempts would add up to 47 s. */
  private static final int FURTHER_ATTEMPTS = 0;

  private Registry() {}

  /**
   * A caching client; connects when first asked. It makes one attempt, of at most 10 s for each
   * address.
   *
   * @param urls base addresses, comma-separated
   * @param settings further settings of Confluent's client (authentication, TLS); they win
   */
  public static SchemaRegistryClient connect(String urls, Map<String, ?> settings) {
    Map<String, Object> config = new HashMap<>();
    config.put(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, TIMEOUT_MS);
    config.put(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, TIMEOUT_MS);
    config.put(SchemaRegistryClientConfig.MAX_RETRIES_CONFIG, FURTHER_ATTEMPTS);
    config.put(SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, UNKNOWN_ID_TTL_S);
    config.putAll(settings);
    return new CachedSchemaRegistryClient(
        List.of(urls.split(",")), CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), config);
  }

  /**
   * Whether this exception of a client says that the registry could not be asked, and so nothing
   * about a record or schema: no connection, no answer in time, an error of its own, no permission.
   */
  public static boolean isOutage(Throwable e) {
    if (e instanceof RestClientException answer) {
      int status = answer.getStatus();
      return !isUnknownSchema(answer) && status != CONFLICT && status != INVALID_SCHEMA;
    }
    return e instanceof IOException;
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
