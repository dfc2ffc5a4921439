package org.stswatch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stswatch.event.Alert;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselSighting;
import org.stswatch.support.Lab;
import org.stswatch.support.Sightings;

/**
 * Ten thousand good records in perfect order, and one of a clock that is wrong after the first
 * thousand, through the whole topology. In Kafka's own words the first three rows below cost 8,999
 * of them, 1,399 of them, and the thread (experiments E2, E2b and E1 before this program).
 */
class OneBadClockTest {
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
  private static final int GOOD = 10_000;
  private static final int BEFORE = 1_000;
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** An endless loop has to fail. */
  private static final Duration HANG = Duration.ofMinutes(4);

  private static final String CALLED_WITHOUT_END = "called without end";

  private static List<Alert> withoutIt = List.of();

  @BeforeAll
  static void nothingIsWrong() {
    try (Lab lab = lab()) {
      publish(lab, 0, GOOD);
      withoutIt = lab.alerts();
    }
  }

  private static Lab lab() {
    Settings settings = Settings.ofProfile("gfw", Map.of("alert.scope", "world"));
    return new Lab(settings, settings.liveTime());
  }

  /**
   * Live, where the broker sets the time of receipt; the last two are of a broker whose own clock
   * goes wrong.
   */
  @ParameterizedTest
  @CsvSource({
    "2099-01-01T00:00:00Z, , FUTURE",
    "2024-03-01T01:32:20Z, , FUTURE", // 59 min ahead
    ", 9223372036854775806, EXTREME",
    "2024-03-01T00:00:00Z, 1709251200000, CLOCK", // half an hour back
  })
  void oneBadClockCostsItsOwnRecordAndNoOther(
      String observedAt, Long receivedMs, RejectReason reason) {
    assertTimeoutPreemptively(
        HANG,
        () -> {
          try (Lab lab = lab()) {
            publish(lab, 0, BEFORE);
            Instant now = at(BEFORE - 1);
            lab.sight(
                Sightings.at("BAD", observedAt == null ? now : Instant.parse(observedAt), 30, 150),
                receivedMs == null ? now.toEpochMilli() : receivedMs);
            publish(lab, BEFORE, GOOD);

            assertThat(lab.rejects())
                .singleElement()
                .satisfies(r -> assertThat(r.getReason()).isEqualTo(reason))
                .extracting(Reject::getRejectedKey)
                .isEqualTo("BAD");
            assertThat(lab.shown("accepted")).isEqualTo(GOOD);
            assertThat(lab.shown("rejected")).isEqualTo(1);
            assertThat(lab.shown("behindWatermark")).isZero();
            assertThat(lab.alerts()).isNotEmpty().isEqualTo(withoutIt);
          }
        });
  }

  /** What the rule against stream time in the architecture is for: the version that is pinned. */
  @Test
  void aPunctuatorOnStreamTimeOfThePinnedKafkaWouldNeverReturn() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("in", Consumed.with(Serdes.String(), Serdes.String())).process(Woken::new);
    try (TopologyTestDriver driver = new TopologyTestDriver(builder.build(), new Properties())) {
      var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
      in.pipeInput("key", "now", START.toEpochMilli());
      assertThatThrownBy(() -> in.pipeInput("key", "end of time", Long.MAX_VALUE - 1))
          .hasStackTraceContaining(CALLED_WITHOUT_END);
    }
  }

  /** Asks to be woken each minute of stream time, and loses its patience after a million calls. */
  private static final class Woken implements Processor<String, String, Void, Void> {
    private static final int PATIENCE = 1_000_000;
    private int calls;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      context.schedule(
          Duration.ofMinutes(1),
          PunctuationType.STREAM_TIME,
          now -> {
            if (++calls > PATIENCE) {
              throw new IllegalStateException(CALLED_WITHOUT_END);
            }
          });
    }

    @Override
    public void process(Record<String, String> record) {}
  }

  /** Two ships side by side and others that pass; each is received when it is observed. */
  private static void publish(Lab lab, int from, int to) {
    for (int i = from; i < to; i++) {
      VesselSighting s = Sightings.at("SHIP-" + i % 20, at(i), 30 + lat(i % 20), 150);
      lab.sight(s, at(i).toEpochMilli());
    }
  }

  private static double lat(int ship) {
    return ship < 2 ? ship * 0.0005 : ship;
  }

  private static Instant at(int i) {
    return START.plus(EVERY.multipliedBy(i));
  }
}
