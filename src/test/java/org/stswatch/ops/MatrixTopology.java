package org.stswatch.ops;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.stswatch.stream.Pipeline;
import org.stswatch.stream.Topics;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;
import org.stswatch.topology.WatchTopology;

/**
 * What every instance of one run of a matrix is built from, the same in every process.
 *
 * @param run names the topics
 * @param data what is replayed
 * @param combination counts of partitions
 * @param lateness that its input needs
 */
record MatrixTopology(
    String bootstrapServers,
    String registryUrl,
    String run,
    MatrixData data,
    Combination combination,
    Duration lateness) {
  static MatrixTopology of(List<String> arguments) {
    return new MatrixTopology(
        arguments.get(0),
        arguments.get(1),
        arguments.get(2),
        MatrixData.valueOf(arguments.get(3)),
        Combination.of(arguments.get(4)),
        Duration.parse(arguments.get(5)));
  }

  List<String> arguments() {
    return List.of(
        bootstrapServers,
        registryUrl,
        run,
        data.name(),
        combination.toString(),
        lateness.toString());
  }

  Topics topics() {
    return Topics.replay(run, combination.stages().input(), combination.resultPartitions());
  }

  Connection connection() {
    return Connection.to(bootstrapServers, registryUrl, Map.of(), Map.of());
  }

  /** As it ships, but for the counts of partitions. */
  Topology build() {
    return build(new Pipeline(new StreamsBuilder(), true));
  }

  /** Through this pipeline, which may be a broken one. */
  Topology build(Pipeline pipeline) {
    Settings settings = data.settings();
    return new WatchTopology(
            settings,
            settings.replayTime(lateness),
            topics(),
            combination.stages(),
            connection().registry())
        .build(pipeline, ReferencePack.bundled(), ProgramVersion.get());
  }
}
