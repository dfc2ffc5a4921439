package org.stswatch.stream;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Draws one of several, each as often as it is fast. */
final class Lot {
  private static final double[] SPEEDS = {1, 1, 1, 0.02, 0.2, 10};

  private Lot() {}

  /** Some fall far behind. */
  static double speed(Random random) {
    return SPEEDS[random.nextInt(SPEEDS.length)];
  }

  static <T> T draw(List<T> of, ToDoubleFunction<T> speed, Random random) {
    double at = random.nextDouble() * of.stream().mapToDouble(speed).sum();
    for (T one : of) {
      at -= speed.applyAsDouble(one);
      if (at < 0) {
        return one;
      }
    }
    return of.get(of.size() - 1);
  }
}
