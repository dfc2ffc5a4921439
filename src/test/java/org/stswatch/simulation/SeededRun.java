package org.stswatch.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.stswatch.ops.BrokenPipeline;
import org.stswatch.ops.BrokenPipeline.Rule;
import org.stswatch.scenario.World;
import org.stswatch.simulation.Arrivals.Received;
import org.stswatch.stream.Heartbeats;
import org.stswatch.stream.Multicast;
import org.stswatch.stream.PublicSubjects;
import org.stswatch.stream.SimulatedLog;
import org.stswatch.stream.Simulation;
import org.stswatch.stream.Step;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;
import org.stswatch.stream.Wiring;
import org.stswatch.support.Inputs;
import org.stswatch.topology.Partitions;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;
import org.stswatch.topology.WatchTopology;

/** A world, how it arrives and how it is processed, all drawn from one seed. */
final class SeededRun {
  /** What a run of the program that is not packed calls itself, as the oracle expects it. */
  private static final String VERSION = "development";

  private static final int HEARTBEAT_MS = 600_000;
  private static final ReferencePack PACK = ReferencePack.bundled();
  private static final MockSchemaRegistryClient REGISTRY = new MockSchemaRegistryClient();
  private static final Topics NAMES = Topics.replay("simulated", 1, 1);
  private static final Inputs INPUTS = new Inputs(REGISTRY);

  static {
    new PublicSubjects(REGISTRY).register(NAMES.all());
  }

  final long seed;
  final World world;
  final Settings settings;
  final Arrivals arrivals;
  final Partitions partitions;
  private final Simulation.Plan plan;
  private final Random random;

  SeededRun(long seed) {
    this(seed, true);
  }

  /**
   * A run of this seed.
   *
   * @param rumours whether reports and watch-list entries come in as well; the rest is the same
   */
  SeededRun(long seed, boolean rumours) {
    this(seed, rumours, drawn -> new World(drawn, rumours));
  }

  /** Months of port calls instead of a day of meetings. */
  static SeededRun ofTrade(long seed) {
    return new SeededRun(seed, true, World::ofTrade);
  }

  private SeededRun(long seed, boolean rumours, LongFunction<World> worlds) {
    this.seed = seed;
    random = new Random(seed);
    world = worlds.apply(random.nextLong());
    settings = settings(random);
    Arrivals sightings = Arrivals.of(world, settings.duration(Setting.CLOCK_MARGIN), random);
    Random dice = new Random(~seed);
    Arrivals heard = rumours ? sightings.with(new Rumours(world, dice).all(), dice) : sightings;
    Random more = new Random(~seed + 1);
    Arrivals told = rumours ? heard.with(new Rumours(world, more).ofUnnamed(), more) : heard;
    arrivals = told.seeing(world.seen(), new Random(seed + 1));
    partitions =
        new Partitions(
            1 + random.nextInt(4),
            1 + random.nextInt(4),
            1 + random.nextInt(3),
            1 + random.nextInt(3));
    plan =
        new Simulation.Plan(
            random.nextBoolean(),
            1 + random.nextInt(6),
            1 + random.nextInt(30),
            1 + random.nextInt(60),
            random.nextInt(6),
            random.nextInt(3),
            true);
  }

  /** A profile as it ships, or some of its numbers changed, each by itself. */
  private static Settings settings(Random random) {
    Map<String, String> more = new TreeMap<>();
    String profile = one(random, "gfw", "gfw", "gfw", "gfw", "skylight", "starboard");
    more.put("alert.scope", one(random, "world", "world", "world", "theatre"));
    boolean asItShips = random.nextInt(4) == 0;
    if (!asItShips) {
      some(random, more, "encounter.min-duration", "40m", "120m", "3h");
      some(random, more, "encounter.merge-gap", "0", "60m", "2h", "4h");
      some(random, more, "encounter.bridge-max", "0", "2h", "6h", "12h");
      some(random, more, "encounter.min-run", "10m", "30m", "2h");
      some(random, more, "encounter.port-exclusion-m", "0", "500");
      some(random, more, "encounter.max-interpolation-gap", "7m", "30m", "60m", "3h");
      some(random, more, "encounter.grid-step", "7m", "30m");
      some(random, more, "encounter.max-distance-m", "50", "500", "1500");
      some(random, more, "track.split", "on", "off");
      some(random, more, "time.clock-margin", "0", "5m");
      some(random, more, "claims.window", "0", "30m", "6h", "30h");
    }
    return Settings.ofProfile(profile, more);
  }

