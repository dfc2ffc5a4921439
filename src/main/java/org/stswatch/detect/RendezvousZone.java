package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.event.Evidence;

/**
 * An encounter in waters where transfers to DPRK ships were reported, of a ship linked to the DPRK
 * with one that is not (E2): the East China Sea sightings published by Japan in 2018 to 2020, the
 * Yellow Sea, the Japan Sea off Primorye, around Taiwan.
 *
 * <p>No threshold of its own: the encounter's evidence, and ZONE (+0.5 log-odds: the waters are
 * wide, so they say little). Zones are drawn by hand, see {@code reference/zones.geojson}.
 *
 * <p>Missed: links other than flag, listing and a last port in the DPRK that was seen on AIS, and
 * waters that no report has named.
 */
final class RendezvousZone implements Detector {
  @Override
  public String name() {
    return "rendezvous-zone";
  }

  @Override
  public String type() {
    return "RENDEZVOUS_ZONE";
  }

  @Override
  public String summary() {
    return "An encounter in waters where transfers were reported, one party linked to the DPRK.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Links other than flag, listing and a last port seen on AIS.",
        "Two parties that are both linked to the DPRK: they remain an ENCOUNTER.",
        "Waters that no report has named.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Ministry of Foreign Affairs of Japan, sightings of 2018 to 2020",
        "Reuters, 29 December 2017 (press copies)",
        "UN Security Council resolution 2375 (2017), paragraph 11");
  }

  @Override
  public Optional<Finding> judge(Case c) {
    if (c.place().zones().isEmpty() || c.dprkLinked() != 1) {
      return Optional.empty();
    }
    List<Evidence> all = new ArrayList<>(Encounters.evidence(c));
    all.add(
        Code.ZONE.speaksFor(null, null, 0.5, "In waters of reported transfers: " + zones(c) + "."));
    return Optional.of(new Finding(type(), all));
  }

  private static String zones(Case c) {
    return String.join(", ", c.place().zones());
  }
}
