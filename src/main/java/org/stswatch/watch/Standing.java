package org.stswatch.watch;

import java.util.List;
import org.stswatch.event.Company;

/**
 * How a ship stands on the lists on one day.
 *
 * @param listings entries that were in force and are hers, the surest first
 * @param namesakes entries in force that share her name and nothing else
 * @param companies companies of the ship or voyage that were listed
 */
public record Standing(
    List<Listing> listings, List<Listing> namesakes, List<ListedCompany> companies) {
  /** On no list. */
  public static final Standing NONE = new Standing(List.of(), List.of(), List.of());

  /** A company, and where it was found. */
  public record ListedCompany(Company company, Listing listing) {}

  public Standing {
    listings = List.copyOf(listings);
    namesakes = List.copyOf(namesakes);
    companies = List.copyOf(companies);
  }

  /** The entries that designate her. */
  public List<Listing> designations() {
    return listings.stream().filter(Listing::isDesignation).toList();
  }
}
