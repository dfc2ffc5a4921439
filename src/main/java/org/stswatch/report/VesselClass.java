package org.stswatch.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stswatch.vessel.ShipType;

/** The words of reports for classes of ships. Other words say nothing. */
final class VesselClass {
  /** Of several words the first decides: an "oil tanker" is a tanker, a "fish carrier" a fisher. */
  private static final List<Map.Entry<String, ShipType>> WORDS =
      List.of(
          Map.entry("tanker", ShipType.TANKER),
          Map.entry("fish", ShipType.FISHING),
          Map.entry("trawler", ShipType.FISHING),
          Map.entry("tug", ShipType.TUG),
          Map.entry("ferry", ShipType.PASSENGER),
          Map.entry("passenger", ShipType.PASSENGER),
          Map.entry("cargo", ShipType.CARGO),
          Map.entry("bulk", ShipType.CARGO),
          Map.entry("freighter", ShipType.CARGO),
          Map.entry("container", ShipType.CARGO));

  private VesselClass() {}

  static ShipType of(@Nullable String words) {
    if (words == null) {
      return ShipType.UNKNOWN;
    }
    String plain = words.toLowerCase(Locale.ROOT);
    return WORDS.stream()
        .filter(w -> plain.contains(w.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ShipType.UNKNOWN);
  }
}
