package org.stswatch.encounter;

import org.jspecify.annotations.Nullable;

/** Finds the nearest port of the reference pack. */
@FunctionalInterface
public interface NearestPort {
  /** No ports are known. */
  NearestPort NONE = (lat, lon) -> null;

  /** The nearest port, if any is known. */
  @Nullable Found to(double lat, double lon);

  /**
   * A port and how far it is.
   *
   * @param distanceM metres
   */
  record Found(String name, int distanceM) {}
}
