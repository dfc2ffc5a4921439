package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.event.Evidence;

/**
 * Two ships, both seen on AIS, stay near each other and slow for long enough (E1). A tanker that
 * hands over fuel at sea lies alongside its partner for hours; so do ships at anchor, tugs, pilots
 * and fishing pairs, which is why most of the evidence speaks against.
 *
 * <p>Thresholds come from the profile: 500 m, 120 min and 2 kn in {@code gfw} (Miller et al. 2018,
 * doi 10.3389/fmars.2018.00240), 250 m and 30 min in {@code skylight}, 50 m for 10 min or 200 m for
 * 30 min in {@code starboard}. What each weighs, and why, stands in {@link Code}. The fact already
 * holds; this gives an opinion of it.
 *
 * <p>Missed: meetings with a ship that is not on AIS, transfers under way above the profile's
 * speed, and what happens within a port's radius.
 */
final class Encounters implements Detector {
  @Override
  public String name() {
    return "encounters";
  }

  @Override
  public String type() {
    return "ENCOUNTER";
  }

  @Override
  public String summary() {
    return "Two ships on AIS stay near each other and slow for long enough.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Partners that are not on AIS.",
        "Transfers under way above the profile's median speed.",
        "Transfers within a port's radius, unless alongside with one party linked or silent.",
        "Service craft, fishing pairs and barges without a stated length are taken for meetings.",
        "Two ships at anchor that never lay alongside: boats between them are not seen.",
        "A partner that states its host's IMO number is taken for a second transponder.",
        "Lawful bunkering at sea looks the same.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Miller et al. 2018, doi 10.3389/fmars.2018.00240; GlobalFishingWatch/pipe-encounters",
        "Skylight help pages (standard rendezvous)",
        "Starboard help pages (encounter)");
  }

  @Override
  public Optional<Finding> judge(Case c) {
    return Optional.of(new Finding(type(), evidence(c)));
  }

  /** All that the meeting, the place and the parties say, in the order of the codes. */
  static List<Evidence> evidence(Case c) {
    List<Evidence> all = new ArrayList<>(ContactEvidence.of(c));
    all.addAll(PlaceEvidence.of(c));
    all.addAll(PartyEvidence.of(c));
    all.addAll(ListEvidence.context(List.of(c.ship1(), c.ship2())));
    ListEvidence.associated(c).ifPresent(all::add);
    all.addAll(OrdinaryWork.of(c));
    return all;
  }
}
