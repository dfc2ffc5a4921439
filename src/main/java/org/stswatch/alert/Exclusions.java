package org.stswatch.alert;

import java.util.ArrayList;
import java.util.List;
import org.stswatch.alert.Verdict.Silence;
import org.stswatch.detect.Case;
import org.stswatch.detect.Place;
import org.stswatch.detect.PlaceEvidence;
import org.stswatch.event.Encounter;

/**
 * Which evidence against silences an alert: the profile says. None does for two ships alongside of
 * which one is linked to the DPRK and the other is not, or of which one falls silent for hours.
 */
final class Exclusions {
  private final AlertSettings settings;

  Exclusions(AlertSettings settings) {
    this.settings = settings;
  }

  List<Silence> of(Case c) {
    return c.isAlongsideAcrossTheLink() || c.fallsSilentAlongside()
        ? List.of()
        : of(c.fact(), c.place());
  }

  /**
   * Whether one holds whatever is claimed: who the two are matters only where they lay alongside.
   */
  boolean holdAnyway(Encounter fact, Place place) {
    return !Case.isAlongside(fact) && !of(fact, place).isEmpty();
  }

  private List<Silence> of(Encounter fact, Place place) {
    List<Silence> all = new ArrayList<>();
    if (place.portDistanceM() < settings.portExclusionM()) {
      all.add(Silence.nearPort(place, settings.portExclusionM()));
    }
    if (place.shoreDistanceM() < settings.shoreExclusionM()) {
      all.add(
          new Silence(
              "NEAR_SHORE",
              place.shoreDistanceM()
                  + " m from the shore, nearer than "
                  + settings.shoreExclusionM()
                  + " m."));
    }
    if (settings.anchoredNeighbours() && PlaceEvidence.areAnchoredNeighbours(fact)) {
      all.add(
          new Silence(
              "ANCHORED_NEIGHBOURS",
              "Both lay still, "
                  + fact.getMedianDistanceM()
                  + " m apart, with "
                  + fact.getCrowd()
                  + " ships around."));
    }
    return all;
  }
}
