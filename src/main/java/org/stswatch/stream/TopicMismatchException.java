package org.stswatch.stream;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Existing topics are not as they have to be. The message names topic, setting, what was found and
 * what is wanted, a line each, then how to put it right.
 */
public final class TopicMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<TopicProblem> problems;

  private TopicMismatchException(List<TopicProblem> problems) {
    super(
        "topics are not as they must be (they are never changed here):\n  "
            + problems.stream().map(TopicProblem::toString).collect(Collectors.joining("\n  "))
            + "\nto put it right:\n  "
            + problems.stream()
                .map(TopicProblem::fix)
                .distinct()
                .collect(Collectors.joining("\n  ")));
    this.problems = List.copyOf(problems);
  }

  static void throwIfAny(List<TopicProblem> problems) {
    if (!problems.isEmpty()) {
      throw new TopicMismatchException(problems);
    }
  }

  /** Everything that is wrong. */
  public List<TopicProblem> problems() {
    return problems;
  }
}
