package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wall clock decides nothing: under a clock moved by days or hours the alerts are the same.
 * Needs libfaketime, and Java 17, since later releases hang under it.
 */
class MovedClockIT {
  private static final Combination PLAIN = Combination.of("2 1 thread 1 instance in-order once");
  private static final String CLOCK = "clock ";

  /** A hang has to fail; thirty times what it takes on a quiet machine. */
  private static final int MOST_MS = 300_000;

  @TempDir static Path folder;

  private static Optional<Path> library = Optional.empty();
  private static JsonNode plain;

  @BeforeAll
  static void replayUnderTheTrueClock() throws IOException, InterruptedException {
    needsFaketime();
    plain = replay("plain", List.of());
    assertThat(plain.path("counts").path("alerts").asInt()).isPositive();
  }

  private static void needsFaketime() throws IOException {
    Path libraries = Path.of("/usr/lib"); // /usr/lib/ARCHITECTURE/faketime/
    if (Files.isDirectory(libraries)) {
      try (Stream<Path> folders = Files.list(libraries)) {
        library =
            folders
                .map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                .filter(Files::isReadable)
                .findFirst();
      }
    }
    assumeTrue(
        library.isPresent(),
        "SKIPPED: libfaketime is not installed, nothing ran under a moved clock");
    int java = Runtime.version().feature();
    assumeTrue(java == 17, "SKIPPED: Java " + java + " hangs under libfaketime, 17 does not");
  }

  /** Broker and processor share the moved clock, as in `replay` on such a machine. */
  @ParameterizedTest
  @ValueSource(strings = {"+3d", "-2h"})
  void a_whole_replay_under_a_moved_clock_gives_the_same_alerts(String moved)
      throws IOException, InterruptedException {
    JsonNode other = replay("moved" + moved, faketime(moved));

    assertThat(other.path("resultSha256")).isEqualTo(plain.path("resultSha256"));
    assertThat(other.path("acceptedSha256")).isEqualTo(plain.path("acceptedSha256"));
    assertThat(other.path("counts")).isEqualTo(plain.path("counts"));
  }

  /** The broker has the true time, the processor another. */
  @Test
  void a_processor_whose_clock_differs_from_the_brokers_gives_the_same_alerts() throws IOException {
    try (EmbeddedCluster cluster = EmbeddedCluster.forAnyProcess(Optional.empty())) {
      MatrixRun matrix = new MatrixRun(cluster, folder);
      MatrixInput input = new MatrixInput(MatrixData.HARBOUR, folder);
      MatrixRun.Outcome same = matrix.run(PLAIN, input); // with reports and a watch list
      for (String moved : List.of("+3d", "-2h")) {
        MatrixRun.Outcome other = matrix.runIn(faketime(moved), PLAIN, input);
        other.assertWhole(PLAIN);
        assertThat(other.resultSha256()).as(moved).isEqualTo(same.resultSha256());
        assertThat(other.acceptedSha256())
            .as(moved)
            .isEqualTo(plain.path("acceptedSha256").asText());
      }
    }
  }

  /**
   * The command that puts a program under a moved clock. The library itself, for the command
   * faketime stays as a parent in between, and would be stopped in place of its child.
   */
  private static List<String> faketime(String moved) {
    return List.of(
        "env",
        "LD_PRELOAD=" + library.orElseThrow(),
        "FAKETIME=" + moved,
        "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1", // too short a run to pay for better code
        // Java counts its waits by the monotonic clock, which is to run as it does.
        "FAKETIME_DONT_FAKE_MONOTONIC=1",
        // Else the library, in a mode for an old C library, takes those waits for waits by the
        // moved
        // clock: each returns at once, every thread spins, and nothing ever ends.
        "FAKETIME_FORCE_MONOTONIC_FIX=0");
  }

  private static JsonNode replay(String name, List<String> wrapper)
      throws IOException, InterruptedException {
    Path out = folder.resolve(name);
    Path log = Files.createFile(folder.resolve(name + ".log"));
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(ReplayInstance.java());
    command.addAll(List.of(Clocked.class.getName(), "replay", MatrixData.HARBOUR.file.toString()));
    command.addAll(MatrixData.HARBOUR.options());
    command.addAll(List.of("--json", "--out", out.toString()));
    try (TetheredProcess process = TetheredProcess.start(command, log)) {
      assertThat(process.endsWithin(MOST_MS)).as(Files.readString(log)).isTrue();
    }
    String said = Files.readString(log);
    assertThat(out.resolve("manifest.json")).as(said).exists();
    Duration off = Duration.between(Instant.now(), clock(said)).abs();
    boolean isMoved = off.compareTo(Duration.ofHours(1)) > 0;
    assertThat(isMoved).as("the clock is off by " + off).isEqualTo(!wrapper.isEmpty());
    return RecordJson.MAPPER.readTree(Files.readString(out.resolve("manifest.json")));
  }

  private static Instant clock(String said) {
    return Instant.parse(
        said.lines()
            .filter(line -> line.startsWith(CLOCK))
            .findFirst()
            .orElseThrow()
            .substring(CLOCK.length()));
  }

  /** The program, which first says what time it is. */
  static final class Clocked {
    private Clocked() {}

    public static void main(String[] args) {
      System.out.println(CLOCK + Instant.now());
      CommandLineProgram.run(args).ifPresent(System::exit);
    }
  }
}
