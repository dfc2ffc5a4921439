package org.stswatch.gap;

import java.util.List;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Silence;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Waters;
import org.stswatch.stream.Result.Emit;

/**
 * A gap that is over goes to all waters that its ship could have reached, unless it tells of a
 * receiver that stopped.
 *
 * <p>One that goes on does not: where the ship is heard next bounds where it may have been, and
 * without that its reach is a disc that grows without end and holds every ship that waits anywhere.
 * It is an alert of its own meanwhile.
 */
public final class Silences {
  private Silences() {}

  static List<Emit> of(Gap gap) {
    return mayHide(gap)
        ? Reach.of(gap).stream()
            .flatMap(reach -> Waters.of(reach).stream())
            .map(waters -> new Emit(waters, new Silence(gap)))
            .toList()
        : List.of();
  }

  /** Whether the ship was silent, and not those who hear it. */
  public static boolean mayHide(Gap gap) {
    return switch (gap.getReception()) {
      case VOID, UNKNOWN -> false;
      case HEARD, NO_BASELINE, UNSCORED, OUT_OF_COVERAGE -> true;
    };
  }
}
