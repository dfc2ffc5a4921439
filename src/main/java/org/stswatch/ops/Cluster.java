package org.stswatch.ops;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;

/** Where a replay runs: a cluster of its own, or one that is there. */
final class Cluster implements AutoCloseable {
  private final Connection connection;
  private final Runnable closeOurs;
  private final Optional<ProcessHandle> brokerProcess;
  private final Path stateFolder;

  private Cluster(Connection connection, Runnable closeOurs, Optional<ProcessHandle> brokerProcess)
      throws IOException {
    this.connection = connection;
    this.closeOurs = closeOurs;
    this.brokerProcess = brokerProcess;
    this.stateFolder = Files.createTempDirectory("sts-watch-state-");
  }

  /** The cluster at these addresses; without them one in this process, gone when closed. */
  static Cluster open(@Nullable String bootstrapServers, @Nullable String registryUrl)
      throws IOException {
    if (bootstrapServers == null || registryUrl == null) {
      return of(EmbeddedCluster.forThisProcess());
    }
    Connection connection = Connection.to(bootstrapServers, registryUrl, Map.of(), Map.of());
    connection.check();
    return new Cluster(connection, () -> {}, Optional.empty());
  }

  /** A cluster that is closed with this one. */
  static Cluster of(EmbeddedCluster embedded) throws IOException {
    return new Cluster(Connection.to(embedded), embedded::close, Optional.empty());
  }

  /** A broker that is closed with this, with a registry inside this process. */
  static Cluster of(BrokerServer broker) throws IOException {
    Connection connection =
        new Connection(
            Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new MockSchemaRegistryClient());
    return new Cluster(connection, broker::close, Optional.of(broker.handle()));
  }

  Connection connection() {
    return connection;
  }

  /** The process of the broker, where it is one of ours and not this. */
  Optional<ProcessHandle> brokerProcess() {
    return brokerProcess;
  }

  /** Where Kafka Streams keeps the id of its process; deleted on close. */
  Path stateFolder() {
    return stateFolder;
  }

  /**
   * Creates the topics and subjects of a run.
   *
   * @throws Failure if the run is there already, unless it may be deleted
   */
  void createRun(Topics topics, boolean overwrite) {
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      if (admin.exists(topics)) {
        if (!overwrite) {
          throw Failure.failed(
              "a run "
                  + topics.applicationId()
                  + " is there already: --overwrite deletes it, --run-id names another");
        }
        admin.delete(topics);
      }
      admin.create(topics);
    }
  }

  @Override
  public void close() {
    closeOurs.run();
    DataFolder.delete(stateFolder);
  }
}
