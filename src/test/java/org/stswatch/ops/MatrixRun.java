package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.stream.Topic;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;

/** Runs one combination on a broker that is there, to the END. */
final class MatrixRun {
  /**
   * A hang has to fail. An honest run takes some 20 s on two quiet cores, and took 5 min where
   * twenty other programs shared them.
   */
  static final Duration MOST = Duration.ofMinutes(20);

  private static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::toString);

  private final EmbeddedCluster cluster;
  private final Path folder;
  private int runs;

  MatrixRun(EmbeddedCluster cluster, Path folder) {
    this.cluster = cluster;
    this.folder = folder;
  }

  /**
   * What came of a combination.
   *
   * @param partitions counters of the gate and the track by input partition
   * @param published messages by input partition
   * @param dropped records that Kafka Streams gave up, over all instances
   */
  record Outcome(
      List<Alert> alerts,
      Map<String, Map<String, Long>> stages,
      Map<Integer, Map<String, Long>> partitions,
      Map<Integer, Long> published,
      String acceptedSha256,
      String resultSha256,
      Duration lateness,
      long dropped,
      double seconds) {

    /** Nothing lost or dropped, nothing behind a watermark, in any partition. */
    void assertWhole(Combination combination) {
      assertThat(dropped).as("dropped by Kafka Streams").isZero();
      stages.forEach(
          (stage, n) -> assertThat(n.get("behindWatermark")).as("behind " + stage).isZero());
      assertThat(partitions).hasSize(combination.stages().input());
      partitions.forEach(
          (p, n) -> {
            assertThat(n.get("in")).as("in, partition " + p).isEqualTo(published.get(p));
            assertThat(count(n, "accepted") + count(n, "duplicate"))
                .as("accepted and duplicate, partition " + p)
                .isEqualTo(count(n, "in"));
            assertThat(count(n, "late") + count(n, "rejected")).as("partition " + p).isZero();
          });
    }

    private static long count(Map<String, Long> counts, String name) {
      return counts.getOrDefault(name, -1L);
    }

    /** One line for a log. */
    String line(Combination combination) {
      return "%s  alerts %d  result %s  accepted %s  lateness %s  dropped %d  %.1f s"
          .formatted(
              combination,
              alerts.size(),
              resultSha256.substring(0, 16),
              acceptedSha256.substring(0, 16),
              lateness,
              dropped,
              seconds);
    }
  }

  /** Runs it as it ships, a second instance in a process of its own. */
  Outcome run(Combination combination, MatrixInput input) throws IOException {
    return run(combination, input, MatrixTopology::build, List.of());
  }

  /** Runs it in this process through a topology of the caller's. */
  Outcome run(
      Combination combination, MatrixInput input, Function<MatrixTopology, Topology> topology)
      throws IOException {
    return run(combination, input, topology, List.of());
  }

  /** Runs it in one process, started through this command, and in none here. */
  Outcome runIn(List<String> wrapper, Combination combination, MatrixInput input)
      throws IOException {
    return run(combination, input, null, wrapper);
  }

  private Outcome run(
      Combination combination,
      MatrixInput input,
      @Nullable Function<MatrixTopology, Topology> here,
      List<String> wrapper)
      throws IOException {
    String run = "m" + ++runs;
    Path file = input.file(combination.shuffled(), combination.repeated());
    StopSignal stop = new StopSignal();
    ReplayFeed feed =
        ReplayFeed.survey(
            List.of(Input.of(file, Format.AUTO)),
            input.arriving(combination),
            ListedClaims.NONE,
            Window.ALL,
            stop,
            n -> {});
    MatrixTopology what =
        new MatrixTopology(
            cluster.bootstrapServers(),
            cluster.registryUrl().orElseThrow(),
            run,
            input.data,
            combination,
            feed.lateness());
    Connection connection = Connection.to(cluster);
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.create(what.topics());
    }
    long startedNs = System.nanoTime();
    int others = here == null ? 1 : combination.instances() - 1;
    Path own = folder.resolve(run);
    try (MatrixInstances instances = new MatrixInstances(what, own, here, others, wrapper);
        ResultReader reader = new ResultReader(connection, what.topics());
        Publisher publisher = new Publisher(connection, what.topics())) {
      instances.awaitRunning();
      Results results = new Results();
      CompletableFuture<Void> publishing =
          CompletableFuture.runAsync(() -> publish(feed, publisher));
      long deadlineNs = System.nanoTime() + MOST.toNanos();
      reader.readToEnd(
          results::add,
          () ->
              instances.areAlive()
                  && !publishing.isCompletedExceptionally()
                  && System.nanoTime() < deadlineNs);
      if (!reader.ends().done()) {
        stop.request();
        if (publishing.isCompletedExceptionally()) {
          publishing.join(); // says why
        }
        throw new AssertionError("no END: " + instances.said());
      }
      publishing.join();
      double seconds = (System.nanoTime() - startedNs) / 1e9;
      return outcome(what, results, reader.ends(), instances.stop(), seconds);
    } finally {
      delete(what.topics());
    }
  }

  private static void publish(ReplayFeed feed, Publisher publisher) {
    try {
      feed.publish(publisher, Pace.MAX, n -> {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Outcome outcome(
      MatrixTopology what, Results results, EndTracker ends, long dropped, double seconds) {
    List<ObjectNode> alerts = results.alerts().stream().map(RecordJson::of).toList();
    return new Outcome(
        results.standingAlerts(),
        ends.stages().stream().collect(Collectors.toMap(stage -> stage, ends::counts)),
        ends.countsByPartition(ResultReader.ENTRY_STAGE),
        published(what.topics()),
        ends.acceptedSha256(),
        ResultHash.of(alerts),
        what.lateness(),
        dropped,
        seconds);
  }

  /** What lies on the topics that the gate reads, without the END of each partition. */
  private Map<Integer, Long> published(Topics topics) {
    Map<Integer, Long> published = new TreeMap<>();
    Map<TopicPartition, OffsetSpec> wanted = new TreeMap<>(ORDER);
    topics.inputs().stream()
        .flatMap(MatrixRun::partitions)
        .forEach(p -> wanted.put(p, OffsetSpec.latest()));
    try (Admin admin = Admin.create(Connection.to(cluster).client())) {
      admin
          .listOffsets(wanted)
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .forEach((p, at) -> published.merge(p.partition(), at.offset() - 1, Long::sum));
    }
    return published;
  }

  private static Stream<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(p -> new TopicPartition(topic.name(), p));
  }

  /** Else the broker would carry thousands of partitions at last. */
  private void delete(Topics topics) {
    try (Admin admin = Admin.create(Connection.to(cluster).client())) {
      List<String> names =
          admin.listTopics().names().toCompletionStage().toCompletableFuture().join().stream()
              .filter(
                  n -> n.startsWith(topics.prefix()) || n.startsWith(topics.applicationId() + "-"))
              .toList();
      admin.deleteTopics(names).all().toCompletionStage().toCompletableFuture().join();
    }
  }
}
