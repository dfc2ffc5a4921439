package org.stswatch.ops;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stswatch.stream.Registry;

/**
 * A broker and a schema registry of our own. Whoever starts it closes it, after all that uses it;
 * on Ctrl-C too (a shutdown hook of its own would stop the broker under a closing processor).
 */
public final class EmbeddedCluster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);

  private final EmbeddedBroker broker;
  private final Optional<RegistryServer> server;
  private final SchemaRegistryClient client;

  private EmbeddedCluster(
      EmbeddedBroker broker, Optional<RegistryServer> server, SchemaRegistryClient client) {
    this.broker = broker;
    this.server = server;
    this.client = client;
  }

  /** For one process alone: the registry is the one inside Confluent's client. Keeps nothing. */
  public static EmbeddedCluster forThisProcess() {
    return new EmbeddedCluster(
        EmbeddedBroker.start(Optional.empty()), Optional.empty(), new MockSchemaRegistryClient());
  }

  /**
   * For any number of processes: the registry is a server.
   *
   * @param dataDirectory where topics, offsets and schemas survive a restart; without it nothing
   *     does
   * @throws IllegalStateException if the registry cannot be fetched or does not start
   */
  public static EmbeddedCluster forAnyProcess(Optional<Path> dataDirectory) {
    CompletableFuture<RegistryServer> starting =
        CompletableFuture.supplyAsync(
            () -> RegistryServer.start(dataDirectory.map(data -> data.resolve("registry"))));
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(dataDirectory.map(data -> data.resolve("broker")));
    } catch (RuntimeException e) {
      starting.thenAccept(RegistryServer::close).exceptionally(second -> null).join();
      throw e;
    }
    try {
      RegistryServer server = starting.join();
      LOG.info("broker on {}, schema registry on {}", broker.bootstrapServers(), server.url());
      return new EmbeddedCluster(
          broker, Optional.of(server), Registry.connect(server.url(), Map.of()));
    } catch (CompletionException e) {
      broker.close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Address of the broker. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Address of the registry; empty when it is in this process. */
  public Optional<String> registryUrl() {
    return server.map(RegistryServer::url);
  }

  /** Client of the registry; closed with the cluster. */
  public SchemaRegistryClient registryClient() {
    return client;
  }

  /** Stops both and waits for their end. Further calls do nothing. */
  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the client of the schema registry", e);
    } finally {
      server.ifPresent(RegistryServer::close);
      broker.close();
    }
  }
}
