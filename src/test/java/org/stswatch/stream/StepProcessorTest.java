package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stswatch.event.state.CellState;
import org.stswatch.event.state.RunEnd;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.Tick;

/** A step behind two upstream partitions: when it is woken, and what it passes on. */
class StepProcessorTest {
  private static final int AT_S = 1_500_000_000;
  private static final long AT_MS = AT_S * 1000L;
  private static final long HOLD_BACK_MS = 600_000;

  private final TopologyTestDriver driver = new TopologyTestDriver(topology(), new Properties());
  private final TestInputTopic<String, SpecificRecord> in =
      driver.createInputTopic("in", new StringSerializer(), InternalSerde.any().serializer());
  private final TestOutputTopic<String, SpecificRecord> out =
      driver.createOutputTopic("out", new StringDeserializer(), InternalSerde.any().deserializer());

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void nothingIsDueUntilEachUpstreamPartitionHasSpoken() {
    in.pipeInput("key", sample(AT_S));
    tick(0, AT_MS);
    assertThat(out.isEmpty()).isTrue();
    tick(1, AT_MS);
    assertThat(out.readValue()).isEqualTo(sample(AT_S));
  }

  @Test
  void theLowestOfThePartitionsCounts() {
    in.pipeInput("key", sample(AT_S));
    tick(0, AT_MS + 5_000_000);
    tick(1, AT_MS - 1);
    assertThat(out.readValuesToList()).noneMatch(Sample.class::isInstance);
  }

  @Test
  void whatIsDueGoesBeforeTheWatermarkThatMadeItSo() {
    in.pipeInput("b", sample(AT_S + 1));
    in.pipeInput("a", sample(AT_S));
    tick(0, AT_MS + 60_000);
    tick(1, AT_MS + 60_000);
    assertThat(out.readValuesToList())
        .containsExactly(sample(AT_S), sample(AT_S + 1), passedOn(AT_MS + 60_000 - HOLD_BACK_MS));
  }

  @Test
  void aWatermarkThatFallsOrStandsSaysNothing() {
    tick(0, AT_MS);
    tick(1, AT_MS);
    out.readValuesToList();
    tick(1, AT_MS);
    tick(1, AT_MS - 60_000);
    tick(0, AT_MS + 60_000);
    assertThat(out.isEmpty()).isTrue();
  }

  @Test
  void watermarksTravelInWholeTickSteps() {
    tick(0, AT_MS + 59_999);
    tick(1, AT_MS + 59_999);
    assertThat(out.readValue()).isEqualTo(passedOn(AT_MS - HOLD_BACK_MS));
  }

  @Test
  void theEndPassesWithoutHoldBackAndTheCountsFollow() {
    in.pipeInput("key", sample(AT_S));
    tick(0, Watermarks.END);
    tick(1, Watermarks.END);
    List<SpecificRecord> all = out.readValuesToList();
    assertThat(all.subList(0, 2)).containsExactly(sample(AT_S), passedOn(Watermarks.END));
    RunEnd end = (RunEnd) all.get(2);
    assertThat(end.getCounts()).containsEntry("events", 1L).containsEntry("behindWatermark", 0L);
    assertThat(all).hasSize(3);
  }

  @Test
  void whatComesBehindTheWatermarkIsCounted() {
    tick(0, AT_MS);
    tick(1, AT_MS);
    in.pipeInput("key", sample(AT_S));
    in.pipeInput("key", sample(AT_S + 1));
    tick(0, Watermarks.END);
    tick(1, Watermarks.END);
    List<SpecificRecord> all = out.readValuesToList();
    RunEnd end = (RunEnd) all.get(all.size() - 1);
    assertThat(end.getCounts()).containsEntry("behindWatermark", 1L);
  }

  /** Stream time plays no part: a punctuator on it would never return (CVE-2026-111496). */
  @Test
  void anAbsurdRecordTimeWakesNobody() {
    in.pipeInput("other", sample(AT_S + 3600), Long.MAX_VALUE - 1);
    in.pipeInput("key", sample(AT_S), AT_MS);
    assertThat(out.isEmpty()).isTrue();
    tick(0, AT_MS);
    tick(1, AT_MS);
    assertThat(out.readValuesToList())
        .containsExactly(sample(AT_S), passedOn(AT_MS - HOLD_BACK_MS));
  }

