package org.stswatch.alert;

import java.util.List;
import java.util.Set;
import org.stswatch.detect.Claims;
import org.stswatch.event.Encounter;

/** What a chain is walked back on: whom ships met before, and what was claimed of them. */
public interface Trail {

  /** The closed encounters of a vessel, in any order. */
  List<Encounter> met(String vessel);

  /** The keys of those who state this IMO number. */
  Set<String> keysOf(String imo);

  /** What counts for an encounter of the chain. */
  Claims claims(Encounter hop);
}
