package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.support.Conservation;

/** A live system: topics are created, the processor runs, a file is ingested, an alert arrives. */
class RunIngestIT {
  private static final Duration SOON = Duration.ofSeconds(120);

  @TempDir Path folder;

  @Test
  void what_is_ingested_is_alerted_while_the_processor_runs() throws IOException {
    try (EmbeddedCluster cluster = EmbeddedCluster.forAnyProcess(Optional.empty())) {
      assertThat(live(cluster, "run").err()).contains("topic sts.alerts: is missing");
      assertThat(live(cluster, "topics", "create").out()).contains("sts.alerts.json");
      assertThat(live(cluster, "topics", "describe").out()).contains("4 partitions, 1 replicas");

      StopSignal stop = new StopSignal();
      CompletableFuture<Answer> running =
          CompletableFuture.supplyAsync(
              () -> live(cluster, stop, "run", "--scope", "world", "--state-dir", state()));
      Answer ingested = live(cluster, "ingest", "--source", meeting().toString(), "--json");
      assertThat(ingested.out()).contains("\"in\":44", "\"published\":44");

      StopSignal enough = new StopSignal();
      StringWriter seen = new StringWriter();
      CompletableFuture<Integer> tail =
          CompletableFuture.supplyAsync(
              () ->
                  CommandLineProgram.run(
                      enough,
                      new PrintWriter(seen),
                      new PrintWriter(seen),
                      "alerts",
                      "tail",
                      "--from-beginning",
                      "--bootstrap-servers",
                      cluster.bootstrapServers()));
      await()
          .atMost(SOON)
          .until(() -> seen.toString().contains("SHIP-A x SHIP-B") || running.isDone());
      await().atMost(SOON).until(() -> Conservation.shown("sts", "in") == 44);
      Conservation.assertShown("sts", 4);
      enough.request();
      stop.request();

      assertThat(seen.toString()).contains("OPEN", "SHIP-A x SHIP-B");
      assertThat(tail.join()).isEqualTo(130);
      assertThat(running.join().exitCode()).isEqualTo(130);
    }
  }

  /** Two ships side by side for the last three hours and a half, far from any port. */
  private Path meeting() throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    List<String> rows = new ArrayList<>(List.of("mmsi,timestamp,lat,lon"));
    for (int minutes = 220; minutes > 0; minutes -= 10) {
      Instant at = now.minus(Duration.ofMinutes(minutes));
      rows.add("SHIP-A," + at + ",30.0000,150.0000");
      rows.add("SHIP-B," + at + ",30.0005,150.0000");
    }
    return Files.write(folder.resolve("meeting.csv"), rows);
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private static Answer live(EmbeddedCluster cluster, String... command) {
    return live(cluster, new StopSignal(), command);
  }

  private static Answer live(EmbeddedCluster cluster, StopSignal stop, String... command) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--bootstrap-servers", cluster.bootstrapServers()));
    line.addAll(List.of("--registry-url", cluster.registryUrl().orElseThrow()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLineProgram.run(
            stop, new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
    return new Answer(code, out.toString(), err.toString());
  }
}
