package org.stswatch.alert;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stswatch.event.Alert;
import org.stswatch.event.Party;

/**
 * The headers of an alert record: CloudEvents 1.0, Kafka protocol binding, binary mode (the value
 * is the data, the attributes are headers with the prefix {@code ce_}, in UTF-8).
 */
public final class CloudEvents {
  /** One type for all revisions; status and severity are in the data. */
  static final String TYPE = "org.stswatch.alert";

  /** URI-reference of the context; with {@code ce_id} it names a revision once and for all. */
  static final String SOURCE = "/sts-watch";

  private CloudEvents() {}

  /**
   * The headers of a revision. Two records of one revision have the same, wherever they were made.
   *
   * @param alert the revision
   * @param contentType media type of the value, such as application/json
   * @param dataSchema URI of the schema that the value adheres to
   */
  public static Map<String, String> headers(Alert alert, String contentType, String dataSchema) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", alert.getAlertId() + "-" + alert.getRevision());
    headers.put("ce_type", TYPE);
    headers.put("ce_source", SOURCE);
    headers.put("ce_time", alert.getEnd().toString());
    headers.put(
        "ce_subject",
        alert.getParties().isEmpty()
            ? alert.getSubjectKind().name()
            : String.join(",", alert.getParties().stream().map(Party::getVesselKey).toList()));
    headers.put("ce_dataschema", dataSchema);
    headers.put("content-type", contentType);
    return headers;
  }
}
