package org.stswatch.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;

/** What reports assert of one ship, whatever they are about. */
public final class Mentions {
  private static final String WEATHER = "weather";

  private Mentions() {}

  /**
   * The reports that assert something of these kinds of this ship by number or name, and are not
   * poorly graded; by id.
   */
  public static List<VesselReport> of(
      Collection<VesselReport> reports, Hull ship, Set<ClaimKind> kinds) {
    return reports.stream()
        .filter(r -> r.getStance() == Stance.ASSERT && kinds.contains(r.getClaim()))
        .filter(r -> !Grade.isPoor(r))
        .filter(r -> r.getSubjects().stream().anyMatch(s -> Fit.of(s, ship).identifies()))
        .sorted(Comparator.comparing(VesselReport::getReportId))
        .toList();
  }

  /** Reports of weather, whomever they name; by id. */
  public static List<VesselReport> ofWeather(Collection<VesselReport> reports) {
    return reports.stream()
        .filter(r -> Disciplines.union(List.of(r)).contains(WEATHER))
        .sorted(Comparator.comparing(VesselReport::getReportId))
        .toList();
  }
}
