package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stswatch.event.Evidence;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.report.Scene;

/**
 * Radar, a camera or a patrol saw something beside a ship that lay slow at sea, and no ship that
 * was heard on AIS is it (E3). Japan's patrols photographed DPRK tankers alongside others that way
 * (Ministry of Foreign Affairs, 2018 to 2020); off Kerch 402 transfers were found in imagery of
 * which fewer than two ships were on AIS (Ballinger 2024).
 *
 * <p>The ship made less than 2 kn for at least 2 h, outside ports, and was seen in that time or
 * within 30 min of it (domain rule E3; the shortest transfer). What was seen lay at most 500 m off,
 * and one standard deviation of its position (E3), at least 10 km from a port (the profile's port
 * rule), and was at least 30 m long where that was measured (E3).
 *
 * <p>A ship on AIS is what was seen where she can have been there: at most 1,500 m from her
 * straight way where her fixes are 30 min apart or less (Skylight's correlation; E3), else within
 * what she can have sailed from the fix before and to the next one at 14 kn (E4), and where her
 * stated length agrees within 25 % (E15 h). Each ship is one thing at most, the nearest first
 * ({@link org.stswatch.vessel.NearestFirst}), so that of two things beside a ship that waits one is
 * herself. Where only a length speaks against a ship being what was seen, it is at most LOW:
 * lengths by radar are rough, and stated ones often wrong.
 *
 * <p>In the season of squid, May to November, hundreds of dark fishing boats work in these waters
 * (Park et al. 2020), which speaks against, unless it is 50 m long or more (domain rule 3.10).
 *
 * <p>Reports of a transfer by this ship then count as for an encounter (decision 0024). What the
 * sensor saw is part of our own finding and no originator: it says nothing of a transfer.
 *
 * <p>Missed: two ships side by side that a radar sees as one; what comes in more than 72 h late; a
 * partner that a sparse track of somebody else may explain. Taken wrongly: one pass sold by two
 * providers under two ids; rocks, platforms and buoys.
 */
public final class DarkRendezvousObserved implements Detector {
  @Override
  public String name() {
    return "dark-rendezvous-observed";
  }

  @Override
  public String type() {
    return "DARK_RENDEZVOUS_OBSERVED";
  }

  @Override
  public String summary() {
    return "Something was seen beside a ship that lay slow at sea, and no ship on AIS is it.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Two ships side by side that a sensor sees as one.",
        "Detections received more than 72 h after they were made, or placed with more than 500 m of"
            + " error.",
        "Partners in crowded waters, or where somebody else's track is so sparse that she may be"
            + " what was seen.",
        "One pass from two providers, or under two ids, looks like two ships.",
        "Rocks, platforms and buoys that a sensor takes for ships.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Domain rule E3: 2 kn for 2 h, 500 m, 30 min, 30 m, 10 km from port",
        "Skylight, AIS correlation of dark vessels (1,500 m)",
        "Park et al. 2020: over 900 vessels in a season, mostly dark",
        "Ballinger 2024, arXiv 2404.07607: transfers off Kerch seen by satellite");
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    return c.seen()
        .filter(seen -> isNothing(c).isEmpty())
        .map(seen -> new Finding(type(), evidence(c, seen), title(c, seen), null));
  }

  /** Why what was seen is no partner out of sight, if it is none. */
  public static Optional<String> isNothing(VesselCase c) {
    return c.seen()
        .flatMap(seen -> Answers.of(seen, c.ship(), c.claims()).measured())
        .map(
            vessel ->
                vessel.equals(c.ship().key())
                    ? "What was seen was the ship itself"
                    : "What was seen was " + vessel + ", which was heard there");
  }

  /** What a report may take it for; nothing where it is a ship on AIS. */
  public static Optional<Scene.Kind> kind(SeenBeside seen, Ship ship, Claims claims) {
    Answers answers = Answers.of(seen, ship, claims);
    if (answers.measured().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(answers.placed().isEmpty() ? Scene.Kind.SEEN : Scene.Kind.SEEN_PERHAPS);
  }

  private static String title(VesselCase c, SeenBeside seen) {
    return c.ship().label()
        + " lay slow, and "
        + DetectionEvidence.sensor(seen)
        + " saw something "
        + seen.getApartM()
        + " m off that no ship on AIS is: pattern consistent with a ship-to-ship transfer out of"
        + " sight";
  }

  private static List<Evidence> evidence(VesselCase c, SeenBeside seen) {
    List<Evidence> all = new ArrayList<>();
    Answers answers = Answers.of(seen, c.ship(), c.claims());
    all.add(DetectionEvidence.beside(seen));
    DetectionEvidence.ownDetection(answers).ifPresent(all::add);
    all.add(DetectionEvidence.length(seen));
    DetectionEvidence.squidSeason(seen).ifPresent(all::add);
    DetectionEvidence.lengthDiffers(answers).ifPresent(all::add);
    all.addAll(DarkEvidence.waited(seen.getStop()));
    if (seen.getContested()) {
      all.add(
          Code.CONTESTED.speaksAgainst(
              null, null, -1.0, "Its MMSI was in use at two places in these hours."));
    }
    Jamming.of(seen.getJumpers()).ifPresent(all::add);
    PartyEvidence.fishes(List.of(c.ship())).ifPresent(all::add);
    PartyEvidence.serves(c.ship(), c.place()).ifPresent(all::add);
    all.addAll(VesselEvidence.of(c));
    List<String> refs = new ArrayList<>(seen.getStop().getInputRefs());
    refs.add(seen.getDetection().getRef());
    List<Evidence> told = VesselEvidence.withRefs(all, refs.stream().sorted().toList());
    told.addAll(ReportEvidence.of(c.testimony()));
    return told;
  }

  static String metres(double metres) {
    return String.format(Locale.ROOT, "%.0f m", metres);
  }
}
