package org.stswatch.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertContext;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;
import org.stswatch.event.Party;

/**
 * An alert as flat JSON, for consumers without Avro: no object in an object, arrays of strings at
 * most, times as ISO 8601 in UTC, units in the names. The lists of the parties run in step: entry n
 * of each belongs to the n-th party, the empty string where it is not known. What is not known of
 * the alert itself is left out.
 */
public final class FlatAlert {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FlatAlert() {}

  /** The alert as one line of JSON, keys in a fixed order. */
  public static String of(Alert alert) {
    ObjectNode flat = JSON.createObjectNode();
    head(flat, alert);
    place(flat, alert);
    parties(flat, alert.getParties());
    reasons(flat, alert);
    try {
      return JSON.writeValueAsString(flat);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers can always be written", e);
    }
  }

  private static void head(ObjectNode flat, Alert a) {
    flat.put("alertId", a.getAlertId());
    flat.put("revision", a.getRevision());
    flat.put("status", a.getStatus().name());
    put(flat, "reason", a.getReason());
    put(flat, "supersededBy", a.getSupersededBy());
    flat.put("subjectKind", a.getSubjectKind().name());
    flat.put("type", a.getType());
    flat.put("title", a.getTitle());
    flat.put("severity", a.getSeverity().name());
    flat.put("score", a.getScore());
    flat.put("start", a.getStart().toString());
    flat.put("end", a.getEnd().toString());
  }

  private static void place(ObjectNode flat, Alert a) {
    AlertContext context = a.getContext();
    flat.put("lat", a.getLat());
    flat.put("lon", a.getLon());
    flat.put("uncertaintyM", a.getUncertaintyM());
    put(flat, "nearestPort", context.getNearestPort());
    if (context.getDistanceToPortM() != null) {
      flat.put("distanceToPortM", context.getDistanceToPortM());
    }
    if (context.getDistanceToShoreM() != null) {
      flat.put("distanceToShoreM", context.getDistanceToShoreM());
    }
    strings(flat, "zones", context.getZones());
    strings(flat, "regulationsInForce", context.getRegulationsInForce());
  }

  private static void parties(ObjectNode flat, List<Party> parties) {
    each(flat, "partyRoles", parties, p -> p.getRole().name());
    each(flat, "partyVesselKeys", parties, Party::getVesselKey);
    each(flat, "partyMmsis", parties, Party::getMmsi);
    each(flat, "partyImos", parties, Party::getImo);
    each(flat, "partyNames", parties, Party::getName);
    each(flat, "partyFlags", parties, Party::getFlag);
    each(flat, "partyShipTypes", parties, Party::getShipType);
    each(flat, "partyLengthsM", parties, Party::getLengthM);
    each(flat, "partyListedOn", parties, p -> String.join("|", p.getListedOn()));
    each(flat, "partyObservedBy", parties, p -> p.getObservedBy().name());
  }

  private static void reasons(ObjectNode flat, Alert a) {
    strings(flat, "signals", a.getSignals().stream().map(s -> s.getType()).toList());
    strings(flat, "evidenceFor", texts(a.getEvidence(), Direction.FOR));
    strings(flat, "evidenceAgainst", texts(a.getEvidence(), Direction.AGAINST));
    flat.put("coverage", a.getCoverage().name());
    flat.put("corroboration", a.getCorroboration().getStatus().name());
    strings(flat, "originators", a.getCorroboration().getOriginators());
    strings(flat, "disciplines", a.getCorroboration().getDisciplines());
    flat.put("profile", a.getRule().getProfile());
    flat.put("version", a.getRule().getVersion());
    List<String> parameters =
        new TreeMap<>(a.getRule().getParameters())
            .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    strings(flat, "parameters", parameters);
  }

  /** Such as {@code DISTANCE +0.50: Median distance 105 m, nearest 53 m.} */
  private static List<String> texts(List<Evidence> evidence, Direction direction) {
    return evidence.stream()
        .filter(e -> e.getDirection() == direction)
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    e.getWeight() == 0 ? "%s %.2f: %s" : "%s %+.2f: %s",
                    e.getCode(),
                    e.getWeight(),
                    e.getText()))
        .toList();
  }

  private static void put(ObjectNode flat, String key, @Nullable String value) {
    if (value != null) {
      flat.put(key, value);
    }
  }

  private static <T> void each(
      ObjectNode flat, String key, List<T> items, Function<T, @Nullable Object> particular) {
    ArrayNode array = flat.putArray(key);
    for (T item : items) {
      Object value = particular.apply(item);
      array.add(value == null ? "" : value.toString());
    }
  }

  private static void strings(ObjectNode flat, String key, List<String> values) {
    each(flat, key, values, value -> value);
  }
}
