package org.stswatch.dark;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;

/**
 * One way in which two ships may have met out of sight, measured as {@link DarkStep} judges it, be
 * it a meeting or not.
 */
public sealed interface Possibility {
  /** More meetings that were as possible say nothing of any of them. */
  int MOST_POSSIBLE = Few.MOST_POSSIBLE;

  /** Two silences begin so near in time at most, s. */
  int WITHIN_S = Both.WITHIN_S;

  /** Two ships were last heard nearer than this, metres; or neither can have gone far. */
  double APART_M = Both.APART_M;

  /** The silences that it takes, by vessel. */
  List<Gap> silences();

  /** Whether they count: they are over, no receiver had stopped, and there was time for a stay. */
  boolean hides();

  /** How much of the one lies in the other, s; 0 where nothing does. */
  long commonS();

  /** For how long both could have been there at once, at 14 kn, s; 0 where at no time. */
  long togetherS();

  /** What was as possible in the same waters, this one included; null where it was not. */
  @Nullable Integer possible();

  /** Whether it is a meeting out of sight. */
  default boolean isMeeting() {
    Integer possible = possible();
    return possible != null && possible <= MOST_POSSIBLE;
  }

  /**
   * One was silent, the other one lay slow.
   *
   * @param vessel key of the one that lay slow, or should have
   * @param stop where she lay; of several the one that the silent one could have joined for longest
   */
  record AtStop(
      Gap silence,
      String vessel,
      boolean hides,
      @Nullable Stop stop,
      long commonS,
      long togetherS,
      @Nullable Integer possible)
      implements Possibility {
    @Override
    public List<Gap> silences() {
      return List.of(silence);
    }
  }

  /**
   * Both were silent.
   *
   * @param beganApartS between the starts of the two silences, s
   * @param lastApartM between the last fixes before them, metres
   * @param near whether that is near enough for how far they can have gone
   */
  record OfTwo(
      Gap first,
      Gap other,
      boolean hides,
      long beganApartS,
      int lastApartM,
      boolean near,
      long commonS,
      long togetherS,
      @Nullable Integer possible)
      implements Possibility {
    @Override
    public List<Gap> silences() {
      return List.of(first, other);
    }
  }
}
