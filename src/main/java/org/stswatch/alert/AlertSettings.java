package org.stswatch.alert;

import java.time.Duration;
import java.util.Map;
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

  /** Where alerts are raised. */
  public enum Scope {
    THEATRE,
    WORLD
  }

  public AlertSettings {
    parameters = Map.copyOf(parameters);
  }
}
