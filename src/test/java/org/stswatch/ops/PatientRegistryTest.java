package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stswatch.stream.Registry;

/** How an outage of the registry is waited for, on a server that answers as it is told. */
class PatientRegistryTest {
  private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anAnswerIsWaitedForWhileTheRegistryCannotGiveOne() throws Exception {
    answer(e -> requests.get() < 4 ? send(e, 503, "no backend") : send(e, 200, SCHEMA));
    PatientRegistry registry = registry(SOON);

    assertThat(registry.client().getSchemaById(7).canonicalString()).isEqualTo("\"string\"");
    assertThat(requests).hasValue(4);
    assertThat(registry.outage()).isEmpty();
  }

  @Test
  void patienceEndsAndTheOutageIsKnown() {
    answer(e -> send(e, 503, "no backend"));
    PatientRegistry registry = registry(Duration.ofMillis(700));

    assertThatThrownBy(() -> registry.client().getSchemaById(7))
        .isInstanceOfSatisfying(
            RestClientException.class, e -> assertThat(e.getStatus()).isEqualTo(503));
    assertThat(requests).hasValueGreaterThan(1);
    assertThat(registry.outage())
        .hasValueSatisfying(said -> assertThat(said).contains("the schema registry", "since 20"));
  }

  @Test
  void aRegistryOutOfReachIsAnOutageToo() {
    PatientRegistry registry = registry(Duration.ofMillis(300));
    server.stop(0);

    assertThatThrownBy(() -> registry.client().getSchemaById(7)).isInstanceOf(IOException.class);
    assertThat(registry.outage()).isPresent();
  }

  /** What the registry answers is an answer, also when it is no. */
  @Test
  void anIdThatTheRegistryDoesNotKnowIsNotAskedForAgain() {
    answer(e -> send(e, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));
    PatientRegistry registry = registry(SOON);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> registry.client().getSchemaById(7))
          .isInstanceOf(RestClientException.class);
    }
    assertThat(requests).hasValue(1);
    assertThat(registry.outage()).isEmpty();
  }

  /** What the client has kept says nothing about whether the registry can be asked now. */
  @Test
  void anAnswerThatTheClientHasKeptEndsNoOutage() throws Exception {
    AtomicBoolean away = new AtomicBoolean();
    answer(e -> away.get() ? send(e, 503, "no backend") : send(e, 200, SCHEMA));
    PatientRegistry registry = registry(Duration.ofMillis(300));
    registry.client().getSchemaById(7);
    away.set(true);
    assertThatThrownBy(() -> registry.client().getSchemaById(8))
        .isInstanceOf(RestClientException.class);

    registry.client().getSchemaById(7);
    assertThat(registry.outage()).isPresent();

    away.set(false);
    registry.client().getSchemaById(8);
    assertThat(registry.outage()).isEmpty();
  }

  /** That it does not know an id is an answer to whoever waited for one. */
  @Test
  void noIsAnAnswerToo() {
    answer(
        e ->
            requests.get() < 3
                ? send(e, 503, "no backend")
                : send(e, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));
    PatientRegistry registry = registry(SOON);

    assertThatThrownBy(() -> registry.client().getSchemaById(7))
        .isInstanceOf(RestClientException.class);
    assertThat(registry.outage()).isEmpty();
  }

  @Test
  void whoClosesWaitsForNobody() {
    answer(e -> send(e, 503, "no backend"));
    PatientRegistry registry = registry(Duration.ofHours(1));
    CompletableFuture<?> asking = CompletableFuture.runAsync(() -> ask(registry));
    await().atMost(SOON).until(() -> requests.get() > 0);

    registry.giveUp();

    assertThat(asking)
        .failsWithin(SOON)
        .withThrowableThat()
        .withRootCauseInstanceOf(RestClientException.class);
  }

  /** A thread may come to a record that needs the registry just when the processor closes. */
  @Test
  void nobodyBeginsToWaitWhileOneCloses() {
    answer(e -> requests.get() == 1 ? send(e, 503, "no backend") : send(e, 200, SCHEMA));
    PatientRegistry registry = registry(SOON);

    registry.giveUp();
    assertThatThrownBy(() -> registry.client().getSchemaById(7))
        .isInstanceOf(RestClientException.class);
    assertThat(requests).hasValue(1);

    requests.set(0);
    registry.beginAnew();
    ask(registry);
    assertThat(requests).hasValue(2);
  }

  private static void ask(PatientRegistry registry) {
    try {
      registry.client().getSchemaById(7);
    } catch (IOException | RestClientException e) {
      throw new CompletionException(e);
    }
  }

  private PatientRegistry registry(Duration patience) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new PatientRegistry(Registry.connect(url, Map.of()), patience);
  }

  private interface Answer {
    int to(HttpExchange exchange) throws IOException;
  }

  private void answer(Answer answer) {
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          answer.to(exchange);
          exchange.close();
        });
  }

  private static int send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    return status;
  }
}
