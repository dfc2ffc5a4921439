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
}
