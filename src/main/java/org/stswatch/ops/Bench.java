package org.stswatch.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.stswatch.source.Messages;
import org.stswatch.source.Repeated;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;

/**
 * Measures from topic to final alert: publishes an input, and only then lets the processor at it,
 * as often as told, each time with new results and state. Before each run the pass-through floor is
 * measured on the same input, so that both meet the same noise of the machine.
 */
final class Bench {
  private final ReplayRequest request;
  private final int repeats;
  private final Cluster cluster;
  private final Topics topics;
  private final StopSignal stop;
  private final PrintWriter err;

  /**
   * A measurement, not yet begun.
   *
   * @param repeats how often the input is taken in sequence
   */
  Bench(
      ReplayRequest request,
      int repeats,
      Cluster cluster,
      Topics topics,
      StopSignal stop,
      PrintWriter err) {
    this.request = request;
    this.repeats = repeats;
    this.cluster = cluster;
    this.topics = topics;
    this.stop = stop;
    this.err = err;
  }

  /** Publishes, then runs so many times. */
  BenchReport run(int runs) throws IOException {
    Connection connection = cluster.connection();
    Meter meter = new Meter(cluster.brokerProcess());
    cluster.createRun(topics, false);
    try {
      Meter.Reading before = meter.read();
      Input input = publish(connection);
      Meter.Cost publishing = before.to(meter.read());
      DecodeLoop decode = DecodeLoop.of(connection, topics.sightings());
      List<BenchReport.Pair> pairs = new ArrayList<>();
      for (int run = 1; run <= runs; run++) {
        say("run %d of %d", run, runs);
        Meter.Cost floor = floor(connection, meter, run);
        pairs.add(new BenchReport.Pair(floor, measure(connection, input, meter, run)));
      }
      return new BenchReport(
          input.sightings(),
          publishing,
          decode.perSecond(1),
          decode.perSecond(request.threads()),
          request.threads(),
          pairs);
    } finally {
      try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
        admin.delete(topics);
      }
    }
  }

  private Meter.Cost floor(Connection connection, Meter meter, int run) {
    PassThrough floor =
        new PassThrough(
            connection,
            topics.sightings(),
            "floor" + run,
            cluster.stateFolder(),
            request.threads(),
            stop);
    Meter.Cost cost = floor.run(meter);
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.deleteGroup(floor.group());
    }
    return cost;
  }

  /** What lies on the input topics, and what it needs. */
  private record Input(Account account, Duration lateness, long sightings) {}

  private Input publish(Connection connection) throws IOException {
    List<? extends Messages> inputs =
        repeats == 1 ? request.inputs() : List.of(Repeated.of(request.inputs(), repeats));
    ReplayFeed feed =
        ReplayFeed.survey(
            inputs,
            request.claims(),
            ListedClaims.read(request.watchlist()),
            request.window(),
            stop,
            done -> {});
    try (Publisher publisher = new Publisher(connection, topics);
        Progress progress = Progress.of("publishing", feed.sightings(), err)) {
      feed.publish(publisher, request.pace(), progress::at);
      return new Input(
          new Account(feed.counts(), publisher.written()),
          request.lateness(feed.lateness()),
          feed.sightings());
    }
  }

  private BenchRun measure(Connection connection, Input input, Meter meter, int run) {
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.deleteResults(topics);
      admin.create(topics);
    }
    Topology topology = ProcessorTopology.replay(request, connection, topics, input.lateness());
    InputWatch.Watch watch = new InputWatch.Watch(Set.of(topics.sightings().name()), meter::read);
    Path state = cluster.stateFolder().resolve("run" + run);
    Properties properties =
        StreamsProperties.replay(
            connection.client(), topics.applicationId(), state, request.threads());
    properties.putAll(watch.settings());
    Results results = new Results();
    PeakMemory.reset();
    try (ResultReader reader = new ResultReader(connection, topics);
        Processor processor = new Processor(topology, properties, connection.patience())) {
      Meter.Reading start = meter.read();
      processor.start();
      reader.readToEnd(results::add, () -> processor.isAlive() && !stop.isRequested());
      Meter.Reading end = meter.read();
      stop.check();
      processor.failure().ifPresent(Bench::thrown);
      EndTracker ends = reader.ends();
      return new BenchRun(
          start.to(watch.first()).seconds(),
          watch.first().to(end),
          watch.last().to(end).seconds(),
          processor.interruptions(),
          input.sightings(),
          PeakMemory.read(cluster.brokerProcess()),
          Traffic.toChangelogs(processor.metrics()),
          Traffic.toRepartition(processor.metrics()),
          input.account().settle(topics, ends, results),
          ends.acceptedSha256(),
          ResultHash.of(results));
    }
  }

  private static void thrown(Failure failure) {
    throw failure;
  }

  private void say(String format, Object... values) {
    err.printf(format + "%n", values);
    err.flush();
  }
}
