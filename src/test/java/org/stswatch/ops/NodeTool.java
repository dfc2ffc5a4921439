package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs of Node.js, in a folder under target that has what src/test/node/package-lock.json
 * names. Needs {@code node} and {@code npm} (Node.js 16 or later) on the PATH, and once the npm
 * registry; its packages stay in target/node.
 */
final class NodeTool {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/node");
  private static final String LOCK = "package-lock.json";
  private static final Duration INSTALLING = Duration.ofSeconds(90);

  private NodeTool() {}

  /** Copies the programs, and installs what they need unless it is there. */
  static NodeTool install() throws IOException, InterruptedException {
    NodeTool tool = new NodeTool();
    Files.createDirectories(FOLDER);
    Path installed = FOLDER.resolve("node_modules/.package-lock.json"); // npm writes it last
    Path lock = FOLDER.resolve(LOCK);
    boolean current =
        Files.exists(installed)
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve(LOCK)) == -1;
    for (String file : List.of("package.json", LOCK, "read-alerts.js")) {
      Path to = FOLDER.resolve(file);
      Files.copy(SOURCE.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!current) {
      tool.run(INSTALLING, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }
    return tool;
  }

  /**
   * Runs a command to its end and gives the lines of its standard output.
   *
   * @throws AssertionError if it is not there, fails, or takes longer than the limit; it is gone
   *     then, with its children
   */
  List<String> run(Duration limit, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(FOLDER, "out", ".txt");
    Path err = Files.createTempFile(FOLDER, "err", ".txt");
    try {
      Process process = start(command, out, err);
      if (!ends(process, limit) || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + Files.readString(err));
      }
      return Files.readAllLines(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static Process start(String[] command, Path out, Path err) {
    try {
      return new ProcessBuilder(command)
          .directory(FOLDER.toFile())
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError(
          command[0]
              + " does not start: this test needs node and npm on the PATH (Node.js 16 or later),"
              + " and the npm registry the first time",
          e);
    }
  }

  private static boolean ends(Process process, Duration limit) throws InterruptedException {
    boolean ended = false;
    try {
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    return ended;
  }
}
