package org.stswatch.ops;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stswatch.stream.LostPlaceException;
import org.stswatch.stream.RegistryOutageException;
import org.stswatch.stream.StreamsClients;

/**
 * The running topology. What a further attempt may cure replaces the thread, and the uncommitted
 * transaction is done again; anything else stops the processor, for a crash loop hides a defect.
 */
final class Processor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Processor.class);

  /** Exit within ten seconds of a signal, whatever the broker does. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private static final String RUNNING_THREAD = "RUNNING";

  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicInteger interruptions = new AtomicInteger();
  private final PatientRegistry registry;
  private final KafkaStreams streams;

  /**
   * @param registry that the topology asks
   */
  Processor(Topology topology, Properties properties, PatientRegistry registry) {
    this.registry = registry;
    streams = new KafkaStreams(topology, properties, new StreamsClients());
    streams.setUncaughtExceptionHandler(this::judge);
    streams.setStateListener(
        (now, before) -> {
          LOG.debug("{} -> {}", before, now);
          if (before == KafkaStreams.State.RUNNING && now == KafkaStreams.State.REBALANCING) {
            interruptions.incrementAndGet();
          }
          if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            stopped.countDown();
          }
        });
  }

  void start() {
    streams.start();
  }

  /** Whether it works or is about to. */
  boolean isAlive() {
    return stopped.getCount() > 0;
  }

  /** Whether it does its work, and if not, why. */
  Readiness readiness() {
    List<String> threads =
        streams.metadataForLocalThreads().stream().map(ThreadMetadata::threadState).toList();
    return readiness(streams.state(), threads, registry.outage());
  }

  /**
   * The same.
   *
   * @param threads states of the threads; one that takes the place of another has no partitions
   *     until the group has missed that one, and Kafka Streams 4.3.1 says that all runs meanwhile
   * @param outage of the registry
   */
  static Readiness readiness(
      KafkaStreams.State state, List<String> threads, Optional<String> outage) {
    if (state != KafkaStreams.State.RUNNING) {
      return Readiness.not("the processor is " + lower(state.name()));
    }
    Optional<String> idle = threads.stream().filter(t -> !t.equals(RUNNING_THREAD)).findFirst();
    return idle.map(thread -> "a thread is " + lower(thread))
        .or(() -> outage)
        .map(Readiness::not)
        .orElse(Readiness.READY);
  }

  private static String lower(String state) {
    return state.toLowerCase(Locale.ROOT);
  }

  /** Returns when it has stopped, by itself or by {@link #close}. */
  void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Why it stopped by itself. */
  Optional<Failure> failure() {
    return Optional.ofNullable(failure.get()).map(Processor::explain);
  }

  /** How often its partitions were taken away while it ran. */
  int interruptions() {
    return interruptions.get();
  }

  /** What its clients have measured; gone after {@link #close}. */
  Map<MetricName, ? extends Metric> metrics() {
    return streams.metrics();
  }

  @Override
  public void close() {
    registry.giveUp();
    try {
      streams.close(CLOSE_WITHIN);
    } finally {
      registry.beginAnew();
    }
  }

  private StreamThreadExceptionResponse judge(Throwable e) {
    if (isCurable(e)) {
      LOG.warn("a thread is replaced: {}", root(e).toString());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.debug("the processor stops", e);
    failure.compareAndSet(null, e);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Whether a cause lies outside and may pass. */
  static boolean isCurable(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof RetriableException
          || t instanceof RegistryOutageException
          || t instanceof LostPlaceException
          || isLostTransaction(t)) {
        return true;
      }
      if (t instanceof Error) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether the broker has given up this producer's transaction, as it does when a thread stands
   * still for longer than the transaction's timeout. Kafka Streams 4.3.1 begins anew by itself
   * after some of these errors, not after all: an InvalidTxnStateException ended it.
   */
  private static boolean isLostTransaction(Throwable t) {
    return t instanceof ApplicationRecoverableException
        || t instanceof InvalidTxnStateException
        || t instanceof TransactionAbortableException
        || t instanceof TransactionAbortedException
        || t instanceof OutOfOrderSequenceException;
  }

  private static Failure explain(Throwable e) {
    return Failure.failed("the processor stopped: " + root(e), e);
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
