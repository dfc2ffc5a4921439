package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Setting;

/**
 * Measures how long an alert takes in a live system: from the moment at which the publisher is
 * handed the sighting that makes it possible (the second ship's, behind the grid time at which the
 * pair has been together long enough) to the moment at which a subscriber of committed alerts has
 * read it. A paced fleet keeps the system at work meanwhile.
 */
final class LiveBench {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration LAST_ALERT_WITHIN = Duration.ofMinutes(1);
  private static final Duration BEAT = Duration.ofMillis(10);

  /** A ship under way is heard every 2 to 12 s (ITU-R M.1371-5, table 1). */
  private static final int REPORTS_EVERY_S = 10;

  /** The first pair shows that the processor is there; it is not measured. */
  private static final int PROBE = 0;

  private final Rules rules;
  private final Plan plan;
  private final Cluster cluster;
  private final StopSignal stop;
  private final Topics topics = Topics.live();
  private final Map<Integer, Long> publishedAtNs = new HashMap<>();
  private int nextPair = PROBE;
  private int nextShip;
  private long sightings;

  /**
   * What is asked for.
   *
   * @param ratePerSecond sightings
   * @param pairsPerSecond pairs that become an alert
   * @param warmUpSeconds before the measurement, at the same rate
   * @param seconds measured
   * @param threads of the processor
   */
  record Plan(int ratePerSecond, int pairsPerSecond, int warmUpSeconds, int seconds, int threads) {
    int pairs() {
      return 1 + pairsPerSecond * (warmUpSeconds + seconds);
    }
  }

  LiveBench(Rules rules, Plan plan, Cluster cluster, StopSignal stop) {
    this.rules = rules;
    this.plan = plan;
    this.cluster = cluster;
    this.stop = stop;
  }

  LiveBenchReport run() {
    Connection connection = cluster.connection();
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.create(topics);
    }
    var topology = ProcessorTopology.live(rules, connection, topics);
    var properties =
        StreamsProperties.live(
            connection.client(), topics.applicationId(), cluster.stateFolder(), plan.threads());
    try (Heart heart = new Heart(connection, topics);
        AlertWatch watch = new AlertWatch(connection, topics.alerts());
        Publisher publisher = new Publisher(connection, topics);
        Processor processor = new Processor(topology, properties, connection.patience())) {
      processor.start();
      heart.start();
      return measure(publisher, processor, watch);
    }
  }

  private LiveBenchReport measure(Publisher to, Processor processor, AlertWatch watch) {
    LiveFleet fleet = new LiveFleet(latestGridTime(), duration(Setting.MIN_DURATION));
    for (int pair = 0; pair < plan.pairs(); pair++) {
      fleet.history(pair).forEach(s -> to.publish(s, null));
    }
    meet(fleet, to);
    await(processor, watch, PROBE, READY_WITHIN);
    publish(fleet, to, plan.warmUpSeconds());
    int first = nextPair;
    Meter meter = new Meter(cluster.brokerProcess());
    Instant from = Instant.now();
    Meter.Reading start = meter.read();
    sightings = 0;
    publish(fleet, to, plan.seconds());
    Meter.Cost cost = start.to(meter.read());
    Duration step = duration(Setting.GRID_STEP);
    long gridTimes =
        Instant.now().toEpochMilli() / step.toMillis() - from.toEpochMilli() / step.toMillis();
    to.flush();
    for (int pair = first; pair < nextPair; pair++) {
      await(processor, watch, pair, LAST_ALERT_WITHIN);
    }
    return report(watch.readAtNs(), first, cost, (int) gridTimes);
  }

  /** A fleet at its pace, for so long; what a pause has held up follows at once. */
  private void publish(LiveFleet fleet, Publisher to, int seconds) {
    long startNs = System.nanoTime();
    long pairs = (long) plan.pairsPerSecond() * seconds;
    long alone = (long) plan.ratePerSecond() * seconds - 2 * pairs;
    long met = 0;
    long sent = 0;
    for (double part = 0; part < 1; ) {
      part = Math.min(1, (System.nanoTime() - startNs) / (seconds * 1e9));
      for (; met < Math.floor(part * pairs); met++) {
        meet(fleet, to);
      }
      for (; sent < Math.floor(part * alone); sent++) {
        to.publish(fleet.alone(nextShip, Instant.now()), null);
        nextShip = (nextShip + 1) % (plan.ratePerSecond() * REPORTS_EVERY_S);
        sightings++;
      }
      if (stop.isRequestedWithin(BEAT)) {
        throw Failure.interrupted();
      }
    }
  }

  /** The next pair is heard once more. */
  private void meet(LiveFleet fleet, Publisher to) {
    int pair = nextPair++;
    for (var sighting : fleet.pair(pair, Instant.now())) {
      publishedAtNs.put(pair, System.nanoTime());
      to.publish(sighting, null);
      sightings++;
    }
  }

  /** Returns when there is an alert about that pair, or none in that time. */
  private void await(Processor processor, AlertWatch watch, int pair, Duration within) {
    long publishedNs = publishedAtNs.getOrDefault(pair, System.nanoTime());
    while (!watch.readAtNs().containsKey(pair)
        && System.nanoTime() - publishedNs < within.toNanos()) {
      if (stop.isRequestedWithin(BEAT)) {
        throw Failure.interrupted();
      }
      processor.failure().ifPresent(LiveBench::thrown);
    }
    if (pair == PROBE && !watch.readAtNs().containsKey(pair)) {
      throw Failure.failed("no alert within " + within.toSeconds() + " s: is the scope world?");
    }
  }

  private LiveBenchReport report(
      Map<Integer, Long> readAtNs, int first, Meter.Cost cost, int gridTimes) {
    List<Double> latenciesMs = new ArrayList<>();
    for (int pair = first; pair < nextPair; pair++) {
      Long readNs = readAtNs.get(pair);
      if (readNs != null) {
        latenciesMs.add((readNs - publishedAtNs.getOrDefault(pair, readNs)) / 1e6);
      }
    }
    int early = (int) latenciesMs.stream().filter(ms -> ms < 0).count();
    int missing = nextPair - first - latenciesMs.size();
    return new LiveBenchReport(
        plan.ratePerSecond(), sightings, cost, early, missing, gridTimes, latenciesMs);
  }

  private Instant latestGridTime() {
    long stepMs = duration(Setting.GRID_STEP).toMillis();
    return Instant.ofEpochMilli(System.currentTimeMillis() / stepMs * stepMs);
  }

  private Duration duration(Setting setting) {
    return Setting.duration(rules.value(setting));
  }

  private static void thrown(Failure failure) {
    throw failure;
  }
}
