package org.stswatch.stream;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Side inputs that were multicast to this stage: statements, later watch-list entries and reports.
 */
@FunctionalInterface
public interface Side {
  /** No side inputs. */
  Side NONE = topic -> List.of();

  /** All entries of a topic such as a vessel key, in the order of their ids. */
  List<SpecificRecord> entries(String topic);

  /**
   * Those of them that were received at or before a time, ms since 1970. What is received later can
   * come before or after the watermark reaches that time: it must not count in either case.
   */
  default List<SpecificRecord> entries(String topic, long receivedMs) {
    return entries(topic); // where it is not known when they were received
  }
}
