package org.stswatch.stream;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.TaskId;

/**
 * The tasks of a stream thread that have worked since they last wrote what a commit needs. All
 * tasks of a thread share one producer and so one transaction: each thread has its own list.
 *
 * <p>A task writes in {@code prepareCommit}, which hands over its input offsets too. Whoever still
 * stands here when the transaction is to be committed would have its results in it, and nothing
 * that says what they were made of.
 */
final class Underway {
  private static final ThreadLocal<Set<TaskId>> TASKS = ThreadLocal.withInitial(TreeSet::new);

  private Underway() {}

  static void add(TaskId task) {
    TASKS.get().add(task);
  }

  static void remove(TaskId task) {
    TASKS.get().remove(task);
  }

  /** Those of this thread. */
  static Set<TaskId> tasks() {
    return TASKS.get();
  }
}
