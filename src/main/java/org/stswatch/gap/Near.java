package org.stswatch.gap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.Detection;

/**
 * Something that was seen near a ship, measured as {@link Pass} judges it, be it beside her or not.
 *
 * @param lateS between being seen and received, s
 * @param counts whether it is the version published last, and among the nearest of its pass
 * @param slowestS for how long she lay slow at most around that time, s
 * @param offS how far it was from a time in which she lay slow for long enough, s; null without any
 * @param apartM from where she lay then, or nearest to then; or from where she was, metres
 * @param answers ships on AIS that may be what was seen in that pass
 * @param beside whether it is a fact that it was seen beside her
 */
public record Near(
    Detection seen,
    long lateS,
    boolean counts,
    int slowestS,
    @Nullable Integer offS,
    int apartM,
    List<Answer> answers,
    boolean beside) {
  /** Received after being seen at most, s. */
  public static final long LATEST_S = Lookout.LATEST.toSeconds();

  /** Beside a ship is what is so far off at most, and its error, metres. */
  public static final int BESIDE_M = Pass.BESIDE_M;

  /** Shorter craft say nothing, metres. */
  public static final double LEAST_LENGTH_M = Pass.LEAST_LENGTH_M;

  /** She has to lie slow for so long, s. */
  public static final int SLOW_S = Wake.SLOW_S;

  /** Slow is below, knots. */
  public static final double SLOW_KN = Wake.SLOW_KN;

  /** And to be seen so long before or after at most, s. */
  public static final int AROUND_S = Wake.AROUND_S;

  /** A ship may be what was seen so far off her way at most, and its error, metres. */
  public static final int ANSWERS_M = Wake.ANSWERS_M;

  /** More possible answers say nothing of any. */
  public static final int MOST_ANSWERS = Pass.MOST_ANSWERS;

  public Near {
    answers = List.copyOf(answers);
  }
}
