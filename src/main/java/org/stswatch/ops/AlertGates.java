package org.stswatch.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.alert.AlertSettings;
import org.stswatch.alert.Verdict;
import org.stswatch.detect.PlaceEvidence;
import org.stswatch.event.Encounter;

/** The gates between an encounter and an alert: the scope and the exclusions of the profile. */
final class AlertGates {
  private final Encounter fact;
  private final Verdict verdict;
  private final AlertSettings settings;

  AlertGates(Encounter fact, Verdict verdict, AlertSettings settings) {
    this.fact = fact;
    this.verdict = verdict;
    this.settings = settings;
  }

  /** Those that the profile heeds; the run's own verdict says which let it pass. */
  List<Gate> all() {
    List<Gate> all = new ArrayList<>();
    String scope = "out of scope " + settings.scope().name().toLowerCase(Locale.ROOT);
    all.add(Gate.atMost(scope, passed("OUT_OF_SCOPE") ? 0 : 1, 0, "reasons"));
    var place = verdict.alert().getContext();
    all.add(
        exclusion(
            "NEAR_PORT",
            "distance to " + place.getNearestPort(),
            place.getDistanceToPortM(),
            settings.portExclusionM()));
    all.add(
        exclusion(
            "NEAR_SHORE",
            "distance to the shore",
            place.getDistanceToShoreM(),
            settings.shoreExclusionM()));
    all.add(Gate.context("median distance", fact.getMedianDistanceM(), "m"));
    String others =
        "others around, both still and over " + PlaceEvidence.ANCHORED_BEYOND_M + " m apart";
    Gate crowd = Gate.below(others, fact.getCrowd(), PlaceEvidence.ANCHORED_CROWD, "ships");
    all.add(
        settings.anchoredNeighbours()
            ? crowd.decided(passed("ANCHORED_NEIGHBOURS"))
            : Gate.context(others, fact.getCrowd(), "ships"));
    return all;
  }

  /** None of the exclusions counts for two alongside across the link, so the verdict decides. */
  private Gate exclusion(String code, String name, @Nullable Integer metres, int leastM) {
    return leastM > 0
        ? Gate.atLeast(name, metres, leastM, "m").decided(passed(code))
        : Gate.context(name, metres, "m");
  }

  private boolean passed(String code) {
    return verdict.silencedBy().stream().noneMatch(s -> s.code().equals(code));
  }
}
