package org.stswatch.ops;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.stswatch.port.Ports;
import org.stswatch.stream.InternalTopics;
import org.stswatch.stream.TimeSettings;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Partitions;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.WatchTopology;

/** The topology with what a command knows filled in. */
final class ProcessorTopology {
  /** More threads than this never paid on one machine: the broker needs a core too. */
  private static final int MOST_THREADS = 4;

  private ProcessorTopology() {}

  /** As many as there are cores, within reason. */
  static int defaultThreads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Of a replay.
   *
   * @param lateness that its input needs
   */
  static Topology replay(
      ReplayRequest request, Connection connection, Topics topics, Duration lateness) {
    TimeSettings time = request.rules().settings().replayTime(lateness);
    return build(request.rules(), time, topics, connection.registry(), pack(request.ports()));
  }

  /** Of the production processor. */
  static Topology live(Rules rules, Connection connection, Topics topics) {
    TimeSettings time = rules.settings().liveTime();
    return build(rules, time, topics, connection.registry(), ReferencePack.bundled());
  }

  /** Of the live topics, to look at: it is never run. */
  static Topology blueprint(Rules rules) {
    TimeSettings time = rules.settings().liveTime();
    SchemaRegistryClient nobody = new MockSchemaRegistryClient();
    return build(rules, time, Topics.live(), nobody, ReferencePack.bundled());
  }

  /** The topics that Kafka Streams makes for it. */
  static InternalTopics internal(Topics topics) {
    return new InternalTopics(
        topics.applicationId(), Partitions.ofInput(topics.inputPartitions()).internalTopics());
  }

  private static Topology build(
      Rules rules,
      TimeSettings time,
      Topics topics,
      SchemaRegistryClient registry,
      ReferencePack pack) {
    Partitions partitions = Partitions.ofInput(topics.inputPartitions());
    return new WatchTopology(rules.settings(), time, topics, partitions, registry)
        .build(new StreamsBuilder(), pack, ProgramVersion.get());
  }

  /** The pack that ships, with these ports in place of its own. */
  static ReferencePack pack(Optional<Path> ports) {
    try {
      return ports.isPresent()
          ? ReferencePack.with(Ports.read(ports.get()))
          : ReferencePack.bundled();
    } catch (IOException | IllegalArgumentException e) {
      throw Failure.usage("--ports: " + e.getMessage());
    }
  }
}
