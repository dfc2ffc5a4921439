package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where every message went: {@code in} = accepted + duplicate + late + rejected.
 *
 * @param lines lines read
 * @param skipped lines that carry no message
 * @param outside messages outside {@code --from} and {@code --to}, which are not in {@code in}
 * @param in messages
 * @param accepted judged, stored, thinned out, or valid and of no use
 * @param duplicate the same vessel and time, or the same payload, again
 * @param late received later than allowed
 * @param rejected unusable, each with a reason
 * @param encounters encounter facts that stand
 * @param alerts alerts that stand (RETRACTED left out)
 */
record Counts(
    long lines,
    long skipped,
    long outside,
    long in,
    long accepted,
    long duplicate,
    long late,
    long rejected,
    long encounters,
    long alerts) {

  /** Nothing was lost or counted twice. */
  boolean balanced() {
    return in == accepted + duplicate + late + rejected;
  }

  /** Part of the messages that were rejected or late, 0 to 1. */
  double rejectRatio() {
    return in == 0 ? 0 : (double) (rejected + late) / in;
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("lines", lines)
        .put("skipped", skipped)
        .put("outside", outside)
        .put("in", in)
        .put("accepted", accepted)
        .put("duplicate", duplicate)
        .put("late", late)
        .put("rejected", rejected)
        .put("encounters", encounters)
        .put("alerts", alerts);
  }
}
