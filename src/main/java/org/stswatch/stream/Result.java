package org.stswatch.stream;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a step returns.
 *
 * @param state what is remembered from now on; null for nothing
 * @param emits messages for the next stages and the public topics, in order
 * @param dueMs event time at which the step wants to be woken for this key; {@link #NEVER} for not
 * @param verdict how an input counts, where this step is the one to say so
 */
public record Result<S>(
    @Nullable S state, List<Emit> emits, long dueMs, @Nullable Verdict verdict) {
  /** No wake-up. */
  public static final long NEVER = Long.MAX_VALUE;

  /** A message for a key. */
  public record Emit(String key, SpecificRecord value) {}

  /**
   * How an input counts.
   *
   * @param accepted accepted or a duplicate
   * @param contentId what makes it the same input again; sums up to the hash of the accepted set
   */
  public record Verdict(boolean accepted, String contentId) {
    /** The same input again, of which no hash is made. */
    public static final Verdict DUPLICATE = new Verdict(false, "");
  }

  public Result(@Nullable S state) {
    this(state, List.of(), NEVER, null);
  }

  public Result(@Nullable S state, List<Emit> emits, long dueMs) {
    this(state, emits, dueMs, null);
  }
}
