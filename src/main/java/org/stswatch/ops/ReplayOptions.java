package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.source.Input;
import org.stswatch.stream.Topics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is replayed, by which rules, how wide, and where: options of {@code replay} and bench. */
@SuppressWarnings("NullAway.Init") // filled by picocli
final class ReplayOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Plain or gzip; - is standard input.")
  private List<Path> files;

  @Mixin private InputOptions input;
  @Mixin private RuleOptions rules;

  @Option(names = "--ports", paramLabel = "FILE", description = "Ports as CSV: name,lat,lon.")
  private @Nullable Path ports;

  @Option(names = "--partitions", paramLabel = "N", description = "Of each input topic (4).")
  private int partitions = Topics.DEFAULT_INPUT_PARTITIONS;

  @Option(names = "--threads", paramLabel = "N", description = "Of the processor (cores, up to 4).")
  private int threads = ProcessorTopology.defaultThreads();

  @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", description = "A Kafka cluster.")
  private @Nullable String bootstrapServers;

  @Option(names = "--registry-url", paramLabel = "URL", description = "Its schema registry.")
  private @Nullable String registryUrl;

  /** Refuses what cannot be meant. */
  void check() {
    if (partitions < 1 || threads < 1) {
      throw Failure.usage("--partitions and --threads must be at least 1");
    } else if ((bootstrapServers == null) != (registryUrl == null)) {
      throw Failure.usage("--bootstrap-servers and --registry-url belong together");
    }
    if (ports != null) {
      InputOptions.readable(List.of(ports));
    }
  }

  /** The files, to be closed. */
  List<Input> inputs() throws IOException {
    return input.inputs(files);
  }

  ReplayRequest request(List<Input> inputs, Pace pace, Window window) {
    return new ReplayRequest(
        inputs,
        input.reports(),
        input.statements(),
        input.sightings(),
        input.watchlist(),
        Optional.ofNullable(ports),
        rules.rules(),
        partitions,
        threads,
        pace,
        window);
  }

  /** The topics of a run. */
  Topics topics(String run) {
    try {
      return Topics.replay(run, partitions, Topics.DEFAULT_RESULT_PARTITIONS);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    }
  }

  /** Whether a cluster is named, so that none of our own is needed. */
  boolean namesCluster() {
    return bootstrapServers != null;
  }

  /** The cluster that is named, else one in this process. */
  Cluster cluster() throws IOException {
    return Cluster.open(bootstrapServers, registryUrl);
  }

  /** The cluster that is named, else one whose broker has a process of its own. */
  Cluster clusterOutside() throws IOException {
    return namesCluster() ? cluster() : Cluster.of(BrokerServer.start());
  }
}
