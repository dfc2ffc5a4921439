package org.stswatch.detect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stswatch.event.Evidence;
import org.stswatch.watch.Listing;
import org.stswatch.watch.Standing;

/** What watch lists said of the parties on the day of the event. */
final class ListEvidence {
  /**
   * Half of the weight of having met a listed ship is left after so many days (E17; own choice).
   */
  private static final int HALF_LIFE_DAYS = 90;

  private ListEvidence() {}

  /** A party that was designated; nothing where none was. */
  static Optional<Evidence> listed(List<Ship> ships) {
    List<String> who = told(ships, Listing::isDesignation);
    return who.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Code.LISTED.speaksFor(
                (double) (int) ships.stream().filter(Ship::isListed).count(),
                null,
                1.0,
                "Listed on that day: "
                    + joined(who)
                    + ". A listing says nothing of what happened here."));
  }

  /** What lists tell beside: of no or little weight, and never a signal of its own. */
  static List<Evidence> context(List<Ship> ships) {
    List<Evidence> all = new ArrayList<>();
    List<String> annexed = told(ships, l -> !l.isDesignation() && !l.isClearance());
    if (!annexed.isEmpty()) {
      String text =
          "Named on an annex or the like, which is no designation: " + joined(annexed) + ".";
      all.add(Code.ANNEX.speaksFor((double) annexed.size(), null, 0.5, text));
    }
    List<String> companies = companies(ships);
    if (!companies.isEmpty()) {
      String text = "Companies listed on that day: " + joined(companies) + ".";
      all.add(Code.LISTED_COMPANY.speaksFor((double) companies.size(), null, 0.5, text));
    }
    List<String> namesakes = namesakes(ships);
    if (!namesakes.isEmpty()) {
      String text = "A name alone identifies no ship: " + joined(namesakes) + ".";
      all.add(Code.POSSIBLE_NAMESAKE.speaksAgainst((double) namesakes.size(), null, 0.0, text));
    }
    List<String> cleared = told(ships, Listing::isClearance);
    if (!cleared.isEmpty()) {
      String text = "Cleared by a list: " + joined(cleared) + ".";
      all.add(Code.CLEARED_BY_LIST.speaksAgainst((double) cleared.size(), null, 0.0, text));
    }
    return all;
  }

  /**
   * A party had met a listed ship before. The latest such meeting counts, by half for every 90 days
   * that have passed.
   */
  static Optional<Evidence> associated(Case c) {
    return c.claims().associates().stream()
        .map(a -> daysBefore(c, a))
        .min(Long::compare)
        .map(
            days ->
                Code.ASSOCIATED.speaksFor(
                    (double) days,
                    (double) HALF_LIFE_DAYS,
                    Math.round(50 * StrictMath.pow(0.5, (double) days / HALF_LIFE_DAYS)) / 100.0,
                    joined(c.claims().associates().stream().map(a -> associate(c, a)).toList())
                        + ". That says nothing of this meeting."));
  }

  private static long daysBefore(Case c, Associate a) {
    return Duration.between(a.met(), c.fact().getStart()).toDays();
  }

  private static String associate(Case c, Associate a) {
    Ship ship = c.ship1().key().equals(a.vessel()) ? c.ship1() : c.ship2();
    return ship.label()
        + " met a listed hull "
        + daysBefore(c, a)
        + " days before: "
        + a.listed()
        + " "
        + a.words();
  }

  private static List<String> told(List<Ship> ships, Predicate<Listing> which) {
    return each(
        ships,
        ship ->
            ship.standing().listings().stream()
                .filter(which)
                .map(l -> ship.label() + " by " + l.basis().words + ", " + l.words()));
  }

  private static List<String> companies(List<Ship> ships) {
    return each(
        ships, ship -> ship.standing().companies().stream().map(company -> company(company, ship)));
  }

  private static String company(Standing.ListedCompany company, Ship ship) {
    String role = company.company().getRole().name().toLowerCase(Locale.ROOT);
    Listing listing = company.listing();
    return (role.equals("unknown") ? "company" : role)
        + " of "
        + ship.label()
        + ": "
        + plain(company.company().getName())
        + " by "
        + listing.basis().words
        + ", "
        + listing.words();
  }

  private static List<String> namesakes(List<Ship> ships) {
    return each(
        ships,
        ship ->
            ship.standing().namesakes().stream()
                .map(
                    l ->
                        ship.label()
                            + " is also the name of "
                            + (l.entry().getImo() == null
                                ? "a ship"
                                : "the ship with IMO number " + l.entry().getImo())
                            + " on "
                            + l.words()));
  }

  private static List<String> each(List<Ship> ships, Function<Ship, Stream<String>> words) {
    return ships.stream().flatMap(words).distinct().toList();
  }

  private static String plain(String name) {
    return name.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private static String joined(List<String> words) {
    return String.join("; ", words);
  }
}
