package org.stswatch.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.VesselSighting;
import org.stswatch.stream.Heartbeats;
import org.stswatch.stream.Topics;
import org.stswatch.support.Conservation;
import org.stswatch.support.Sightings;

/** Live, the broker's clock is the only one: what a producer takes for the time moves nothing. */
class ForeignClockIT {
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final Topics TOPICS = Topics.live("clocks.", 2, 1);
  private static final int MINUTES = 220;

  @TempDir Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private int published;

  @Test
  void producersWithClocksAMinuteApartAndOneOfAnotherCenturyChangeNothing() {
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    try (LiveSystem live = new LiveSystem(TOPICS, registry);
        Processor processor = live.start(new PatientRegistry(registry), folder, 1)) {
      long from = System.currentTimeMillis();
      for (int minutes = MINUTES; minutes > 0; minutes -= 10) {
        Instant at = now.minus(Duration.ofMinutes(minutes));
        publish(live, Sightings.at("SHIP-A", at, 30, 150), now);
        publish(live, Sightings.at("SHIP-B", at, 30.0005, 150), now.plusSeconds(60));
        publish(live, Sightings.at("SHIP-C", at, 32, 150), Instant.parse("2099-01-01T00:00:00Z"));
        heartbeat(live, Instant.parse("2099-01-01T00:00:00Z"));
        heartbeat(live, Instant.EPOCH);
      }
      live.flush();
      live.awaitJudged(published);
      live.awaitCommitted();

      assertThat(live.rejects()).isEmpty();
      assertThat(Conservation.shown(TOPICS.applicationId(), "accepted")).isEqualTo(published);
      assertThat(live.read(TOPICS.sightings()))
          .allMatch(r -> r.timestampType() == TimestampType.LOG_APPEND_TIME)
          .extracting(ConsumerRecord::timestamp)
          .allSatisfy(at -> assertThat(at).isBetween(from, System.currentTimeMillis()));
      await().atMost(SOON).until(() -> !live.alerts().isEmpty());
      assertThat(live.alerts())
          .allSatisfy(alert -> assertThat(alert.getTitle()).startsWith("SHIP-A and SHIP-B met"));
      Conservation.assertShown(TOPICS.applicationId(), TOPICS.inputPartitions());
      assertThat(Conservation.failedThreads(TOPICS.applicationId())).isZero();
    }
  }

  /** By a producer that takes this for the time. */
  private void publish(LiveSystem live, VesselSighting s, Instant clock) {
    byte[] key = s.getVesselKey().getBytes(UTF_8);
    live.publish(
        new ProducerRecord<>(
            TOPICS.sightings().name(), null, clock.toEpochMilli(), key, live.bytes(s)));
    published++;
  }

  private static void heartbeat(LiveSystem live, Instant clock) {
    List<Header> header = List.of(new RecordHeader(Heartbeats.HEARTBEAT, new byte[] {'1'}));
    for (int p = 0; p < TOPICS.inputPartitions(); p++) {
      live.publish(
          new ProducerRecord<>(
              TOPICS.sightings().name(), p, clock.toEpochMilli(), null, null, header));
    }
  }
}
