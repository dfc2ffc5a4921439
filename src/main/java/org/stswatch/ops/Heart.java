package org.stswatch.ops;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stswatch.stream.Topics;

/**
 * Beats once a second on every partition of every input topic. The broker sets the time, so the
 * beat of any instance vouches for all producers, and a quiet topic never stops the clock.
 */
final class Heart implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "heart"));
  private final Connection connection;
  private final Topics topics;
  private Publisher publisher;

  Heart(Connection connection, Topics topics) {
    this.connection = connection;
    this.topics = topics;
    this.publisher = new Publisher(connection, topics);
  }

  void start() {
    var unused = thread.scheduleAtFixedRate(this::beat, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    publisher.close();
  }

  private void beat() {
    try {
      publisher.heartbeat();
    } catch (RuntimeException e) { // the task would end with the first of them
      LOG.warn("no heartbeat: {}", e.getMessage());
      publisher.close();
      publisher = new Publisher(connection, topics);
    }
  }
}
