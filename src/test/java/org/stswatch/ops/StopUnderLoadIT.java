package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import org.stswatch.support.Sightings;

/** The program itself, as a process, is told to stop while it works. */
class StopUnderLoadIT {
  private static final Duration SOON = Duration.ofMinutes(3);

  /** A supervisor kills after 10 s; the time it took is written down, a hang fails. */
  private static final int HANG_S = 60;

  private static final int SHIPS = 2_000;

  @TempDir static Path folder;

  private static EmbeddedCluster cluster;
  private static PrintStream log;

  @BeforeAll
  static void start() throws IOException {
    cluster = EmbeddedCluster.forAnyProcess(Optional.empty());
    Path file = Files.createDirectories(Path.of("target/reliability")).resolve("stop-it.log");
    log = new PrintStream(file.toFile(), StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    cluster.close();
    log.close();
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void runStopsCleanlyAndLeavesNoReaderWaiting(String signal, int exitCode) throws Exception {
    Topics topics = Topics.live("stop" + exitCode + ".", 4, 1);
    Connection connection = Connection.to(cluster);
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.create(topics);
    }
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService load = Executors.newSingleThreadExecutor();
    Process run =
        program(
            "run",
            "--topic-prefix",
            topics.prefix(),
            "--bootstrap-servers",
            cluster.bootstrapServers(),
            "--registry-url",
            cluster.registryUrl().orElseThrow(),
            "--state-dir",
            folder.resolve("state" + exitCode).toString());
    try (CommittedOutput committed = new CommittedOutput(cluster.bootstrapServers(), topics)) {
      load.submit(() -> publish(connection, topics, enough));
      await().atMost(SOON).until(() -> !run.isAlive() || committed.sightings() > 10L * SHIPS);

      assertStops(run, signal, exitCode, "run");

      assertNoOpenTransaction(committed);
    } finally {
      enough.set(true);
      load.shutdownNow();
      run.destroyForcibly();
    }
  }

  @Test
  void replayStopsCleanlyWithTheBrokerThatItHolds() throws Exception {
    Process replay =
        program("replay", "src/test/resources/bench-s1e5/ais.csv.gz", "--speed", "2000x");
    try {
      await().atMost(SOON).until(() -> !replay.isAlive() || output("replay").contains("replaying"));

      assertStops(replay, "TERM", 143, "replay");
    } finally {
      replay.destroyForcibly();
    }
  }

  private static void assertStops(Process process, String signal, int exitCode, String command)
      throws IOException, InterruptedException {
    assertThat(process.isAlive()).as("%s", output(command)).isTrue();
    long startedNs = System.nanoTime();
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(HANG_S, TimeUnit.SECONDS)).as("%s", output(command)).isTrue();
    log.printf(
        "%s: SIG%s, exit code %d after %.1f s%n",
        command, signal, process.exitValue(), (System.nanoTime() - startedNs) / 1e9);
    assertThat(process.exitValue()).as("%s", output(command)).isEqualTo(exitCode);
    assertThat(output(command)).doesNotContain("did not stop within");
  }

  /**
   * What a reader of committed records sees ends where the topics end. The end of a transaction may
   * stand in its partitions a moment after its writer is gone; one that nobody ends stays open for
   * the 40 s after which the broker aborts it.
   */
  private static void assertNoOpenTransaction(CommittedOutput committed) {
    Set<TopicPartition> written = committed.written();
    await()
        .atMost(StreamsProperties.TRANSACTION_TIMEOUT.dividedBy(2))
        .untilAsserted(
            () ->
                assertThat(committed.ends(written, IsolationLevel.READ_COMMITTED))
                    .isEqualTo(committed.ends(written, IsolationLevel.READ_UNCOMMITTED)));
  }

  /** Ships that lie still, each heard over and over, as fast as the broker takes it. */
  private static void publish(Connection connection, Topics topics, AtomicBoolean enough) {
    try (Publisher publisher = new Publisher(connection, topics)) {
      for (int i = 0; !enough.get(); i++) {
        int ship = i % SHIPS;
        String key = Integer.toString(538_000_000 + ship);
        publisher.publish(Sightings.at(key, Instant.now(), 40 + ship * 0.001, 135), null);
      }
    }
  }

  /** The JVM takes no SIGINT where its parent ignores it, as in the background of a script. */
  private static Process program(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Instance.JVM);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ProgramMain.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile(arguments[0]).toFile()))
        .start();
  }

  private static String output(String command) throws IOException {
    return Files.readString(outputFile(command));
  }

  private static Path outputFile(String command) {
    return folder.resolve(command + ".log");
  }
}
