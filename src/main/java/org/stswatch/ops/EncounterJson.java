package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.stswatch.event.Encounter;

/** An encounter as a line of {@code encounters.jsonl}: a stable list of fields. */
final class EncounterJson {
  private EncounterJson() {}

  static ObjectNode of(Encounter e) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("vessel1", e.getVessel1())
        .put("vessel2", e.getVessel2())
        .put("start", e.getStart().toString())
        .put("end", e.getEnd().toString())
        .put("minDistanceM", e.getMinDistanceM())
        .put("medianDistanceM", e.getMedianDistanceM())
        .put("medianSpeedKn1", e.getMedianSpeedKn1())
        .put("medianSpeedKn2", e.getMedianSpeedKn2())
        .put("medianSpeedKn", e.getMedianSpeedKn())
        .put("togetherMinutes", e.getTogetherMinutes())
        .put("silentMinutes", e.getSilentMinutes())
        .put("silentParty", e.getSilentParty().name())
        .put("contested", e.getContested())
        .put("lat", e.getLat())
        .put("lon", e.getLon())
        .put("portDistanceM", e.getPortDistanceM())
        .put("status", e.getStatus().name())
        .put("nearestPort", e.getNearestPort())
        .put("crowd", e.getCrowd())
        .put("alongsideMinutes", e.getAlongsideMinutes())
        .put("encounterId", e.getEncounterId());
  }
}
