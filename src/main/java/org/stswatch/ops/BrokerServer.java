package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The embedded broker in a process of its own, so that its CPU and memory are not those of its
 * clients. Keeps nothing. Ends with this process, however that ends.
 */
final class BrokerServer implements AutoCloseable {
  /** Starts in 3 s on an idle machine. */
  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);

  private static final int POLL_EVERY_MS = 50;

  /** Heap of the broker: it works on what lies in the page cache. */
  static final int HEAP_MB = 768;

  private final TetheredProcess process;
  private final Path folder;
  private final ProcessHandle handle;
  private final String bootstrapServers;

  private BrokerServer(
      TetheredProcess process, Path folder, ProcessHandle handle, String bootstrapServers) {
    this.process = process;
    this.folder = folder;
    this.handle = handle;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts the broker and returns when it serves.
   *
   * @throws Failure if it does not start
   */
  static BrokerServer start() throws IOException {
    Path folder = Files.createTempDirectory("sts-watch-broker-");
    Path log = folder.resolve("broker.log");
    Path said = folder.resolve("address");
    TetheredProcess process = TetheredProcess.start(command(folder.resolve("data"), said), log);
    try {
      awaitFile(said, process);
      String[] parts = Files.readString(said).split(" ", 2);
      ProcessHandle handle = ProcessHandle.of(Long.parseLong(parts[0])).orElseThrow();
      return new BrokerServer(process, folder, handle, parts[1]);
    } catch (IOException | RuntimeException e) {
      process.close();
      Failure failure = Failure.failed("the broker does not start: " + Files.readString(log), e);
      DataFolder.delete(folder);
      throw failure;
    }
  }

  /** Address for clients. */
  String bootstrapServers() {
    return bootstrapServers;
  }

  /** The process itself, not the shell that holds it. */
  ProcessHandle handle() {
    return handle;
  }

  @Override
  public void close() {
    process.close();
    DataFolder.delete(folder);
  }

  private static List<String> command(Path data, Path said) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + HEAP_MB + "m",
        "-XX:+UseParallelGC",
        "-cp",
        System.getProperty("java.class.path"),
        BrokerProgram.class.getName(),
        data.toString(),
        said.toString());
  }

  private static void awaitFile(Path said, TetheredProcess process) throws IOException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try {
      while (!Files.exists(said)) {
        if (process.endsWithin(POLL_EVERY_MS)) {
          throw new IOException("it has ended");
        } else if (System.nanoTime() > deadline) {
          throw new IOException("no answer within " + START_TIMEOUT.toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
