package org.stswatch.source;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The clock of a replay from files: what {@code receivedAt} would have been. A first pass collects
 * {@code observedAt} of all sightings in input order, over all files in sequence; what lies apart
 * from its 0.1 % and 99.9 % quantiles is extreme. In the second pass {@code receivedAt} is the
 * running maximum of the rest. Not thread-safe.
 */
public final class ReplayClock {
  /** A property of the set, not of its order: one bad date in 1000 at each end moves nothing. */
  private static final int QUANTILE_OF = 1000;

  /** The clocks of two feeds differ by a day at most (time zones). */
  private static final Duration MARGIN = Duration.ofHours(24);

  // Outside of these the gate rejects whatever the set says (2000-01-01 to 2100-01-01, UTC).
  private static final long EARLIEST_MS = 946_684_800_000L;
  private static final long LATEST_MS = 4_102_444_800_000L;

  private final long lowestMs;
  private final long highestMs;
  private final long latenessMs;
  private final long firstMs;
  private long nowMs;

  private ReplayClock(long[] observed, int count) {
    long[] sorted = LongStream.of(observed).limit(count).filter(ReplayClock::dated).toArray();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    Ends ends = sorted.length < QUANTILE_OF ? ofFew(sorted) : ofMany(sorted);
    lowestMs = last < 0 ? EARLIEST_MS : sorted[ends.first] - MARGIN.toMillis();
    highestMs = last < 0 ? LATEST_MS : sorted[ends.last] + MARGIN.toMillis();
    long now = Long.MIN_VALUE;
    long first = 0;
    long late = 0;
    for (int i = 0; i < count; i++) {
      if (!extreme(observed[i])) {
        first = now == Long.MIN_VALUE ? observed[i] : first;
        now = Math.max(now, observed[i]);
        late = Math.max(late, now - observed[i]);
      }
    }
    firstMs = first;
    latenessMs = late;
    nowMs = first;
  }

  /** Which of the sorted times are the first and the last to be believed. */
  private record Ends(int first, int last) {}

  /**
   * In a set too small for the quantile to leave anything out, one time alone is extreme when it
   * lies farther off than all the others span: a bad date, not a sparse track.
   */
  private static Ends ofFew(long[] sorted) {
    int last = sorted.length - 1;
    if (last < 2) {
      return new Ends(0, last);
    }
    int first = alone(sorted[1] - sorted[0], sorted[last] - sorted[1]) ? 1 : 0;
    long before = sorted[last - 1] - sorted[first];
    return new Ends(first, alone(sorted[last] - sorted[last - 1], before) ? last - 1 : last);
  }

  private static boolean alone(long gapMs, long spanOfOthersMs) {
    return gapMs > Math.max(MARGIN.toMillis(), spanOfOthersMs);
  }

  /**
   * From the quantiles outwards as long as the next time is near, so that a thin beginning is no
   * bad date. In a dense recording near is 24 h; in one that is silent for longer it is the longest
   * silence between the quantiles (docs/decisions/0019).
   */
  private static Ends ofMany(long[] sorted) {
    int first = sorted.length / QUANTILE_OF;
    int last = sorted.length - 1 - first;
    long near = MARGIN.toMillis();
    for (int i = first; i < last; i++) {
      near = Math.max(near, sorted[i + 1] - sorted[i]);
    }
    while (first > 0 && sorted[first] - sorted[first - 1] <= near) {
      first--;
    }
    while (last < sorted.length - 1 && sorted[last + 1] - sorted[last] <= near) {
      last++;
    }
    return new Ends(first, last);
  }

  /** The clock of these times of observation (ms since 1970, in input order). */
  public static ReplayClock over(LongStream observedAtMs) {
    Builder builder = new Builder();
    observedAtMs.forEachOrdered(builder::add);
    return builder.build();
  }

  /** Whether this time lies too far outside the set to be believed. */
  public boolean extreme(long observedAtMs) {
    return observedAtMs < lowestMs || observedAtMs > highestMs || !dated(observedAtMs);
  }

  /**
   * The time of receipt of the next sighting, ms since 1970.
   *
   * @throws IllegalArgumentException for an extreme time, which must not move the clock
   */
  public long receive(long observedAtMs) {
    if (extreme(observedAtMs)) {
      throw new IllegalArgumentException("extreme: " + observedAtMs);
    }
    nowMs = Math.max(nowMs, observedAtMs);
    return nowMs;
  }

  /** The time of receipt of what comes now beside the sightings, ms since 1970. */
  public long now() {
    return nowMs;
  }

  /** Back to the start, for another second pass. */
  public void rewind() {
    nowMs = firstMs;
  }

  /** How long after its observation the latest sighting came. */
  public Duration lateness() {
    return Duration.ofMillis(latenessMs);
  }

  /** How far apart two times can lie that are not extreme. */
  Duration span() {
    return Duration.ofMillis(highestMs - lowestMs);
  }

  private static boolean dated(long ms) {
    return ms >= EARLIEST_MS && ms < LATEST_MS;
  }

  /** Collects the times of the first pass. */
  public static final class Builder {
    private long[] observed = new long[1024];
    private int count;

    /** Adds the time of the next sighting, ms since 1970. */
    public void add(long observedAtMs) {
      if (count == observed.length) {
        observed = Arrays.copyOf(observed, Math.addExact(count, count));
      }
      observed[count++] = observedAtMs;
    }

    /** The clock at its start. */
    public ReplayClock build() {
      return new ReplayClock(observed, count);
    }
  }
}
