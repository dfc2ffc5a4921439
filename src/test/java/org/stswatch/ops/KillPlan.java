package org.stswatch.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which instance is killed, and when: drawn from a seed, so that a failure can be sought again.
 *
 * @param kills in sequence
 */
record KillPlan(List<Kill> kills) {
  /** The longest commit interval and some more: a kill hits any point of a transaction. */
  private static final int LATEST_MS = 1_300;

  /** Up to this much further on than it must be, as part of the whole. */
  private static final double SPREAD = 0.03;

  KillPlan {
    kills = List.copyOf(kills);
  }

  /** What becomes of the instance. */
  enum Aftermath {
    /** Started again at once, on the same state folder. */
    RESTARTED,
    /** Started again at once, on an empty state folder. */
    WIPED,
    /** Gone until the other instance has taken over. */
    ABSENT,
    /** Both instances are killed and started again at once. */
    BOTH
  }

  /**
   * One kill.
   *
   * @param afterProgress how much more of the input must have been committed since the last, 0 to 1
   * @param delay further on, so that it hits any point of a transaction
   */
  record Kill(int victim, double afterProgress, Duration delay, Aftermath aftermath) {}

  /**
   * Draws a plan in which every aftermath comes in turn.
   *
   * @param leastProgress between two kills, 0 to 1
   */
  static KillPlan of(int kills, int instances, double leastProgress, long seed) {
    Random random = new Random(seed);
    List<Aftermath> turn = new ArrayList<>();
    List<Kill> all = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      if (turn.isEmpty()) {
        turn.addAll(List.of(Aftermath.values()));
        turn.add(Aftermath.RESTARTED); // the most frequent in life
        Collections.shuffle(turn, random);
      }
      all.add(
          new Kill(
              random.nextInt(instances),
              leastProgress + random.nextDouble() * SPREAD,
              Duration.ofMillis(random.nextInt(LATEST_MS)),
              turn.remove(0)));
    }
    return new KillPlan(all);
  }
}
