package org.stswatch.oracle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stswatch.alert.Trail;
import org.stswatch.detect.Claims;
import org.stswatch.event.Encounter;
import org.stswatch.event.VoyageStatement;

/** All meetings and claims, whomever they concern. */
record AllMeetings(List<Encounter> encounters, Claims claims) implements Trail {
  @Override
  public List<Encounter> met(String vessel) {
    return encounters.stream()
        .filter(e -> e.getVessel1().equals(vessel) || e.getVessel2().equals(vessel))
        .toList();
  }

  @Override
  public Set<String> keysOf(String imo) {
    return claims.stated().values().stream()
        .flatMap(List::stream)
        .filter(s -> imo.equals(s.getImo()))
        .map(VoyageStatement::getMmsi)
        .collect(Collectors.toSet());
  }

  @Override
  public Claims claims(Encounter hop) {
    return claims;
  }
}
