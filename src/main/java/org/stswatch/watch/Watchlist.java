package org.stswatch.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Company;
import org.stswatch.event.ListedKind;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.IdentityToken;
import org.stswatch.vessel.Imo;

/**
 * Entries of watch lists, asked as of a day: nobody is listed before the listing, nor from the day
 * on which it ended. An entry without a day counts from its publication. A pure function of the set
 * of entries.
 */
public final class Watchlist {
  /**
   * By how much two lengths of one ship may differ, as a share of the longer: AIS adds up whole
   * metres typed at installation, and lists may give the length between perpendiculars, which is 3
   * to 7 % less than over all.
   */
  static final double LENGTH_TOLERANCE = 0.1;

  private final List<WatchlistEntry> entries;

  public Watchlist(Collection<WatchlistEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * How a ship stood on the lists.
   *
   * @param companies of the ship or voyage at that time
   * @param at the time asked about
   */
  public Standing standing(Identity ship, Collection<Company> companies, Instant at) {
    List<Listing> listings = new ArrayList<>();
    List<Listing> namesakes = new ArrayList<>();
    List<Standing.ListedCompany> listedCompanies = new ArrayList<>();
    for (WatchlistEntry entry : entries) {
      if (!isInForce(entry, at)) {
        continue;
      }
      if (entry.getSubjectKind() != ListedKind.COMPANY) { // who does not say means ships
        basis(entry, ship)
            .map(basis -> new Listing(entry, basis))
            .ifPresent(l -> (l.basis() == Basis.NAME ? namesakes : listings).add(l));
      } else {
        for (Company company : companies) {
          basis(entry, company)
              .map(basis -> new Standing.ListedCompany(company, new Listing(entry, basis)))
              .ifPresent(listedCompanies::add);
        }
      }
    }
    listings.sort(Listing.ORDER);
    namesakes.sort(Listing.ORDER);
    listedCompanies.sort(
        Comparator.comparing((Standing.ListedCompany c) -> c.company().getRole())
            .thenComparing(c -> c.company().getName())
            .thenComparing(Standing.ListedCompany::listing, Listing.ORDER));
    return new Standing(listings, namesakes, listedCompanies);
  }

  /**
   * Of all versions of each entry the one published last. It says what is so; but a copy of a list
   * does not know since when, so where only the day of the copy stands for it, an earlier day of an
   * earlier version is the better one.
   */
  public static List<WatchlistEntry> latest(Collection<WatchlistEntry> versions) {
    Map<String, WatchlistEntry> latest = new TreeMap<>();
    versions.stream()
        .sorted(Comparator.comparing(Watchlist::version))
        .forEach(v -> latest.merge(v.getEntryId(), v, Watchlist::goesOn));
    return List.copyOf(latest.values());
  }

  /** A text by which the versions of an entry sort: by publication, of one time by content. */
  public static String version(WatchlistEntry entry) {
    long ms = entry.getPublishedAt().toEpochMilli() - Long.MIN_VALUE; // negative ones sort as well
    return String.format(Locale.ROOT, "%016x ", ms) + ContentId.of(entry.toString());
  }

  private static WatchlistEntry goesOn(WatchlistEntry earlier, WatchlistEntry later) {
    boolean better = later.getFromUnknown() && from(earlier).isBefore(from(later));
    return better
        ? WatchlistEntry.newBuilder(later)
            .setFrom(from(earlier))
            .setFromUnknown(earlier.getFromUnknown() || earlier.getFrom() == null)
            .build()
        : later;
  }

  /** From when on an entry counts. */
  static Instant from(WatchlistEntry entry) {
    Instant from = entry.getFrom();
    return from == null ? entry.getPublishedAt() : from;
  }

  private static boolean isInForce(WatchlistEntry entry, Instant at) {
    return !at.isBefore(from(entry)) && (entry.getTo() == null || at.isBefore(entry.getTo()));
  }

  private static Optional<Basis> basis(WatchlistEntry entry, Identity ship) {
    String imo = ship.imo();
    if (imo != null && Imo.isValid(imo) && imo.equals(entry.getImo())) {
      return Optional.of(Basis.IMO);
    } else if (!isNamed(entry, ship.name())) {
      return Optional.empty();
    } else if (ship.mmsi() != null && ship.mmsi().equals(entry.getMmsi())) {
      return Optional.of(Basis.MMSI_AND_NAME);
    }
    boolean sameSize = isSameLength(entry.getLengthM(), ship.lengthM());
    return Optional.of(sameSize && !isAnotherHull(entry, imo) ? Basis.NAME_AND_SIZE : Basis.NAME);
  }

  /** Whether both have an IMO number and the two differ: a namesake, whatever her size. */
  private static boolean isAnotherHull(WatchlistEntry entry, @Nullable String imo) {
    return imo != null && Imo.isValid(imo) && entry.getImo() != null && !entry.getImo().equals(imo);
  }

  private static boolean isSameLength(@Nullable Double a, @Nullable Double b) {
    return a != null
        && b != null
        && Math.min(a, b) > 0
        && Math.abs(a - b) <= LENGTH_TOLERANCE * Math.max(a, b);
  }

  private static Optional<Basis> basis(WatchlistEntry entry, Company company) {
    String number = company.getCompanyId();
    if (number != null && entry.getCompanyIds().contains(number)) {
      return Optional.of(Basis.COMPANY_NUMBER);
    } else if (isNamed(entry, company.getName())) {
      return Optional.of(Basis.COMPANY_NAME);
    }
    Optional<String> address = IdentityToken.plain(company.getAddress());
    boolean sameDoor =
        address.isPresent()
            && entry.getAddresses().stream().map(IdentityToken::plain).anyMatch(address::equals);
    return sameDoor ? Optional.of(Basis.ADDRESS) : Optional.empty();
  }

  private static boolean isNamed(WatchlistEntry entry, @Nullable String name) {
    Optional<String> plain = IdentityToken.plain(name);
    return plain.isPresent()
        && entry.getNames().stream().map(IdentityToken::plain).anyMatch(plain::equals);
  }
}
