package org.stswatch.stream;

import java.time.Duration;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the pipeline as a pure function of one key's state. It knows neither Kafka nor a
 * clock: {@link StepProcessor} keeps the state, the watermark and the due index, and calls it.
 *
 * <p>The same set of events gives the same state, in any order within the lateness. What a step
 * concludes when it is due may depend on nothing beyond that time: waking at w1 and then at w2
 * equals waking at w2.
 *
 * @param <S> what is remembered of a key; absent means nothing
 */
public interface Step<S> {
  /** Name of the stage, its node and its store. */
  String name();

  /** How the state is laid out in the store. */
  StateLayout<S> layout();

  /** How far this step looks ahead of its watermark: it passes on watermarks less this. */
  Duration holdBack();

  /** Event time by which an event is held against the watermark, ms since 1970. */
  long timeMs(SpecificRecord event);

  /** An event of this key. */
  Result<S> on(String key, @Nullable S state, SpecificRecord event, Side side, long watermarkMs);

  /** The watermark has reached the time for which this key asked. */
  Result<S> due(String key, S state, Side side, long watermarkMs);

  /**
   * Side inputs in which this key is interested have changed. Called for the first of them at once,
   * for what comes after it together, at the next watermark or event.
   */
  default Result<S> revise(String key, S state, Side side, long watermarkMs) {
    return new Result<>(state);
  }

  /** The side inputs on which this state depends. */
  default Set<String> interests(S state) {
    return Set.of();
  }

  /**
   * Where this event stands among the side inputs, if it is one; none for an event of its key. It
   * may be looked for under several topics.
   *
   * @param receivedMs when it was received, ms since 1970
   */
  default Set<SideEntry> sideEntries(SpecificRecord event, long receivedMs) {
    return Set.of();
  }

  /**
   * A side input's place: entries of one topic stand side by side, in the order of their ids.
   *
   * @param stays of two entries for one place, the one there and the one that comes, which stays
   */
  record SideEntry(String topic, String id, BinaryOperator<SpecificRecord> stays) {
    private static final BinaryOperator<SpecificRecord> THE_LAST_TO_COME = (held, come) -> come;

    /** A place at which the last to come stays. */
    public SideEntry(String topic, String id) {
      this(topic, id, THE_LAST_TO_COME);
    }

    /** Whether the entry there stays when another one comes. */
    public boolean isKept(SpecificRecord held, SpecificRecord come) {
      return stays.apply(held, come) == held;
    }
  }
}
