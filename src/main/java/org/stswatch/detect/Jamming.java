package org.stswatch.detect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Evidence;

/**
 * Many ships whose positions jump in one place at one time: the satellites' signals are jammed or
 * false there, which is no act of the ship that is judged. It speaks against what its positions, or
 * their absence, seem to say, and bounds that at INFO.
 *
 * <p>Missed: jamming where fewer ships are heard. Taken wrongly: five keys whose positions somebody
 * falsifies, to excuse a sixth.
 */
final class Jamming {
  /**
   * So many others within 50 km in three hours: own choice. One that jumps has a bad set, two may
   * share a number; five at once share only the sky.
   */
  static final int SHIPS = 5;

  private Jamming() {}

  /** What so many ships that jumped say; nothing where they are few, or were not counted. */
  static Optional<Evidence> of(@Nullable Integer jumpers) {
    return jumpers == null || jumpers < SHIPS
        ? Optional.empty()
        : Optional.of(
            Code.JAMMING.speaksAgainst(
                (double) jumpers,
                (double) SHIPS,
                -1.0,
                jumpers
                    + " others jumped within 50 km in these hours, as where signals are jammed."));
  }
}
