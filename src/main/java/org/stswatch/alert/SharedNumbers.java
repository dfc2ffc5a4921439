package org.stswatch.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.SharedNumber;
import org.stswatch.event.VoyageStatement;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step.SideEntry;
import org.stswatch.vessel.IdentityToken;

/**
 * Who else states the IMO number of a ship. What a ship says of itself is kept under its number as
 * well, once it has said it twice; a number with a wrong check digit, or one that is typed to fill
 * the field, leads nowhere.
 */
final class SharedNumbers {
  private SharedNumbers() {}

  /**
   * Where a statement is kept beside the place that it has under its vessel.
   *
   * @param own its places under its vessel
   */
  static Set<SideEntry> places(VoyageStatement s, Set<SideEntry> own) {
    Optional<String> topic = SharedNumber.isOwnWord(s) ? topic(s.getImo()) : Optional.empty();
    return topic
        .map(
            number ->
                own.stream()
                    .map(p -> new SideEntry(number, "s " + s.getMmsi() + " " + p.id(), p.stays()))
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /**
   * What others state who state a number that these ships state.
   *
   * @param stated what was stated of each ship, by vessel key
   * @return by vessel key, these ships included
   */
  static Map<String, List<VoyageStatement>> withOthers(
      Map<String, List<VoyageStatement>> stated, Side side, StatedDays days, long lastMs) {
    Set<String> numbers = new TreeSet<>();
    for (List<VoyageStatement> all : stated.values()) {
      all.stream().map(VoyageStatement::getImo).filter(Objects::nonNull).forEach(numbers::add);
    }
    Map<String, List<VoyageStatement>> more = new TreeMap<>();
    for (String topic : numbers.stream().flatMap(n -> topic(n).stream()).distinct().toList()) {
      days.of(side, topic, lastMs).stream()
          .collect(Collectors.groupingBy(VoyageStatement::getMmsi))
          .forEach((vessel, all) -> more.merge(vessel, all, SharedNumbers::joined));
    }
    more.putAll(stated);
    return more;
  }

  private static List<VoyageStatement> joined(List<VoyageStatement> a, List<VoyageStatement> b) {
    List<VoyageStatement> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static Optional<String> topic(@Nullable String stated) {
    String imo = SharedNumber.number(stated);
    return imo == null
        ? Optional.empty()
        : IdentityToken.of(imo, null, List.of()).stream().findFirst();
  }
}
