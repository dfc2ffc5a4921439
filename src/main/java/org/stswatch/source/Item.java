package org.stswatch.source;

import org.stswatch.event.Reject;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

/** What one message of the input became. A row of a table may give a sighting and a statement. */
public sealed interface Item {

  /** A position of a vessel. */
  record Sighted(VesselSighting sighting) implements Item {}

  /**
   * What a vessel says about itself.
   *
   * @param message true when it is a message of its own (AIS types 5 and 24), false when it came
   *     beside a sighting of the same message
   * @param part true when the rest of what it says comes in other messages (AIS type 24)
   */
  record Stated(VoyageStatement statement, boolean message, boolean part) implements Item {}

  /** A valid message that nothing uses. */
  record Unused() implements Item {}

  /** A message that could not be used, with place and reason. */
  record Refused(Reject reject) implements Item {}
}
