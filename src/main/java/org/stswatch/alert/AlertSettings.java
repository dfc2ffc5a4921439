package org.stswatch.alert;

import java.time.Duration;
import java.util.Map;
import org.stswatch.detect.Thresholds;
import org.stswatch.report.Authorities;

/**
 * What is alerted.
 *
 * @param profile name of the profile
 * @param version version of the program
 * @param scope THEATRE or WORLD
 * @param portExclusionM encounters nearer to a port are not alerted, metres; 0 turns the rule off
 * @param shoreExclusionM the same for the shore, metres; 0 turns the rule off
 * @param anchoredNeighbours whether anchored neighbours are not alerted
 * @param maxDistanceM the profile's distance, metres, for the evidence
 * @param minDurationMinutes the profile's duration, minutes, for the evidence
 * @param maxMedianSpeedKn the profile's median speed, knots; infinite for no rule
 * @param claimsWindow how long after its end a claim may revise an alert
 * @param authorities whose clearance counts
 * @param parameters all settings by key, as published in the alert
 */
public record AlertSettings(
    String profile,
    String version,
    Scope scope,
    int portExclusionM,
    int shoreExclusionM,
    boolean anchoredNeighbours,
    int maxDistanceM,
    int minDurationMinutes,
    double maxMedianSpeedKn,
    Duration claimsWindow,
    Authorities authorities,
    Map<String, String> parameters) {
  /** What counts as near a port where the profile has no port rule, metres (GFW's radius). */
  static final int PORT_RADIUS_M = 10_000;

  /** What counts as under way where the profile has no speed rule, knots (GFW's speed). */
  static final double SPEED_KN = 2.0;

  /** Where alerts are raised. */
  public enum Scope {
    THEATRE,
    WORLD
  }

  public AlertSettings {
    parameters = Map.copyOf(parameters);
  }

  /** Those that evidence is held against. */
  Thresholds thresholds() {
    return new Thresholds(
        maxDistanceM,
        minDurationMinutes,
        Double.isInfinite(maxMedianSpeedKn) ? SPEED_KN : maxMedianSpeedKn,
        portExclusionM > 0 ? portExclusionM : PORT_RADIUS_M,
        shoreExclusionM);
  }
}
