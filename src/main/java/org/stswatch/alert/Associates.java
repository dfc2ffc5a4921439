package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stswatch.detect.Associate;
import org.stswatch.detect.Case;
import org.stswatch.detect.Claims;
import org.stswatch.detect.Ship;
import org.stswatch.event.Encounter;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.vessel.IdentityToken;
import org.stswatch.vessel.Imo;
import org.stswatch.watch.Basis;
import org.stswatch.watch.Listing;

/**
 * Finds the listed ships that the parties of an encounter had met before (E17, decision 0022). A
 * pure function of the closed encounters, statements and entries, whatever their order.
 */
final class Associates {
  /** How far back is looked: four half-lives, after which 0.03 is left of the weight. */
  private static final Duration HORIZON = Duration.ofDays(360);

  /**
   * Most former partners that are looked up, the latest: who meets more in a year lives by it, as
   * bunker tankers do. Own choice, as of chains.
   */
  private static final int MOST_PARTNERS = 12;

  private static final Comparator<Encounter> LATEST_FIRST =
      Comparator.comparing(Encounter::getEnd).reversed().thenComparing(Encounter::getEncounterId);

  private final Alerts alerts;

  Associates(Alerts alerts) {
    this.alerts = alerts;
  }

  /** Those of both parties, the first party's first, then the latest. */
  List<Associate> of(Encounter fact, Past past) {
    List<Associate> all = new ArrayList<>();
    all.addAll(of(fact.getVessel1(), fact.getVessel2(), fact.getStart(), past));
    all.addAll(of(fact.getVessel2(), fact.getVessel1(), fact.getStart(), past));
    return all;
  }

  private List<Associate> of(String vessel, String other, Instant start, Past past) {
    Set<String> partners = new HashSet<>(Set.of(other)); // whose own listing is evidence already
    List<Associate> found = new ArrayList<>();
    for (Encounter e : before(vessel, start, past)) {
      String partner = e.getVessel1().equals(vessel) ? e.getVessel2() : e.getVessel1();
      if (partners.size() <= MOST_PARTNERS && partners.add(partner)) {
        associate(e, vessel, partner, past).ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<Encounter> before(String vessel, Instant start, Past past) {
    return past.met(vessel).stream()
        .filter(e -> e.getVessel1().equals(vessel) || e.getVessel2().equals(vessel))
        .filter(e -> !e.getContested() && !e.getEnd().isAfter(start))
        .filter(e -> !e.getStart().isBefore(start.minus(HORIZON)))
        .sorted(LATEST_FIRST)
        .toList();
  }

  /** Known by number on the day of a meeting that would be an alert above INFO. */
  private Optional<Associate> associate(Encounter e, String vessel, String partner, Past past) {
    List<VoyageStatement> stated = past.statedOf(partner);
    Set<String> numbers = numbers(partner, stated);
    List<WatchlistEntry> entries =
        past.listed(numbers).stream()
            .filter(
                w ->
                    IdentityToken.of(w.getImo(), w.getMmsi(), List.of()).stream()
                        .anyMatch(numbers::contains))
            .toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<VoyageStatement>> both =
        Map.of(partner, stated, vessel, past.statedOf(vessel));
    Case c = alerts.theCase(e, new Claims(both, entries, List.of(), List.of(), List.of()));
    Ship listed = c.ship1().key().equals(partner) ? c.ship1() : c.ship2();
    return listed.standing().designations().stream()
        .filter(l -> l.basis() == Basis.IMO || l.basis() == Basis.MMSI_AND_NAME)
        .findFirst()
        .filter(l -> alerts.isCredible(c))
        .map(l -> new Associate(vessel, listed.label(), words(l), e.getEnd()));
  }

  private static String words(Listing l) {
    return "by " + l.basis().words + ", " + l.words();
  }

  private static Set<String> numbers(String vessel, List<VoyageStatement> stated) {
    Set<String> numbers = new TreeSet<>(IdentityToken.of(null, vessel, List.of()));
    stated.stream()
        .flatMap(s -> Stream.ofNullable(s.getImo()))
        .distinct()
        .filter(Imo::isValid)
        .forEach(imo -> numbers.addAll(IdentityToken.of(imo, null, List.of())));
    return numbers;
  }
}