  private static void some(Random random, Map<String, String> more, String key, String... values) {
    if (random.nextInt(3) == 0) {
      more.put(key, one(random, values));
    }
  }

  private static String one(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  /** As it ships. */
  Outcome run() {
    return run(null, plan);
  }

  /** With a rule of the protocol left out. */
  Outcome without(Rule rule) {
    return run(rule, plan);
  }

  /** With watermarks that a restarted task does not find again. */
  Outcome forgettingWatermarks() {
    return run(
        null,
        new Simulation.Plan(
            plan.live(), plan.producers(), plan.commitEvery(), plan.longestTurn(), 20, 0, false));
  }

  private Outcome run(@Nullable Rule without, Simulation.Plan how) {
    Topics topics = Topics.replay("simulated", partitions.input(), 1);
    SimulatedLog log = new SimulatedLog();
    Map<Integer, Long> published = publish(topics, log);
    Wiring wiring =
        new Wiring(
            new Wiring.Breaker() {
              @Override
              public <S> Step<S> apply(Step<S> step) {
                return without == null ? step : BrokenPipeline.broken(step, without);
              }
            });
    new WatchTopology(
            settings, settings.replayTime(arrivals.lateness()), topics, partitions, REGISTRY)
        .build(wiring, PACK, VERSION);
    Simulation.Course course = new Simulation(wiring, log, how, random).run();
    return new Outcome(topics, log.published(), published, course);
  }

  /** All of it, heartbeats in between or not, and END; gives the messages by partition. */
  private Map<Integer, Long> publish(Topics topics, SimulatedLog log) {
    Map<Integer, Long> published = new TreeMap<>();
    boolean heartbeats = random.nextInt(4) > 0;
    long last = arrivals.received().get(0).receivedMs();
    for (Received r : arrivals.received()) {
      if (heartbeats && r.receivedMs() - last >= HEARTBEAT_MS) {
        last = r.receivedMs();
        toAll(topics, log, Heartbeats.HEARTBEAT, last);
      }
      published.merge(publish(topics, log, r), 1L, Long::sum);
    }
    int end = arrivals.received().size() - 1;
    long endMs = arrivals.received().get(end).receivedMs();
    for (int hours = heartbeats && random.nextBoolean() ? 48 : 0; hours > 0; hours--) {
      endMs += 3_600_000; // the watermark, not END, closes what is open
      toAll(topics, log, Heartbeats.HEARTBEAT, endMs);
    }
    toAll(topics, log, Heartbeats.END, endMs);
    return published;
  }

  private static int publish(Topics topics, SimulatedLog log, Received r) {
    Inputs.Message m = INPUTS.of(r.message(), topics);
    byte[] key = m.key().getBytes(UTF_8);
    int partition = Multicast.partitionOf(m.key(), topics.inputPartitions());
    log.input(m.topic().name(), partition, key, m.value(), new RecordHeaders(), r.receivedMs());
    return partition;
  }

  private static void toAll(Topics topics, SimulatedLog log, String header, long receivedMs) {
    for (int p = 0; p < topics.inputPartitions(); p++) {
      for (Topic topic : topics.inputs()) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(header, new byte[0]);
        log.input(topic.name(), p, null, null, headers, receivedMs);
      }
    }
  }

  Duration lateness() {
    return arrivals.lateness();
  }

  @Override
  public String toString() {
    return partitions
        + ", lateness "
        + arrivals.lateness()
        + ", "
        + plan
        + ", "
        + settings.values();
  }
}
