package org.stswatch.ops;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM: asks the command to stop, and holds the process until it has cleaned up. No
 * thread is interrupted, so that whatever is being written or closed gets done.
 */
final class StopSignal {
  /** A supervisor kills after ten seconds, as a rule. */
  private static final Duration CLEAN_UP_WITHIN = Duration.ofSeconds(10);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean signalled;

  /** Listens to the signals of this process until {@link #finished}. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop-signal"));
  }

  /** Asks the command to stop. */
  void request() {
    requested.countDown();
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Goes on unless a stop is requested.
   *
   * @throws Failure that says so
   */
  void check() {
    if (isRequested()) {
      throw Failure.interrupted();
    }
  }

  /** Waits for so long, or until a stop is requested; tells which. */
  boolean isRequestedWithin(Duration time) {
    try {
      return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      request();
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** The command is done and has cleaned up. */
  void finished() {
    finished.countDown();
  }

  /**
   * Whether the process ends already, with the exit code of a signal. To exit then once more is a
   * race: in JDK 17 a second {@code System.exit} that comes between the last hook and the end halts
   * with its own code.
   */
  boolean isEndingProcess() {
    return signalled;
  }

  /** What the hook does. */
  void stopAndWait() {
    signalled = true;
    request();
    try {
      if (!finished.await(CLEAN_UP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("sts-watch: did not stop within " + CLEAN_UP_WITHIN.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
