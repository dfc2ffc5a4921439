package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.ops.CommandLineTest.Answer;

/** The measurement measures what it says; how long an alert took is nothing that a test judges. */
class BenchLiveIT {
  @TempDir Path folder;

  @Test
  void every_pair_becomes_an_alert_and_none_before_its_last_sighting() throws IOException {
    Path log = folder.resolve("live.log");

    Answer answer =
        CommandLineTest.run(
            "bench-live",
            "--rate",
            "100",
            "--pairs",
            "5",
            "--seconds",
            "4",
            "--warm-up",
            "1",
            "--json",
            "--out",
            log.toString());

    assertThat(answer.exitCode()).as(answer.err() + answer.out()).isZero();
    JsonNode measured = RecordJson.MAPPER.readTree(answer.out());
    assertThat(measured.path("sightings").asLong()).isEqualTo(400);
    assertThat(measured.path("alerts").asInt()).isEqualTo(20);
    assertThat(measured.path("early").asInt()).isZero();
    assertThat(measured.path("missing").asInt()).isZero();
    JsonNode latency = measured.path("latencyMs");
    assertThat(latency.path("p50").asDouble()).isPositive();
    assertThat(latency.path("max").asDouble())
        .isGreaterThanOrEqualTo(latency.path("p99").asDouble());
    assertThat(log).content().contains("command  sts-watch bench-live --rate 100", "latencyMs");
  }
}
