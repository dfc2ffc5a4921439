package org.stswatch.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;

/** Writes down what speaks for or against. */
final class Weighed {
  private Weighed() {}

  /** Evidence of this code; the unit is that of its value. */
  static Evidence evidence(
      Code code,
      Direction direction,
      @Nullable Double value,
      @Nullable Double threshold,
      double weight,
      String text) {
    return Evidence.newBuilder()
        .setCode(code.name())
        .setDirection(direction)
        .setValue(value)
        .setThreshold(threshold)
        .setUnit(value == null ? null : code.unit)
        .setWeight(weight)
        .setText(text)
        .setInputRefs(List.of())
        .build();
  }
}
