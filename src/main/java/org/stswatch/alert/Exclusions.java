package org.stswatch.alert;

import java.util.ArrayList;
import java.util.List;
import org.stswatch.alert.Verdict.Silence;
import org.stswatch.detect.Case;
import org.stswatch.detect.PlaceEvidence;

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
    List<Silence> all = new ArrayList<>();
    if (c.isAlongsideAcrossTheLink() || c.fallsSilentAlongside()) {
      return all;
    }
    if (settings.portExclusionM() > 0 && PlaceEvidence.isNearPort(c)) {
      all.add(
          new Silence(
              "NEAR_PORT",
              c.place().portDistanceM()
                  + " m from "
                  + c.place().nearestPort()
                  + ", nearer than "
                  + settings.portExclusionM()
                  + " m."));
    }
    if (settings.shoreExclusionM() > 0 && PlaceEvidence.isNearShore(c)) {
      all.add(
          new Silence(
              "NEAR_SHORE",
              c.place().shoreDistanceM()
                  + " m from the shore, nearer than "
                  + settings.shoreExclusionM()
                  + " m."));
    }
    if (settings.anchoredNeighbours() && PlaceEvidence.areAnchoredNeighbours(c.fact())) {
      all.add(
          new Silence(
              "ANCHORED_NEIGHBOURS",
              "Both lay still, "
                  + c.fact().getMedianDistanceM()
                  + " m apart, with "
                  + c.fact().getCrowd()
                  + " ships around."));
    }
    return all;
  }
}
