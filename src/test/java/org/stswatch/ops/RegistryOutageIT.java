package org.stswatch.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselSighting;
import org.stswatch.stream.PublicSchema;
import org.stswatch.stream.Registry;
import org.stswatch.stream.Topics;
import org.stswatch.support.Conservation;
import org.stswatch.support.Sightings;

/**
 * The registry is stopped when the processor needs it: for a schema that it has not seen yet, for
 * the subject of its first reject, and at its start. {@code -Doutage.seconds} makes it longer.
 */
class RegistryOutageIT {
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("outage.seconds", 15));

  /** Shorter than the outage, so that threads are replaced in it. */
  private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(3);

  private static final Duration SOON = Duration.ofMinutes(4);
  private static final Topics TOPICS = Topics.live("outage.", 2, 1);
  private static final int BATCH = 1000;
  private static final int NOISE = 10;

  @TempDir Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private RegistryServer server;
  private SchemaRegistryClient registry;
  private int published;

  @BeforeEach
  void startRegistry() throws Exception {
    server = RegistryServer.start(Optional.of(folder.resolve("registry")));
    registry = client();
  }

  @Test
  void anOutageOfTheRegistryCostsTimeAndNothingElse() throws Exception {
    try (LiveSystem live = new LiveSystem(TOPICS, registry)) {
      int evolved = registry.register(TOPICS.sightings().subject(), evolved());
      PatientRegistry patience = new PatientRegistry(client(), LITTLE_PATIENCE);
      try (Processor processor = live.start(patience, folder.resolve("state"), 2)) {
        publish(live, BATCH);
        await()
            .dontCatchUncaughtExceptions()
            .atMost(SOON)
            .until(() -> processor.readiness().ready());
        live.awaitShown("accepted", BATCH);

        stopWhile(
            processor,
            () -> {
              publish(live, evolved, BATCH);
              publish(live, BATCH);
              publishNoise(live);
            });

        live.awaitJudged(3 * BATCH + NOISE);
        assertNothingLost(live, processor);
        assertThat(Conservation.failedThreads(TOPICS.applicationId())).isPositive();
      }
      startsAndWaits(live);
    } finally {
      server.close();
    }
  }

  /** A process that starts in an outage knows no schema at all. */
  private void startsAndWaits(LiveSystem live) throws Exception {
    PatientRegistry patience = new PatientRegistry(client());
    String url = server.url();
    server.close();
    try (Processor processor = live.start(patience, folder.resolve("state"), 2)) {
      publish(live, BATCH);
      awaitOutage(processor);
      server = restart(url);
      live.awaitJudged(4 * BATCH + NOISE);
      assertNothingLost(live, processor);
    }
  }

  private void stopWhile(Processor processor, Runnable publishing) throws Exception {
    String url = server.url();
    server.close();
    publishing.run();
    awaitOutage(processor);
    await()
        .dontCatchUncaughtExceptions()
        .during(OUTAGE)
        .atMost(OUTAGE.multipliedBy(10))
        .until(() -> !processor.readiness().ready());
    server = restart(url);
  }

  private static void awaitOutage(Processor processor) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(SOON)
        .until(() -> processor.readiness().reason().contains("the schema registry"));
  }

  private void assertNothingLost(LiveSystem live, Processor processor) {
    await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> processor.readiness().ready());
    assertThat(processor.failure()).isEmpty();
    live.awaitCommitted();
    assertThat(live.rejects())
        .hasSize(NOISE)
        .allMatch(r -> r.getReason() == RejectReason.BAD_FRAME)
        .allMatch(r -> UTF_8.decode(r.getRaw()).toString().startsWith("noise"));
    Conservation.assertShown(TOPICS.applicationId(), TOPICS.inputPartitions());
    assertThat(Conservation.shown(TOPICS.applicationId(), "accepted")).isEqualTo(published);
  }

  private void publish(LiveSystem live, int n) {
    for (int i = 0; i < n; i++) {
      live.publish(next());
    }
    live.flush();
  }

  /** Written by a newer version: the field that it has more is null, union branch 0, at the end. */
  private void publish(LiveSystem live, int schemaId, int n) {
    for (int i = 0; i < n; i++) {
      VesselSighting s = next();
      byte[] known = live.bytes(s);
      ByteBuffer more = ByteBuffer.allocate(known.length + 1).put(known).put((byte) 0);
      live.publish(s.getVesselKey(), more.putInt(1, schemaId).array());
    }
    live.flush();
  }

  private void publishNoise(LiveSystem live) {
    for (int i = 0; i < NOISE; i++) {
      live.publish("5380" + i, ("noise " + i).getBytes(UTF_8));
    }
    live.flush();
  }

  /** Each of another ship, so that none is a duplicate. */
  private VesselSighting next() {
    published++;
    return Sightings.at("SHIP-" + published, now.minusSeconds(3600), 40, 135);
  }

  private static AvroSchema evolved() {
    String fields = PublicSchema.of(VesselSighting.class).toString();
    String more = "{\"name\":\"hullColour\",\"type\":[\"null\",\"string\"],\"default\":null}";
    return new AvroSchema(fields.substring(0, fields.lastIndexOf("]")) + "," + more + "]}");
  }

  private SchemaRegistryClient client() {
    return Registry.connect(server.url(), Map.of());
  }

  private RegistryServer restart(String url) {
    int port = URI.create(url).getPort();
    return RegistryServer.start(Optional.of(folder.resolve("registry")), () -> port);
  }
}
