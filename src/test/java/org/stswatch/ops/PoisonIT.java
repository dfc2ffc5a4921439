package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stswatch.event.RejectReason.BAD_FRAME;
import static org.stswatch.event.RejectReason.CLOCK;
import static org.stswatch.event.RejectReason.EXTREME;
import static org.stswatch.event.RejectReason.FIELD_RANGE;
import static org.stswatch.event.RejectReason.LATE;
import static org.stswatch.event.RejectReason.MISPARTITIONED;
import static org.stswatch.event.RejectReason.OVERSIZE;
import static org.stswatch.event.RejectReason.UNKNOWN_SCHEMA;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.Reject;
import org.stswatch.ops.Poisoning.Expected;
import org.stswatch.source.Format;
import org.stswatch.source.Input;

/** A history as it was recorded, and the same with poison between its records. */
class PoisonIT {
  private static final int GOOD = 100_000;
  private static final int POISON = 1_000;

  @TempDir Path folder;

  @Test
  void aThousandPoisonRecordsOfTenKindsAmongAHundredThousandChangeNothing() throws IOException {
    try (EmbeddedCluster cluster = EmbeddedCluster.forThisProcess();
        Input input = Input.of(MatrixData.S1E5.file, Format.AUTO)) {
      ReplayFeed feed =
          ReplayFeed.survey(
              List.of(input), List.of(), ListedClaims.NONE, Window.ALL, new StopSignal(), n -> {});
      assertThat(feed.sightings()).isEqualTo(GOOD);
      RecordedReplay clean = new RecordedReplay(cluster, "clean", folder, feed.lateness());
      try (Publisher publisher = new Publisher(clean.connection(), clean.topics())) {
        feed.publish(publisher, Pace.MAX, n -> {});
      }
      RecordedReplay.Outcome plain = clean.outcome();
      assertThat(plain.results().rejects()).isEmpty();
      assertThat(plain.results().standingAlerts()).isNotEmpty();

      RecordedReplay spoilt = new RecordedReplay(cluster, "spoilt", folder, feed.lateness());
      Map<String, Expected> poison;
      try (Poisoning poisoning = new Poisoning(clean, spoilt)) {
        poison = poisoning.copyWithPoison(POISON);
      }
      RecordedReplay.Outcome outcome = spoilt.outcome();

      assertRejected(outcome, poison);
      assertGoodIsProcessed(outcome, plain, poison);
      assertThat(outcome.resultSha256()).isEqualTo(plain.resultSha256());
      assertThat(outcome.ends().acceptedSha256()).isEqualTo(plain.ends().acceptedSha256());
    }
  }

  /** Each once, with its bytes, its origin and its reason, and nothing else. */
  private static void assertRejected(RecordedReplay.Outcome outcome, Map<String, Expected> poison) {
    assertThat(poison).hasSize(POISON);
    List<Reject> rejects = outcome.results().rejects();
    assertThat(rejects).hasSize(POISON);
    Map<String, Expected> found = new HashMap<>();
    rejects.forEach(r -> found.put(r.getOrigin(), Expected.of(r)));
    assertThat(found).containsExactlyInAnyOrderEntriesOf(poison);
    assertThat(outcome.results().rejectsByReason())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                BAD_FRAME.name(), 400L, // no frame, cut short, of another schema, noise
                UNKNOWN_SCHEMA.name(), 100L,
                OVERSIZE.name(), 100L,
                EXTREME.name(), 100L,
                FIELD_RANGE.name(), 100L,
                MISPARTITIONED.name(), 100L,
                LATE.name(), 50L,
                CLOCK.name(), 50L));
  }

  /** Every good message is judged as without poison, in its own partition, by the same threads. */
  private static void assertGoodIsProcessed(
      RecordedReplay.Outcome outcome, RecordedReplay.Outcome plain, Map<String, Expected> poison) {
    for (RecordedReplay.Outcome one : List.of(plain, outcome)) {
      assertThat(one.failedThreads()).as("threads replaced").isZero();
      assertThat(one.dropped()).as("dropped by Kafka Streams").isZero();
      for (String stage : one.ends().stages()) {
        assertThat(one.ends().counts(stage)).as(stage).containsEntry("behindWatermark", 0L);
      }
    }
    assertThat(outcome.partitions()).hasSameSizeAs(plain.partitions());
    outcome
        .partitions()
        .forEach(
            (partition, counts) ->
                assertThat(counts)
                    .as("partition %d", partition)
                    .containsAllEntriesOf(
                        expected(
                            Objects.requireNonNull(plain.partitions().get(partition)),
                            poison.keySet().stream().filter(in(partition)).count())));
  }

  /** The counts that these and so many rejects make. */
  private static Map<String, Long> expected(Map<String, Long> plain, long bad) {
    long accepted = count(plain, "accepted");
    long duplicate = count(plain, "duplicate");
    assertThat(plain).containsEntry("in", accepted + duplicate);
    return Map.of("accepted", accepted, "duplicate", duplicate, "in", accepted + duplicate + bad);
  }

  private static Predicate<String> in(int partition) {
    return origin -> origin.contains("-" + partition + "@");
  }

  private static long count(Map<String, Long> counts, String name) {
    return Objects.requireNonNull(counts.get(name));
  }
}
