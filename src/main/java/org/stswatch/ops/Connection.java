package org.stswatch.ops;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.stswatch.stream.Registry;

/**
 * A broker and a registry.
 *
 * @param client settings of every Kafka client, {@code bootstrap.servers} and security among them
 * @param patience the schema registry, and what is known of its outages
 */
record Connection(Map<String, Object> client, PatientRegistry patience) {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
  private static final int CONNECT_WITHIN_MS = 5_000;

  Connection {
    client = Map.copyOf(client);
  }

  /**
   * @param registry makes one attempt each time
   */
  Connection(Map<String, Object> client, SchemaRegistryClient registry) {
    this(client, new PatientRegistry(registry));
  }

  /**
   * To these addresses.
   *
   * @param kafka further settings of Kafka clients
   * @param registrySettings further settings of the registry client
   */
  static Connection to(
      String bootstrapServers,
      String registryUrl,
      Map<String, String> kafka,
      Map<String, String> registrySettings) {
    Map<String, Object> client = new HashMap<>(kafka);
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return new Connection(client, Registry.connect(registryUrl, registrySettings));
  }

  /** To a cluster of our own. */
  static Connection to(EmbeddedCluster cluster) {
    return new Connection(
        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()),
        cluster.registryClient());
  }

  /** The schema registry. */
  SchemaRegistryClient registry() {
    return patience.client();
  }

  String bootstrapServers() {
    return String.valueOf(client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
  }

  /**
   * Makes sure that somebody answers, within seconds.
   *
   * @throws Failure with the exit code for an unreachable broker
   */
  void check() {
    check(client);
  }

  /** The same for a client without a registry. */
  static void check(Map<String, Object> client) {
    String servers = String.valueOf(client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    if (Stream.of(servers.split(",")).map(String::strip).noneMatch(Connection::isListening)) {
      throw Failure.unreachable("no Kafka broker answers at " + servers);
    }
    Map<String, Object> quick = new HashMap<>(client);
    quick.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
    quick.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
    try (Admin admin = Admin.create(quick)) {
      admin.describeCluster().nodes().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      throw Failure.unreachable("no Kafka broker answers at " + servers, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted();
    }
  }

  /** A Kafka client would go on trying, and say so each time. */
  private static boolean isListening(String server) {
    if (!server.matches(".+:[0-9]{1,5}")) {
      throw Failure.usage("Kafka address '" + server + "' is not host:port");
    }
    int colon = server.lastIndexOf(':');
    String host = server.substring(0, colon);
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(server.substring(colon + 1));
      socket.connect(new InetSocketAddress(host, port), CONNECT_WITHIN_MS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
