package org.stswatch.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stswatch.alert.Verdict.Silence;
import org.stswatch.detect.Code;
import org.stswatch.detect.Finding;
import org.stswatch.event.Evidence;
import org.stswatch.port.Zone;
import org.stswatch.port.Zone.Theatre;

/**
 * Where alerts are raised. Under THEATRE: in its core (Japan Sea, Tatar Strait, off Sakhalin,
 * waters claimed by the DPRK), or in the outer box (18-55 N, 115-150 E) where a party is linked to
 * the mission; without a link at most LOW. The link is the DPRK flag, or a listing under a DPRK
 * programme on that day. Under WORLD: everywhere.
 */
final class Scope {
  private final AlertSettings settings;

  Scope(AlertSettings settings) {
    this.settings = settings;
  }

  /**
   * Why a case at a place with these zones is out of scope, if it is.
   *
   * @param linked whether a party is linked to the mission
   */
  Optional<Silence> silences(boolean linked, List<Zone> zones) {
    if (settings.scope() == AlertSettings.Scope.WORLD || has(zones, Theatre.CORE)) {
      return Optional.empty();
    }
    if (isOutside(zones)) {
      return Optional.of(new Silence("OUT_OF_SCOPE", "Outside the theatre (18-55 N, 115-150 E)."));
    }
    return linked
        ? Optional.empty()
        : Optional.of(
            new Silence(
                "OUT_OF_SCOPE", "Outside the theatre's core, and no party linked to the mission."));
  }

  /** Whether nothing is raised at a place with these zones, whoever it may be. */
  boolean isOutside(List<Zone> zones) {
    return settings.scope() == AlertSettings.Scope.THEATRE
        && !has(zones, Theatre.CORE)
        && !has(zones, Theatre.OUTER);
  }

  /** The limit that scope THEATRE puts on a case without a link. */
  private Optional<Evidence> unlinked(boolean linked) {
    return settings.scope() == AlertSettings.Scope.WORLD || linked
        ? Optional.empty()
        : Optional.of(
            Code.NO_LINK.speaksAgainst(null, null, 0.0, "No party is linked to the mission."));
  }

  /**
   * What detectors found, each code once and as the first of them says it, and the limits on it.
   *
   * @param linked whether a party is linked to the mission
   * @param limit that lies on what nobody else says
   */
  List<Evidence> evidence(List<Finding> findings, boolean linked, Optional<Evidence> limit) {
    Map<String, Evidence> byCode = new LinkedHashMap<>();
    for (Finding finding : findings) {
      finding.evidence().forEach(e -> byCode.putIfAbsent(e.getCode(), e));
    }
    List<Evidence> all = new ArrayList<>(byCode.values());
    unlinked(linked).ifPresent(all::add);
    limit.ifPresent(all::add);
    return all;
  }

  private static boolean has(List<Zone> zones, Theatre theatre) {
    return zones.stream().anyMatch(z -> z.theatre() == theatre);
  }
}
