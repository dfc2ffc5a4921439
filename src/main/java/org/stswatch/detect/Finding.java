package org.stswatch.detect;

import java.util.List;
import org.stswatch.event.Evidence;

/**
 * One detector's opinion of one case.
 *
 * @param type what it may be, such as ENCOUNTER
 * @param evidence what speaks for and against, each code at most once
 */
public record Finding(String type, List<Evidence> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }
}
