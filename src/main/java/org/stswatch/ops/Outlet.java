package org.stswatch.ops;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Reject;

/** Where a feed's messages go, in their order. */
interface Outlet {
  /**
   * Takes a message.
   *
   * @param receivedAtMs time of receipt, ms since 1970; null where the broker sets it
   */
  void publish(SpecificRecord message, @Nullable Long receivedAtMs);

  /** Takes what never reaches the gate. */
  void reject(Reject reject, @Nullable Long receivedAtMs);

  /** Nothing follows. */
  void end(long receivedAtMs);

  /** How many messages it has taken. */
  long published();
}
