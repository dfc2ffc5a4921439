package org.stswatch.ops;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;

/**
 * A replay whose processors are processes of their own, and what is done to them: this process
 * holds the brokers and the registry, publishes the input at a pace, and reads the results to the
 * END.
 *
 * @param input positions
 * @param pace of the publication
 * @param brokers 1 or 3
 * @param instances processes
 * @param threads of each
 * @param partitions of each input topic
 * @param limit within which all must be over
 * @param folder for data, states and logs
 * @param log takes a line for whatever happens
 */
record Trial(
    Path input,
    Pace pace,
    int brokers,
    int instances,
    int threads,
    int partitions,
    Duration limit,
    Path folder,
    PrintStream log) {

  /** A hang fails; how long a recovery takes is written down, not judged. */
  static final Duration HANG = Duration.ofMinutes(8);

  static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private static final String RUN = "trial";

  /** What is done to a run while it goes. */
  interface Disturbance {
    /** Returns when all of it is done. */
    void disturb(Scene scene);
  }

  /**
   * A run that goes.
   *
   * @param published messages that the run will have to process
   */
  record Scene(
      BrokerNodes brokers,
      List<Instance> instances,
      CommittedOutput committed,
      long published,
      Future<?> publishing,
      Future<?> reading,
      PrintStream log) {

    /** Whether all results are read. */
    boolean isFinished() {
      return reading.isDone();
    }

    /** Waits for something that must come before the run ends. */
    void await(Callable<Boolean> condition) {
      Awaitility.await()
          .atMost(HANG)
          .pollInterval(LOOK_EVERY)
          .until(
              () -> {
                checkAlive(List.of());
                if (isFinished()) {
                  throw new AssertionError("the run ended before all was done to it");
                }
                return condition.call();
              });
    }

    /**
     * Fails if the publication has, or an instance ended that nobody killed: with its last words.
     */
    void checkAlive(List<Instance> gone) {
      if (publishing.isDone()) {
        outcomeOf(publishing);
      }
      for (Instance instance : instances) {
        if (!gone.contains(instance) && !instance.isAlive() && !isFinished()) {
          throw new AssertionError("ended by itself: " + instance.lastWords());
        }
      }
    }
  }

  /**
   * What came of it.
   *
   * @param published messages on the input topics
   * @param ledgers of the result topics, as a reader that knows nothing of ours has them
   */
  record Outcome(
      Results results,
      EndTracker ends,
      long published,
      Map<String, RevisionLedger> ledgers,
      double seconds) {

    String resultSha256() {
      return ResultHash.of(results.alerts().stream().map(RecordJson::of).toList());
    }
  }

  /** Runs it once. */
  Outcome run(Disturbance disturbance) throws IOException {
    try (BrokerNodes nodes = BrokerNodes.start(brokers, folder);
        RegistryServer registry = RegistryServer.start(Optional.of(folder.resolve("registry")));
        Input positions = Input.of(input, Format.AUTO)) {
      ReplayFeed feed =
          ReplayFeed.survey(
              List.of(positions),
              List.of(),
              ListedClaims.NONE,
              Window.ALL,
              new StopSignal(),
              n -> {});
      InstanceMain.Run run =
          new InstanceMain.Run(
              nodes.bootstrapServers(), registry.url(), RUN, partitions, threads, feed.lateness());
      Topics topics = run.topics();
      Connection connection = run.connect();
      try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
        admin.create(topics);
      }
      return run(disturbance, nodes, run, feed, connection);
    }
  }

  private Outcome run(
      Disturbance disturbance,
      BrokerNodes nodes,
      InstanceMain.Run run,
      ReplayFeed feed,
      Connection connection)
      throws IOException {
    Topics topics = run.topics();
    List<Instance> all = instancesOf(run);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Results results = new Results();
    long startedNs = System.nanoTime();
    try (ResultReader reader = new ResultReader(connection, topics);
        Publisher publisher = new Publisher(connection, topics);
        CommittedOutput committed = new CommittedOutput(nodes.bootstrapServers(), topics)) {
      all.forEach(Instance::start);
      Future<?> publishing =
          threads.submit(
              () -> {
                feed.publish(publisher, pace, n -> {});
                return null;
              });
      Future<?> reading =
          threads.submit(
              () -> reader.readToEnd(results::add, () -> !Thread.currentThread().isInterrupted()));
      Scene scene = new Scene(nodes, all, committed, feed.sightings(), publishing, reading, log);
      disturbance.disturb(scene);
      awaitEnd(scene);
      double seconds = (System.nanoTime() - startedNs) / 1e9;
      Map<String, RevisionLedger> ledgers = ledgers(run, topics);
      return new Outcome(results, reader.ends(), publisher.published(), ledgers, seconds);
    } finally {
      all.forEach(Instance::close);
      threads.shutdownNow();
    }
  }

  private List<Instance> instancesOf(InstanceMain.Run run) {
    List<Instance> all = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      all.add(new Instance(run, "instance-" + i, folder));
    }
    return all;
  }

  private void awaitEnd(Scene scene) {
    Awaitility.await()
        .atMost(limit)
        .pollInterval(LOOK_EVERY)
        .until(
            () -> {
              scene.checkAlive(List.of());
              return scene.isFinished();
            });
    outcomeOf(scene.reading());
  }

  /** Throws what went wrong in it. */
  private static void outcomeOf(Future<?> done) {
    try {
      done.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("publishing or reading failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, RevisionLedger> ledgers(InstanceMain.Run run, Topics topics) {
    String servers = run.bootstrapServers();
    String registry = run.registryUrl();
    return Map.of(
        "alerts",
        RevisionLedger.ofAvro(servers, registry, topics.alerts().name(), "alertId"),
        "alerts.current",
        RevisionLedger.ofAvro(servers, registry, topics.alertsCurrent().name(), "alertId"),
        "alerts.json",
        RevisionLedger.ofJson(servers, topics.alertsJson().name(), "alertId"),
        "encounters",
        RevisionLedger.ofAvro(servers, registry, topics.encounters().name(), "encounterId"));
  }

  /** The last revisions, as our own reader has them. */
  static Map<String, Integer> lastAlertRevisions(Results results) {
    return results.alerts().stream()
        .collect(Collectors.toMap(Alert::getAlertId, a -> (Integer) a.getRevision()));
  }

  /** The last revisions, as our own reader has them. */
  static Map<String, Integer> lastEncounterRevisions(Results results) {
    return results.encounters().stream()
        .collect(Collectors.toMap(Encounter::getEncounterId, e -> (Integer) e.getRevision()));
  }
}
