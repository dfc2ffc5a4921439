package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.support.Conservation;

/** The constructed data sets, through a real broker, with the default profile in scope world. */
class BenchIT {
  private static final Path SMALL = Path.of("src/test/resources/bench-s1e5");

  @TempDir Path folder;

  @Test
  void theSmallSetIsFoundWhole() throws IOException {
    replay(SMALL, "4");
    BenchScore score = BenchScore.of(SMALL, folder.resolve("4/alerts.jsonl"));
    assertThat(score.found()).hasSize(14);
    assertThat(score.missed()).isEmpty();
    assertThat(score.wrong()).isEmpty();
  }

  /**
   * Reads the folder s1e6 below the one that STS_BENCH_DIR names: 30 MB that are not in the
   * repository.
   */
  @Test
  void theLargeSetIsFoundWhole() throws IOException {
    Optional<Path> bench = Optional.ofNullable(System.getenv("STS_BENCH_DIR")).map(Path::of);
    assumeTrue(bench.isPresent(), "STS_BENCH_DIR is not set: s1e6 is left out");
    Path large = bench.orElseThrow().resolve("s1e6");
    replay(large, "4");
    BenchScore score = BenchScore.of(large, folder.resolve("4/alerts.jsonl"));
    assertThat(score.found()).hasSizeGreaterThanOrEqualTo(55);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.93);
  }

  private void replay(Path data, String partitions) throws IOException {
    Path out = folder.resolve(partitions);
    Answer answer =
        CommandLineTest.run(
            "replay",
            data.resolve("ais.csv.gz").toString(),
            "--scope",
            "world",
            "--partitions",
            partitions,
            "--out",
            out.toString(),
            "--json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    JsonNode manifest = RecordJson.MAPPER.readTree(Files.readString(out.resolve("manifest.json")));
    Conservation.assertHeld(manifest);
  }
}
