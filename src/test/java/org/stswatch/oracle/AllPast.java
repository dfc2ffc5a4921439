package org.stswatch.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stswatch.alert.Past;
import org.stswatch.event.Encounter;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;

/** All meetings, all that was stated in time, and all entries, whomever they concern. */
record AllPast(
    List<Encounter> encounters,
    Map<String, List<VoyageStatement>> stated,
    List<WatchlistEntry> entries)
    implements Past {

  @Override
  public List<Encounter> met(String vessel) {
    return encounters;
  }

  @Override
  public List<VoyageStatement> statedOf(String vessel) {
    return stated.getOrDefault(vessel, List.of());
  }

  @Override
  public List<WatchlistEntry> listed(Set<String> tokens) {
    return entries;
  }
}
