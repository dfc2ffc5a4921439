package org.stswatch.encounter;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * When two vessels near each other are an encounter.
 *
 * @param criteria one of them must hold, widest first
 * @param maxMedianSpeedKn median speed of each party must stay below, knots; infinite for no rule
 * @param minRun shorter runs of contact do not count
 * @param mergeGap runs of one pair less than this apart are one encounter
 * @param bridgeMax longest silence that is bridged; zero for none
 * @param gridStep distance of the grid times
 */
public record EncounterSettings(
    List<Criterion> criteria,
    double maxMedianSpeedKn,
    Duration minRun,
    Duration mergeGap,
    Duration bridgeMax,
    Duration gridStep) {

  /** Within {@code maxDistanceM} metres for at least {@code minDuration} from start to end. */
  public record Criterion(int maxDistanceM, Duration minDuration) {}

  public EncounterSettings {
    criteria = List.copyOf(criteria);
  }

  /** The widest distance of all criteria, metres: what the cells have to search. */
  public int searchRadiusM() {
    return criteria.stream().mapToInt(Criterion::maxDistanceM).max().orElseThrow();
  }

  /** How far a meeting looks ahead: a contact within this may still join it. */
  public Duration holdBack() {
    return Collections.max(List.of(mergeGap, bridgeMax, gridStep));
  }
}
