package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.ops.CommandLineTest.Answer;

/** What bench measures is the work of replay: the same input gives the same result. */
class BenchCommandIT {
  private static final String CASE = "src/main/resources/demo/vityaz/positions.csv";

  @TempDir Path folder;

  @Test
  void what_is_measured_is_what_replay_does() throws IOException {
    JsonNode replayed = json("replay", CASE, "--scope", "world", "--json");
    Path log = folder.resolve("bench.log");

    JsonNode measured =
        json("bench", CASE, "--scope", "world", "--runs", "2", "--json", "--out", log.toString());

    assertThat(measured.path("runs")).hasSize(2);
    for (JsonNode run : measured.path("runs")) {
      assertThat(run.path("resultSha256")).isEqualTo(replayed.path("resultSha256"));
      assertThat(run.path("acceptedSha256")).isEqualTo(replayed.path("acceptedSha256"));
      assertThat(run.path("counts")).isEqualTo(replayed.path("counts"));
      assertThat(run.path("changelogBytes").asLong()).isPositive();
      assertThat(run.path("repartitionRecords").asLong()).isPositive();
      assertThat(run.path("sightingsPerSecond").asLong()).isPositive();
      assertThat(run.path("passThroughPerSecond").asLong()).isPositive();
    }
    assertThat(log).content().contains("command  sts-watch bench positions.csv", "resultSha256");
  }

  @Test
  void a_repetition_finds_what_the_first_pass_found() throws IOException {
    JsonNode once = json("replay", CASE, "--scope", "world", "--json").path("counts");

    JsonNode thrice =
        json("bench", CASE, "--scope", "world", "--runs", "1", "--repeat-in-time", "3", "--json");

    JsonNode counts = thrice.path("runs").path(0).path("counts");
    assertThat(thrice.path("sightings").asLong()).isEqualTo(3 * once.path("accepted").asLong());
    assertThat(counts.path("encounters").asLong()).isEqualTo(3 * once.path("encounters").asLong());
    assertThat(counts.path("alerts").asLong())
        .as("a later pass knows the last ports of the one before")
        .isGreaterThanOrEqualTo(3 * once.path("alerts").asLong());
  }

  private static JsonNode json(String... arguments) throws IOException {
    Answer answer = CommandLineTest.run(arguments);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return RecordJson.MAPPER.readTree(answer.out());
  }
}
