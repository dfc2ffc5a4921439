package org.stswatch.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child process that ends with this one, however that ends, kill -9 included: a shell beside the
 * child reads a pipe from us, and stops the child when the pipe closes.
 */
final class TetheredProcess implements AutoCloseable {
  /**
   * Runs the command given as arguments until it ends or standard input does. An interrupt from the
   * terminal (Ctrl-C goes to the whole group) is left to the parent, which closes the pipe when it
   * needs the child no more. What does not stop within 10 s of being asked is killed.
   */
  private static final String TETHER =
      """
      trap '' INT
      exec 3<&0
      "$@" </dev/null 3<&- & child=$!
      { cat <&3 >/dev/null; kill $child; n=0
        while kill -0 $child && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done; kill -9 $child
      } >/dev/null 2>&1 & watch=$!
      exec 3<&-
      wait $child
      kill $watch 2>/dev/null
      wait $watch
      """;

  /** Longer than the shell waits before it kills. */
  private static final int STOP_TIMEOUT_S = 15;

  private final Process shell;
  private final Thread hook = new Thread(this::stop, "stop child process");

  private TetheredProcess(Process shell) {
    this.shell = shell;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a command.
   *
   * @param log file that gets what it says, appended
   */
  static TetheredProcess start(List<String> command, Path log) {
    List<String> tethered = new ArrayList<>(List.of("sh", "-c", TETHER, "tether"));
    tethered.addAll(command);
    try {
      return new TetheredProcess(
          new ProcessBuilder(tethered)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.get(0), e);
    }
  }

  /** Waits for its end; false if it still runs after so many milliseconds. */
  boolean endsWithin(int millis) throws InterruptedException {
    return shell.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Stops the child and waits for its end. Further calls do nothing. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook does or has done the same.
    }
  }

  private void stop() {
    try {
      shell.getOutputStream().close(); // the pipe
      if (endsWithin(STOP_TIMEOUT_S * 1000)) {
        return;
      }
    } catch (IOException e) {
      // Nobody reads the pipe any more; what is left is stopped below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shell.descendants().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
