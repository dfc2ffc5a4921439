package org.stswatch.ops;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Keeps out of the log what Kafka 4.3 warns of whenever a broker starts or stops as it should.
 * Their loggers must stay on: they also say when a broker is out of reach. Named in logback.xml.
 */
public final class KnownNoise extends Filter<ILoggingEvent> {
  private static final List<String> PHRASES =
      List.of(
          "Performing controller activation.", // each start of a controller
          "Attempting to close NetworkClient that has already been closed.", // each stop
          "with error 'TOPIC_ALREADY_EXISTS'", // two requests ask for an internal topic at once
          "The metadata response from the cluster reported a recoverable issue", // and it is new
          "Error: CONCURRENT_TRANSACTIONS", // the transaction before is not yet closed: sent again
          "Using an OS temp directory in the state.dir property", // a replay keeps no state
          "handler is not enabled for the GlobalThread"); // there is none

  @Override
  public FilterReply decide(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    return PHRASES.stream().anyMatch(message::contains) ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
