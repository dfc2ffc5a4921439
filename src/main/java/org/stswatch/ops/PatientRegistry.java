package org.stswatch.ops;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stswatch.stream.Registry;

/**
 * A schema registry that is asked again while it is out of reach. An outage says nothing about a
 * record, so that a thread of the processor waits for the answer within its transaction; when its
 * patience ends, it fails, is replaced, and begins again where it last committed. Whoever asks, any
 * number of threads, waits by himself.
 */
final class PatientRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(PatientRegistry.class);

  /**
   * Half of the time that a broker gives a transaction: the rest is for what was done before and is
   * to be done after. One attempt, begun at the last moment, takes at most 10 s for each address
   * (connecting and reading, see {@link Registry#connect}) and so ends within it.
   */
  static final Duration PATIENCE = StreamsProperties.TRANSACTION_TIMEOUT.dividedBy(2);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /**
   * Nobody here has asked for so long: the record that needed the answer went to another instance.
   * A replaced thread asks again within seconds.
   */
  private static final Duration OVER_UNLESS_ASKED = Duration.ofSeconds(30);

  private final SchemaRegistryClient client;
  private final SchemaRegistryClient patient;
  private final Duration patience;
  private volatile CountDownLatch givenUp = new CountDownLatch(1);
  private final Set<Question> unanswered = new HashSet<>();
  private @Nullable Outage outage;

  /**
   * What was asked. The client answers much from memory, also while the registry is away: only a
   * question that was asked in vain tells by its answer that the outage is over.
   */
  private record Question(Method method, List<@Nullable Object> arguments) {
    static Question of(Method method, @Nullable Object @Nullable [] arguments) {
      return new Question(method, arguments == null ? List.of() : Arrays.asList(arguments));
    }
  }

  /** Since when, when it was last found so, and why. */
  private record Outage(Instant since, long lastAskedNs, String cause) {}

  /**
   * @param client makes one attempt each time
   */
  PatientRegistry(SchemaRegistryClient client) {
    this(client, PATIENCE);
  }

  PatientRegistry(SchemaRegistryClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
    this.patient =
        (SchemaRegistryClient)
            Proxy.newProxyInstance(
                PatientRegistry.class.getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                (proxy, method, arguments) -> ask(method, arguments));
  }

  /** The client to ask. */
  SchemaRegistryClient client() {
    return patient;
  }

  /** What is wrong, while it is out of reach. */
  synchronized Optional<String> outage() {
    Outage now = outage;
    if (now == null || System.nanoTime() - now.lastAskedNs > OVER_UNLESS_ASKED.toNanos()) {
      return Optional.empty();
    }
    return Optional.of(
        "the schema registry cannot be asked since %s: %s".formatted(now.since, now.cause));
  }

  /** Nobody waits any longer, nor whoever asks from now on: the processor closes. */
  void giveUp() {
    givenUp.countDown();
  }

  /** Whoever asks from now on waits again: the processor is closed. */
  void beginAnew() {
    givenUp = new CountDownLatch(1);
  }

  private @Nullable Object ask(Method method, Object @Nullable [] arguments) throws Throwable {
    long startNs = System.nanoTime();
    CountDownLatch until = givenUp;
    Question question = Question.of(method, arguments);
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      long attemptNs = System.nanoTime();
      try {
        Object answer = method.invoke(client, arguments);
        answered(question);
        return answer;
      } catch (InvocationTargetException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        if (!Registry.isOutage(cause)) {
          answered(question);
          throw cause;
        }
        failed(question, cause);
        long now = System.nanoTime();
        long nextEndsNs = now - startNs + pause.toNanos() + (now - attemptNs);
        if (nextEndsNs > patience.toNanos()
            || until.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          throw cause;
        }
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private synchronized void answered(Question question) {
    if (unanswered.remove(question) && unanswered.isEmpty()) {
      LOG.info("the schema registry answers again");
      outage = null;
    }
  }

  private synchronized void failed(Question question, Throwable cause) {
    Instant since = outage().isPresent() && outage != null ? outage.since : now();
    if (outage().isEmpty()) {
      LOG.warn("the schema registry cannot be asked, and is asked again: {}", cause.toString());
      unanswered.clear();
    }
    unanswered.add(question);
    outage = new Outage(since, System.nanoTime(), String.valueOf(cause.getMessage()));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
