package org.stswatch.support;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.InternalSerde;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step;

/** A step with the state of one key, woken when it asks for it: what a processor does, no more. */
public final class OneKey<S> {
  private final Step<S> step;
  private final String key;
  private final Side side;
  private final List<Result.Emit> emits = new ArrayList<>();
  private @Nullable S state;
  private long dueMs = Result.NEVER;
  private long reachedMs = Long.MIN_VALUE;

  public OneKey(Step<S> step, String key, Side side) {
    this.step = step;
    this.key = key;
    this.side = side;
  }

  public void on(SpecificRecord event) {
    keep(step.on(key, state, event, side, reachedMs));
  }

  /** A side input has changed. */
  public void revise() {
    if (state != null) {
      keep(step.revise(key, state, side, reachedMs));
    }
  }

  public void wake(long watermarkMs) {
    reachedMs = watermarkMs;
    while (state != null && dueMs <= watermarkMs) {
      keep(step.due(key, state, side, watermarkMs));
    }
  }

  private void keep(Result<S> result) {
    state = result.state();
    dueMs = state == null ? Result.NEVER : result.dueMs();
    emits.addAll(result.emits());
  }

  /** Goes on from what is stored. */
  public void restart() {
    if (state != null) {
      state = step.layout().join(key, step.layout().split(state));
    }
  }

  public @Nullable S state() {
    return state;
  }

  /** When it wants to be woken. */
  public long dueMs() {
    return dueMs;
  }

  /** All that was emitted, in order. */
  public List<Result.Emit> emits() {
    return emits;
  }

  /** The bytes that the store would hold, hex, by part; none without a state. */
  public Map<Long, String> stored() {
    Map<Long, String> stored = new TreeMap<>();
    if (state != null) {
      step.layout()
          .split(state)
          .forEach(
              (n, part) ->
                  stored.put(
                      n,
                      HexFormat.of()
                          .formatHex(InternalSerde.any().serializer().serialize("", part))));
    }
    return stored;
  }
}
