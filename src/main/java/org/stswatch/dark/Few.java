package org.stswatch.dark;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Possibilities by ship, as long as they are few. Of more ships than that nothing is kept: they say
 * nothing of any of them, and with hundreds silent at once each would be tied to each. Immutable.
 *
 * @param byShip by vessel key; none where they are too many
 */
record Few<T>(SortedMap<String, List<T>> byShip, boolean tooMany) {
  /**
   * More than this say nothing of any of them: silent ships at one stop, times stops within one
   * silence. Own choice; a fleet, a roadstead or a gap in satellite coverage has more.
   */
  static final int MOST_POSSIBLE = 12;

  static <T> Few<T> none() {
    return new Few<>(new TreeMap<>(), false);
  }

  /** Too many stay too many: what could have met a silent ship is remembered as long as it. */
  Few<T> and(String ship, T one) {
    if (tooMany) {
      return this;
    }
    SortedMap<String, List<T>> more = new TreeMap<>(byShip);
    List<T> of = new ArrayList<>(more.getOrDefault(ship, List.of()));
    of.add(one);
    more.put(ship, of);
    return more.size() > MOST_POSSIBLE ? new Few<>(new TreeMap<>(), true) : new Few<>(more, false);
  }

  int ships() {
    return byShip.size();
  }
}
