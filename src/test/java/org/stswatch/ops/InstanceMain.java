package org.stswatch.ops;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Setting;

/**
 * One instance of the processor of a replay, as a process of its own: the same topology, settings
 * and handling of failures as {@code replay}. Ends when its standard input does, so that none
 * outlives the test; exits with 1 and a line that says why when the processor stops by itself.
 */
final class InstanceMain {
  private InstanceMain() {}

  /**
   * What all instances of one run have in common.
   *
   * @param lateness that the input needs
   */
  record Run(
      String bootstrapServers,
      String registryUrl,
      String id,
      int partitions,
      int threads,
      Duration lateness) {

    /** In the order of the command line. */
    List<String> arguments() {
      return List.of(
          bootstrapServers,
          registryUrl,
          id,
          Integer.toString(partitions),
          Integer.toString(threads),
          lateness.toString());
    }

    static Run of(String[] a) {
      return new Run(
          a[0], a[1], a[2], Integer.parseInt(a[3]), Integer.parseInt(a[4]), Duration.parse(a[5]));
    }

    Topics topics() {
      return Topics.replay(id, partitions, Topics.DEFAULT_RESULT_PARTITIONS);
    }

    Connection connect() {
      return Connection.to(bootstrapServers, registryUrl, Map.of(), Map.of());
    }

    /** Everywhere, with the default profile. */
    ReplayRequest request() {
      return new ReplayRequest(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Rules.of("gfw", Map.of(Setting.SCOPE.key, "world")),
          partitions,
          threads,
          Pace.MAX,
          Window.ALL);
    }

    /** A processor of this run, not yet started. */
    Processor processor(Connection connection, Path state, String clientId) {
      Topics topics = topics();
      Properties properties =
          StreamsProperties.replay(connection.client(), topics.applicationId(), state, threads);
      properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
      return new Processor(
          ProcessorTopology.replay(request(), connection, topics, lateness),
          properties,
          connection.patience());
    }
  }

  /** Arguments: those of the run, the folder of the state, the client id. */
  public static void main(String[] args) throws InterruptedException {
    tether();
    Run run = Run.of(args);
    try (Processor processor = run.processor(run.connect(), Path.of(args[6]), args[7])) {
      processor.start();
      processor.awaitStop();
      System.out.println("STOPPED " + processor.failure().map(Failure::getMessage).orElse("?"));
      processor.failure().ifPresent(Throwable::printStackTrace);
    }
    System.exit(1);
  }

  /** Ends this process, whatever it does, when its standard input ends. */
  static void tether() {
    Thread tether = new Thread(InstanceMain::awaitParent, "tether");
    tether.setDaemon(true);
    tether.start();
  }

  private static void awaitParent() {
    try (InputStream in = System.in) {
      while (in.read() >= 0) {
        // nothing is ever said
      }
    } catch (IOException e) {
      // a broken pipe: the parent is gone
    }
    Runtime.getRuntime().halt(0);
  }
}
