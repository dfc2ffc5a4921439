package org.stswatch.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process of {@link InstanceMain} that can be killed and started again. Not thread-safe. */
final class Instance implements AutoCloseable {
  static final List<String> JVM =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-Dorg.apache.avro.specific.use_custom_coders=true",
          "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.stswatch");

  private final InstanceMain.Run run;
  private final String name;
  private final Path folder;
  private @Nullable Process process;

  /**
   * Not yet started.
   *
   * @param folder for its state and its log
   */
  Instance(InstanceMain.Run run, String name, Path folder) {
    this.run = run;
    this.name = name;
    this.folder = folder;
  }

  /** Client id of its Kafka clients, the start of that of each of its threads. */
  String name() {
    return name;
  }

  void start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), InstanceMain.class.getName()));
    command.addAll(run.arguments());
    command.add(state().toString());
    command.add(name);
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** kill -9, and waits for its end. */
  void kill() {
    if (process == null) {
      return;
    }
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  /** Forgets what it kept on disk: the next start is that of a new machine. */
  void wipe() {
    DataFolder.delete(state());
  }

  /** The end of its log, to explain a failure. */
  String lastWords() {
    try {
      List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
      return name
          + ": "
          + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private Path state() {
    return folder.resolve(name + "-state");
  }

  private Path log() {
    return folder.resolve(name + ".log");
  }
}