  @Test
  void theFirstSideInputRevisesAtOnceAndWhatFollowsWaitsForTheNextWatermark() {
    in.pipeInput("key", sample(AT_S + 7200));
    tick(0, AT_MS);
    tick(1, AT_MS);
    out.readValuesToList();
    for (int n = 1; n <= 3; n++) {
      in.pipeInput("key", side(n));
    }
    assertThat(out.readValuesToList()).containsExactly(sample(1));
    tick(0, AT_MS + 60_000);
    tick(1, AT_MS + 60_000);
    assertThat(out.readValuesToList())
        .containsExactly(sample(3), passedOn(AT_MS + 60_000 - HOLD_BACK_MS));
  }

  @Test
  void anEventFindsItsSideInputsLookedAt() {
    in.pipeInput("key", sample(AT_S + 7200));
    in.pipeInput("key", side(1));
    in.pipeInput("key", side(2));
    assertThat(out.readValuesToList()).containsExactly(sample(1));
    in.pipeInput("key", sample(AT_S + 7200));
    assertThat(out.readValuesToList()).containsExactly(sample(2));
  }

  @Test
  void anotherNumberOfUpstreamPartitionsIsAnotherRun() {
    assertThatThrownBy(() -> in.pipeInput("tick", new Tick("in", 0, 3, AT_MS)))
        .hasRootCauseMessage(
            "edge in speaks with 3 partitions, expected 2: another number of partitions is a new"
                + " run");
  }

  private void tick(int partition, long watermarkMs) {
    in.pipeInput("tick", new Tick("in", partition, 2, watermarkMs));
  }

  private static Tick passedOn(long watermarkMs) {
    return new Tick("out", 0, 1, watermarkMs);
  }

  static Sample sample(int timeS) {
    return new Sample("538000001", 1, timeS, false, 40_000_000, 135_000_000, false, 0, 0, 7L);
  }

  private static Sample side(int n) {
    return Sample.newBuilder(sample(n)).setRemoved(true).build();
  }

  private static org.apache.kafka.streams.Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    Pipeline pipeline = new Pipeline(builder, false);
    var in = builder.stream("in", Consumed.with(Serdes.String(), InternalSerde.any()));
    Stage stage = new Stage(1, Map.of("in", 2), List.of("out"), 60_000);
    pipeline
        .step(in, new Keeper(), stage, true)
        .to("out", Produced.with(Serdes.String(), InternalSerde.any()));
    return pipeline.build();
  }

  /** Keeps samples until their time has come; tells how many side inputs there are when revised. */
  private static final class Keeper implements Step<CellState> {
    @Override
    public String name() {
      return "keeper";
    }

    @Override
    public StateLayout<CellState> layout() {
      return StateLayout.single(CellState.class);
    }

    @Override
    public Duration holdBack() {
      return Duration.ofMillis(HOLD_BACK_MS);
    }

    @Override
    public long timeMs(SpecificRecord event) {
      return ((Sample) event).getTimeS() * 1000L;
    }

    @Override
    public Result<CellState> on(
        String key, @Nullable CellState state, SpecificRecord event, Side side, long watermarkMs) {
      List<Sample> kept = new ArrayList<>(state == null ? List.of() : state.getSamples());
      kept.add((Sample) event);
      return new Result<>(new CellState(kept), List.of(), timeMs(event));
    }

    @Override
    public Set<SideEntry> sideEntries(SpecificRecord event, long receivedMs) {
      Sample s = (Sample) event;
      return s.getRemoved() ? Set.of(new SideEntry("side", "" + s.getTimeS())) : Set.of();
    }

    @Override
    public Set<String> interests(CellState state) {
      return Set.of("side");
    }

    @Override
    public Result<CellState> revise(String key, CellState state, Side side, long watermarkMs) {
      Sample seen = sample(side.entries("side").size());
      long dueMs = timeMs(state.getSamples().get(0));
      return new Result<>(state, List.of(new Result.Emit(key, seen)), dueMs);
    }

    @Override
    public Result<CellState> due(String key, CellState state, Side side, long watermarkMs) {
      List<Result.Emit> emits =
          state.getSamples().stream().map(s -> new Result.Emit(key, s)).toList();
      return new Result<>(null, emits, Result.NEVER);
    }
  }
}
