package org.stswatch.simulation;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Seeds at which a rule of the protocol that is left out shows. */
final class Controls {
  static final long[] HOLD_BACK = {6};
  static final long[] WRITER = {30};
  static final long[] WATERMARKS = {1};

  private Controls() {}

  static LongStream all() {
    return Arrays.stream(new long[][] {HOLD_BACK, WRITER, WATERMARKS}).flatMapToLong(Arrays::stream);
  }
}
