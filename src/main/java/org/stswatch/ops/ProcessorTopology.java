package org.stswatch.ops;

import java.time.Duration;
import org.apache.kafka.streams.Topology;
import org.stswatch.stream.Topics;

/** The topology with what a command knows filled in. */
final class ProcessorTopology {
  /** More threads than this never paid on one machine: the broker needs a core too. */
  private static final int MOST_THREADS = 4;

  private ProcessorTopology() {}

  static int defaultThreads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  static Topology replay(ReplayRequest request, Connection connection, Topics topics, Duration lateness) {
    throw Failure.failed("not yet");
  }

  static Topology live(Rules rules, Connection connection, Topics topics) {
    throw Failure.failed("not yet");
  }

  static Topology blueprint(Rules rules) {
    throw Failure.failed("not yet");
  }
}
