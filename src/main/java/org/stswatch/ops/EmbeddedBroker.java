package org.stswatch.ops;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node (KRaft, broker and controller) in this process, on loopback and free ports. For
 * replays, the demo and tests: nothing is replicated.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final String HOST = "127.0.0.1";
  private static final String LONGEST = Long.toString(Long.MAX_VALUE);

  /** A port that was free may be taken before the broker binds it; not three times in a row. */
  private static final int ATTEMPTS = 3;

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final DataFolder data;
  private boolean closed;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, DataFolder data) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.data = data;
  }

  /**
   * Starts the node and returns when it serves.
   *
   * @param dataDirectory where topics and offsets survive a restart; without it a temporary
   *     directory is used, and deleted by {@link #close}
   * @throws UncheckedIOException if the directory cannot be written
   * @throws KafkaException if the broker refuses to start
   */
  public static EmbeddedBroker start(Optional<Path> dataDirectory) {
    return start(dataDirectory, Map.of());
  }

  /** The same with further settings of the node; they win. */
  static EmbeddedBroker start(Optional<Path> dataDirectory, Map<String, String> further) {
    DataFolder data = DataFolder.open(dataDirectory, "broker");
    try {
      if (!Files.exists(data.path().resolve("meta.properties"))) {
        format(data.path());
      }
      for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
        try {
          return start(data, further);
        } catch (KafkaException e) {
          LOG.debug("attempt {} to start the broker", attempt, e);
        }
      }
      return start(data, further);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  private static EmbeddedBroker start(DataFolder data, Map<String, String> further) {
    int port = FreePort.find();
    Properties settings = settings(data.path(), port, FreePort.find());
    settings.putAll(further);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      server.startup();
      return new EmbeddedBroker(server, HOST + ":" + port, data);
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
  }

  /** Address for clients. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Where its data lies. */
  Path dataDirectory() {
    return data.path();
  }

  /** Stops the node; a temporary data directory is deleted. Further calls do nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    server.shutdown();
    server.awaitShutdown();
    data.close();
  }

  private static void format(Path data) {
    try {
      new Formatter()
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(data.toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (Exception e) { // as Formatter declares it
      throw new KafkaException("cannot format " + data + " for the embedded broker", e);
    }
  }

  private static Properties settings(Path data, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    p.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
    p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("log.dirs", data.toString());
    singleNode(p);
    quickAndSmall(p);
    records(p);
    return p;
  }

  private static void singleNode(Properties p) {
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("default.replication.factor", "1");
  }

  /** What makes a node quick to start and small, and frees readers of a dead instance soon. */
  static void quickAndSmall(Properties p) {
    p.put("group.initial.rebalance.delay.ms", "0"); // nobody else is coming
    p.put("group.streams.initial.rebalance.delay.ms", "0");
    p.put("log.cleaner.dedupe.buffer.size", "4194304"); // 36 MB of heap instead of 161 MB
    // A killed instance leaves a transaction that readers wait for; by default 10 s longer.
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    // controlled.shutdown.enable stays on: without it a restart waits 10 s for the old session.
  }

  /** What keeps every record, whatever its date. */
  static void records(Properties p) {
    p.put("auto.create.topics.enable", "false"); // a misspelt topic is an error
    p.put("log.retention.ms", "-1"); // records are dated years ago, internal topics included
    p.put("log.retention.bytes", "-1");
    p.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    p.put("log.message.timestamp.before.max.ms", LONGEST);
    p.put("log.message.timestamp.after.max.ms", LONGEST);
  }
}
