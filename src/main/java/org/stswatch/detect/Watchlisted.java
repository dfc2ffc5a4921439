package org.stswatch.detect;

import java.util.List;
import java.util.Optional;

/**
 * A party of an encounter was on a watch list on that day (E17): designated by the UN, by OFAC or
 * by a state. Tankers that were listed went on trading under other names and flags, so the IMO
 * number is asked first, then MMSI and name, then name and length; a name alone weighs nothing and
 * is shown as POSSIBLE_NAMESAKE.
 *
 * <p>Thresholds: the day of the event, in UTC, lies on or after the day of listing and before its
 * end; an entry of which the day is not known counts from the day of the copy in which it was found
 * first. Lengths agree within 10 % of the longer ({@link org.stswatch.watch.Watchlist}). LISTED
 * weighs 1 log-odd, and is capped together with all else that the parties say of themselves. Listed
 * companies of a voyage are context: at most 15 % of the score, and nothing where nothing else
 * speaks for it. Being named on an annex is no designation.
 *
 * <p>It has an opinion of encounters only: a listed ship that sails raises nothing. It does not
 * remember whom a ship met before: that is for chains.
 *
 * <p>Missed: listed ships that show another IMO number, MMSI and name; lists that nobody loaded;
 * days of listing that are not in {@code reference/listings.csv}; companies under another legal
 * form.
 */
final class Watchlisted implements Detector {
  @Override
  public String name() {
    return "watchlist";
  }

  @Override
  public String type() {
    return "WATCHLIST";
  }

  @Override
  public String summary() {
    return "An encounter of a ship that was on a watch list on that day.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Listed ships that show another IMO number, MMSI and name.",
        "Lists that were not loaded, and listings before the first copy where their day is not known.",
        "Whom a party met before: nothing is carried over from one encounter to the next.",
        "Companies under another spelling or legal form.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "US Treasury, OFAC: SDN list (sdn.csv, alt.csv, add.csv)",
        "UN Security Council committee 1718; press of the day, see reference/listings.csv",
        "IMO resolution A.1117(30): the IMO number stays with the hull");
  }

  @Override
  public Optional<Finding> judge(Case c) {
    return ListEvidence.listed(List.of(c.ship1(), c.ship2()))
        .map(listed -> new Finding(type(), List.of(listed)));
  }
}
