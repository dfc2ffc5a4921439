package org.stswatch.stream;

import java.util.List;

/** Existing topics are not as they have to be; each line names topic, setting, found and wanted. */
public final class TopicMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  TopicMismatchException(List<String> problems) {
    super(
        "topics are not as they must be (they are never changed here):\n  "
            + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line for each setting that is wrong. */
  public List<String> problems() {
    return problems;
  }
}
