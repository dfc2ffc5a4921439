package org.stswatch.detect;

import java.util.List;
import java.util.Optional;

/**
 * One detector: one opinion, with what speaks for and against it. Pure: the case is all it sees.
 */
public interface Detector {

  /** Stable name, as in an alert's signals. */
  String name();

  /** Type of its findings. */
  String type();

  /** One sentence: what it finds. */
  String summary();

  /** What it misses, and what it takes wrongly, one sentence each. */
  List<String> misses();

  /** Where the definition comes from. */
  List<String> sources();

  /** Its opinion of a meeting, or nothing where that is none of its kind. */
  default Optional<Finding> judge(Case c) {
    return Optional.empty();
  }

  /** Its opinion of a meeting that nobody saw, or nothing where that is none of its kind. */
  default Optional<Finding> judge(DarkCase c) {
    return Optional.empty();
  }

  /** Its opinion of a chain of meetings, or nothing where that is none of its kind. */
  default Optional<Finding> judge(Chain c) {
    return Optional.empty();
  }

  /** Its opinion of the traffic at a port, or nothing where that is none of its kind. */
  default Optional<Finding> judge(Traffic traffic) {
    return Optional.empty();
  }

  /** Its opinion of several encounters, or nothing where that is none of its kind. */
  default Optional<Finding> judge(Series series) {
    return Optional.empty();
  }

  /** Its opinion of what one ship did, or nothing where that is none of its kind. */
  default Optional<Finding> judge(VesselCase c) {
    return Optional.empty();
  }
}
