package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;

/** Where a replay runs: a cluster of its own, or one that is there. */
final class Cluster implements AutoCloseable {
  private final Connection connection;
  private final Optional<EmbeddedCluster> embedded;
  private final Path stateFolder;

  private Cluster(Connection connection, Optional<EmbeddedCluster> embedded) throws IOException {
    this.connection = connection;
    this.embedded = embedded;
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
    return new Cluster(connection, Optional.empty());
  }

  /** A cluster that is closed with this one. */
  static Cluster of(EmbeddedCluster embedded) throws IOException {
    return new Cluster(Connection.to(embedded), Optional.of(embedded));
  }

  Connection connection() {
    return connection;
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
    embedded.ifPresent(EmbeddedCluster::close);
    DataFolder.delete(stateFolder);
  }
}
