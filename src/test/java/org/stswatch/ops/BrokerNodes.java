package org.stswatch.ops;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * Kafka nodes in this process (KRaft, each broker and controller) that keep their addresses when
 * they stop and start again. One node replicates nothing; three replicate everything and take a
 * write when two have it.
 */
final class BrokerNodes implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /**
   * Below the ports that the system gives to clients: one that knocks at a stopped node must not be
   * given the node's own port to knock from.
   */
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 10_000;

  private final List<Properties> settings = new ArrayList<>();
  private final List<@Nullable KafkaRaftServer> running = new ArrayList<>();
  private final String bootstrapServers;

  private BrokerNodes(List<Integer> ports, List<Integer> controllerPorts, Path folder) {
    bootstrapServers = ports.stream().map(p -> HOST + ":" + p).collect(Collectors.joining(","));
    String voters =
        IntStream.range(0, ports.size())
            .mapToObj(i -> (i + 1) + "@" + HOST + ":" + controllerPorts.get(i))
            .collect(Collectors.joining(","));
    String cluster = Uuid.randomUuid().toString();
    for (int i = 0; i < ports.size(); i++) {
      Path data = folder.resolve("broker-" + (i + 1));
      format(i + 1, cluster, data);
      Properties p = node(i + 1, data, ports.get(i), controllerPorts.get(i));
      p.put("controller.quorum.voters", voters);
      replication(p, ports.size());
      settings.add(p);
      running.add(null);
    }
  }

  /** Starts so many nodes, 1 or 3, with their data below the folder. */
  static BrokerNodes start(int nodes, Path folder) {
    List<Integer> ports = freePorts(2 * nodes);
    BrokerNodes all =
        new BrokerNodes(ports.subList(0, nodes), ports.subList(nodes, 2 * nodes), folder);
    // Together: no node serves before most controllers have voted.
    List<CompletableFuture<Void>> starting =
        IntStream.rangeClosed(1, nodes)
            .mapToObj(id -> CompletableFuture.runAsync(() -> all.start(id)))
            .toList();
    try {
      starting.forEach(CompletableFuture::join);
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
    return all;
  }

  /** Addresses of all nodes. */
  String bootstrapServers() {
    return bootstrapServers;
  }

  int count() {
    return settings.size();
  }

  /** Starts a stopped node on its data; returns when it serves. */
  void start(int id) {
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings.get(id - 1), false), Time.SYSTEM);
    server.startup();
    running.set(id - 1, server);
  }

  /**
   * Stops a node. One of three does not hand over what it leads: the others find it gone, as after
   * a crash.
   */
  void stop(int id) {
    KafkaRaftServer server = running.set(id - 1, null);
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  @Override
  public void close() {
    for (int id = 1; id <= count(); id++) {
      stop(id);
    }
  }

  private static Properties node(int id, Path data, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(id));
    p.put("controller.listener.names", "CONTROLLER");
    p.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    p.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
    p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put("log.dirs", data.toString());
    EmbeddedBroker.quickAndSmall(p);
    EmbeddedBroker.records(p);
    return p;
  }

  private static void replication(Properties p, int nodes) {
    String copies = Integer.toString(nodes);
    String leastInSync = Integer.toString(nodes / 2 + 1);
    p.put("default.replication.factor", copies);
    p.put("min.insync.replicas", leastInSync);
    p.put("offsets.topic.replication.factor", copies);
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.replication.factor", copies);
    p.put("transaction.state.log.min.isr", leastInSync);
    p.put("transaction.state.log.num.partitions", "4");
    p.put("share.coordinator.state.topic.replication.factor", copies);
    p.put("share.coordinator.state.topic.min.isr", leastInSync);
    p.put("controlled.shutdown.enable", Boolean.toString(nodes == 1));
  }

  private static void format(int id, String cluster, Path data) {
    try {
      new Formatter()
          .setNodeId(id)
          .setClusterId(cluster)
          .addDirectory(data.toString())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (Exception e) { // as Formatter declares it
      throw new IllegalStateException("cannot format " + data, e);
    }
  }

  private static List<Integer> freePorts(int count) {
    List<Integer> free = new ArrayList<>();
    int start = (int) (ProcessHandle.current().pid() * 37 % PORTS);
    for (int i = 0; i < PORTS && free.size() < count; i++) {
      int port = FIRST_PORT + (start + i) % PORTS;
      if (isFree(port)) {
        free.add(port);
      }
    }
    return free;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
