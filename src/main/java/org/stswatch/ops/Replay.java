package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.stswatch.event.Alert;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;

/** Publishes files to topics of their own, detects, and reads the results to the END. */
final class Replay {
  private final ReplayRequest request;
  private final List<Claim> claims;
  private final ListedClaims listed;
  private final PrintWriter err;
  private final StopSignal stop;
  private final boolean quiet;

  /**
   * A replay, not yet begun. Files of claims are read here: what is wrong in them is said before
   * anything starts.
   *
   * @param err takes progress and remarks
   * @param stop ends it early
   * @param quiet no progress
   */
  Replay(ReplayRequest request, PrintWriter err, StopSignal stop, boolean quiet) {
    this.request = request;
    this.claims = request.claims();
    this.listed = ListedClaims.read(request.watchlist());
    this.err = err;
    this.stop = stop;
    this.quiet = quiet;
  }

  /** What came of it. */
  record Outcome(Results results, Counts counts, ObjectNode manifest) {}

  /**
   * Runs on topics that exist and are empty.
   *
   * @param onAlert told of each revision of an alert as it comes
   * @throws Failure if a message was lost or counted twice, and if the processor stopped
   */
  Outcome run(
      Connection connection,
      Topics topics,
      List<InputFile> files,
      Path stateFolder,
      Consumer<Alert> onAlert)
      throws IOException {
    listed.tell(err);
    ReplayFeed feed = survey();
    Duration lateness = request.lateness(feed.lateness());
    Topology topology = ProcessorTopology.replay(request, connection, topics, lateness);
    Results results = new Results();
    long startedNs = System.nanoTime();
    EndTracker ends;
    Account account;
    try (ResultReader reader = new ResultReader(connection, topics);
        Publisher publisher = new Publisher(connection, topics);
        Processor processor =
            new Processor(
                topology, properties(connection, topics, stateFolder), connection.patience())) {
      processor.start();
      publishAndRead(feed, publisher, processor, reader, record -> take(record, results, onAlert));
      ends = reader.ends();
      account = new Account(feed.counts(), publisher.written());
      checkNothingEaten(connection, topics);
    }
    double seconds = (System.nanoTime() - startedNs) / 1e9;
    Counts counts = account.settle(topics, ends, results);
    remarkCap(lateness, feed.lateness(), counts);
    Manifest manifest = new Manifest(request, files, topics, lateness, seconds);
    ObjectNode json = manifest.json(counts, ends, results);
    json.set("watchlists", listed.json());
    return new Outcome(results, counts, json);
  }

  private ReplayFeed survey() throws IOException {
    try (Progress progress = progress("reading", 0)) {
      return ReplayFeed.survey(
          request.inputs(), claims, listed, request.window(), stop, progress::at);
    }
  }

  private void publishAndRead(
      ReplayFeed feed,
      Publisher publisher,
      Processor processor,
      ResultReader reader,
      Consumer<SpecificRecord> to)
      throws IOException {
    ExecutorService thread = Executors.newSingleThreadExecutor(r -> new Thread(r, "replay-feed"));
    try (Progress progress = progress("replaying", feed.sightings())) {
      Future<?> publishing =
          thread.submit(
              () -> {
                feed.publish(publisher, request.pace(), progress::at);
                return null;
              });
      reader.readToEnd(to, () -> processor.isAlive() && !stop.isRequested() && !failed(publishing));
      stop.check();
      if (publishing.isDone()) {
        publishing.get();
      }
      processor.failure().ifPresent(Replay::thrown);
      publishing.get();
    } catch (ExecutionException e) {
      throw unwrap(e);
    } catch (InterruptedException e) {
      throw Failure.interrupted();
    } finally {
      thread.shutdownNow();
    }
  }

  private static void thrown(Failure failure) {
    throw failure;
  }

  private static boolean failed(Future<?> publishing) {
    try {
      if (publishing.isDone()) {
        publishing.get();
      }
      return false;
    } catch (ExecutionException | InterruptedException e) {
      return true;
    }
  }

  private static RuntimeException unwrap(ExecutionException e) throws IOException {
    if (e.getCause() instanceof IOException io) {
      throw io;
    }
    return e.getCause() instanceof RuntimeException r ? r : Failure.failed(e.toString(), e);
  }

  private static void take(SpecificRecord record, Results results, Consumer<Alert> onAlert) {
    results.add(record);
    if (record instanceof Alert alert) {
      onAlert.accept(alert);
    }
  }

  private void remarkCap(Duration lateness, Duration derived, Counts counts) {
    if (lateness.compareTo(derived) < 0) {
      err.printf(
          "time.allowed-lateness %s caps the %s that the input needs: %,d sightings are LATE%n",
          lateness, derived, counts.late());
      err.flush();
    }
  }

  private java.util.Properties properties(Connection connection, Topics topics, Path state) {
    return StreamsProperties.replay(
        connection.client(), topics.applicationId(), state, request.threads());
  }

  /** What the broker made of the topics that Kafka Streams asked it for, it may not lose. */
  private static void checkNothingEaten(Connection connection, Topics topics) {
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.check(ProcessorTopology.internal(topics), true);
    }
  }

  private Progress progress(String task, long total) {
    return quiet ? Progress.silent() : Progress.of(task, total, err);
  }
}
