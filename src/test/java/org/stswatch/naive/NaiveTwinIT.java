package org.stswatch.naive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.ops.CommandLineProgram;
import org.stswatch.ops.EmbeddedBroker;
import org.stswatch.support.Conservation;

/**
 * A history in perfect order, with one and with two partitions of the input: the naive twin loses
 * reports on two, without an error, and finds something else; the watch finds the same.
 */
class NaiveTwinIT {
  private final History history = new History();

  @TempDir Path folder;

  @Test
  void theNaiveTwinIsRightOnOnePartitionAndLosesReportsOnTwo() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(java.util.Optional.empty())) {
      NaiveRun.Outcome one = new NaiveRun(broker, history, 1, folder.resolve("one")).outcome();
      NaiveRun.Outcome two = new NaiveRun(broker, history, 2, folder.resolve("two")).outcome();

      assertThat(one.dropped()).isZero();
      assertThat(one.pairs()).isEqualTo(history.meetings());
      assertThat(two.dropped()).isPositive();
      assertThat(two.sessions()).isNotEqualTo(one.sessions());
    }
  }

  @Test
  void theWatchFindsTheSameOnOneAndOnTwo() throws IOException {
    JsonNode one = replay(1);
    JsonNode two = replay(2);

    assertThat(two.path("resultSha256")).isEqualTo(one.path("resultSha256"));
    assertThat(two.path("acceptedSha256")).isEqualTo(one.path("acceptedSha256"));
    assertThat(one.path("counts").path("accepted").asInt()).isEqualTo(history.reports().size());
    assertThat(two.path("counts")).isEqualTo(one.path("counts"));
    assertThat(pairs(1)).isEqualTo(history.meetings());
    assertThat(pairs(2)).isEqualTo(history.meetings());
  }

  private JsonNode replay(int partitions) throws IOException {
    List<String> rows = new ArrayList<>(List.of("mmsi,timestamp,lat,lon"));
    history.reports().forEach(report -> rows.add(report.csv()));
    Path input = Files.write(folder.resolve("history.csv"), rows, UTF_8);
    Path out = folder.resolve("watch-" + partitions);
    OptionalInt exitCode =
        CommandLineProgram.run(
            "replay",
            input.toString(),
            "--scope",
            "world",
            "--partitions",
            String.valueOf(partitions),
            "--out",
            out.toString());
    assertThat(exitCode).hasValue(0);
    JsonNode manifest = new ObjectMapper().readTree(out.resolve("manifest.json").toFile());
    Conservation.assertHeld(manifest);
    return manifest;
  }

  private Set<String> pairs(int partitions) throws IOException {
    Set<String> pairs = new TreeSet<>();
    Path encounters = folder.resolve("watch-" + partitions).resolve("encounters.jsonl");
    for (String line : Files.readAllLines(encounters)) {
      JsonNode fact = new ObjectMapper().readTree(line);
      pairs.add(fact.path("vessel1").asText() + " " + fact.path("vessel2").asText());
    }
    return pairs;
  }
}
