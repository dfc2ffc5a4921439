package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselSighting;

/** What the answers of a registry mean, on an HTTP server that gives each of them. */
class RegistryTest {
  private static final byte[] FRAMED = {0, 0, 0, 0, 7, 2, 'x'};
  private static final VesselSighting SIGHTING = new VesselSighting();

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

  private SchemaRegistryClient answering(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    return client();
  }

  private SchemaRegistryClient client() {
    return Registry.connect(
        "http://127.0.0.1:" + server.getAddress().getPort(), Map.of("max.retries", 0));
  }

  @Test
  void anIdThatTheRegistryDoesNotKnowIsPoisonAndAskedForOnce() {
    PublicDecoder<VesselSighting> decoder =
        new PublicDecoder<>(
            VesselSighting.class,
            answering(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));

    for (int i = 0; i < 3; i++) {
      assertThat(decoder.decode(FRAMED))
          .isEqualTo(
              new Decoded.Poison<>(
                  RejectReason.UNKNOWN_SCHEMA, "schema id 7 is not registered as Avro"));
    }
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "500, '{\"error_code\":50001,\"message\":\"store\"}'",
    "503, 'no backend'",
    "401, '{\"error_code\":401,\"message\":\"Unauthorized\"}'",
    "429, 'slow down'",
    "404, '<html>no registry at this path</html>'"
  })
  void aRegistryThatCannotAnswerSaysNothingAboutTheRecord(int status, String body) {
    SchemaRegistryClient client = answering(status, body);

    assertThatThrownBy(() -> new PublicDecoder<>(VesselSighting.class, client).decode(FRAMED))
        .isInstanceOf(RegistryOutageException.class)
        .hasMessageContaining("schema id 7");
    assertThatThrownBy(
            () -> new PublicSerializer<>(VesselSighting.class, client).serialize("t", SIGHTING))
        .isInstanceOf(RegistryOutageException.class)
        .hasMessageContaining("t-value");
  }

  @Test
  void aRegistryOutOfReachSaysNothingAboutTheRecord() {
    SchemaRegistryClient client = client();
    server.stop(0);

    assertThatThrownBy(() -> new PublicDecoder<>(VesselSighting.class, client).decode(FRAMED))
        .isInstanceOf(RegistryOutageException.class);
  }

  @Test
  void aSchemaOfAnotherKindIsPoison() {
    SchemaRegistryClient client = answering(200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");

    assertThat(new PublicDecoder<>(VesselSighting.class, client).decode(FRAMED))
        .isInstanceOfSatisfying(
            Decoded.Poison.class,
            poison -> assertThat(poison.reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA));
  }
}
