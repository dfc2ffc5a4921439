package org.stswatch.ops;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Contact;
import org.stswatch.stream.Pipeline;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.stream.Stage;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;

/** The topology with one rule of the protocol left out, to see that its tests notice. */
public final class BrokenPipeline extends Pipeline {
  /** What is left out. */
  public enum Rule {
    /** Every step passes its watermark on as it is, though it looks ahead. */
    HOLD_BACK,
    /** Nobody knows which cell wrote a contact, so one cell's removal takes away another's. */
    WRITER
  }

  private final Rule without;

  BrokenPipeline(Rule without) {
    super(new StreamsBuilder(), true);
    this.without = without;
  }

  @Override
  public <S> KStream<String, SpecificRecord> step(
      KStream<String, SpecificRecord> in, Step<S> step, Stage stage, boolean ownStore) {
    return super.step(in, broken(step, without), stage, ownStore);
  }

  /** A step with a rule left out. */
  public static <S> Step<S> broken(Step<S> step, Rule without) {
    return new Broken<>(step, without);
  }

  private record Broken<S>(Step<S> step, Rule without) implements Step<S> {
    @Override
    public Duration holdBack() {
      return without == Rule.HOLD_BACK ? Duration.ZERO : step.holdBack();
    }

    @Override
    public Result<S> on(
        String key, @Nullable S state, SpecificRecord event, Side side, long watermarkMs) {
      return broken(step.on(key, state, event, side, watermarkMs));
    }

    @Override
    public Result<S> due(String key, S state, Side side, long watermarkMs) {
      return broken(step.due(key, state, side, watermarkMs));
    }

    private Result<S> broken(Result<S> result) {
      if (without != Rule.WRITER) {
        return result;
      }
      List<Result.Emit> emits =
          result.emits().stream().map(e -> new Result.Emit(e.key(), untagged(e.value()))).toList();
      return new Result<>(result.state(), emits, result.dueMs(), result.verdict());
    }

    private static SpecificRecord untagged(SpecificRecord value) {
      return value instanceof Contact c ? Contact.newBuilder(c).setCell(0).build() : value;
    }

    @Override
    public String name() {
      return step.name();
    }

    @Override
    public StateLayout<S> layout() {
      return step.layout();
    }

    @Override
    public long timeMs(SpecificRecord event) {
      return step.timeMs(event);
    }

    @Override
    public Result<S> revise(String key, S state, Side side, long watermarkMs) {
      return step.revise(key, state, side, watermarkMs);
    }

    @Override
    public Set<String> interests(S state) {
      return step.interests(state);
    }

    @Override
    public Set<SideEntry> sideEntries(SpecificRecord event, long receivedMs) {
      return step.sideEntries(event, receivedMs);
    }
  }
}
