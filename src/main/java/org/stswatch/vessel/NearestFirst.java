package org.stswatch.vessel;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is what, where several ships may be one thing that was seen and one ship several: each is one
 * at most. The nearest two come first, then the nearest of those left; of equal distances the lower
 * vessel key, then the lower id. So the order in which they came does not matter.
 */
public final class NearestFirst {
  private static final Comparator<Chance> NEAREST =
      Comparator.comparingInt(Chance::metres)
          .thenComparing(Chance::vessel)
          .thenComparing(Chance::seen);

  private NearestFirst() {}

  /** A ship may be what was seen, so many metres from where she should have been. */
  public record Chance(String vessel, String seen, int metres) {}

  /** The vessel for each thing that was seen, where one is left for it. */
  public static Map<String, String> of(Collection<Chance> chances) {
    Map<String, String> vesselOf = new HashMap<>();
    Set<String> taken = new HashSet<>();
    chances.stream()
        .sorted(NEAREST)
        .filter(c -> !vesselOf.containsKey(c.seen()))
        .forEach(
            c -> {
              if (!vesselOf.containsKey(c.seen()) && taken.add(c.vessel())) {
                vesselOf.put(c.seen(), c.vessel());
              }
            });
    return vesselOf;
  }
}
