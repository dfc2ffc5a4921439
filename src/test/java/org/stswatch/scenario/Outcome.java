package org.stswatch.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stswatch.alert.Alerts;
import org.stswatch.alert.Verdict;
import org.stswatch.detect.Claims;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.Evidence;
import org.stswatch.event.VoyageStatement;
import org.stswatch.support.Lab;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;

/**
 * What came out of a scenario.
 *
 * @param facts encounters that stand, by start
 * @param alerts the last revision of each, by start
 * @param history every revision of every alert, as published
 * @param against codes of what speaks against a standing alert, with weight, or silences a fact
 */
record Outcome(
    List<Encounter> facts,
    List<Alert> alerts,
    List<Alert> history,
    Set<String> against,
    Lab.Counts counts) {
  private static final ReferencePack PACK = ReferencePack.bundled();

  /** Of a run that has ended. */
  static Outcome of(Lab lab, Settings settings, List<VoyageStatement> statements) {
    List<Encounter> facts = Lab.standingFacts(lab.encounters());
    Map<String, Alert> latest = new TreeMap<>();
    List<Alert> history = List.copyOf(lab.alerts());
    history.forEach(a -> latest.put(a.getStart() + a.getAlertId(), a));
    List<Alert> alerts = List.copyOf(latest.values());
    Set<String> against = new TreeSet<>();
    standing(alerts)
        .flatMap(a -> a.getEvidence().stream())
        .filter(e -> e.getWeight() < 0)
        .forEach(e -> against.add(e.getCode()));
    facts.forEach(f -> against.addAll(silences(f, settings, statements)));
    return new Outcome(facts, alerts, history, against, lab.counts(lab.topics().rejects()));
  }

  Stream<Alert> standing() {
    return standing(alerts);
  }

  /** Codes of what speaks for a standing alert, with weight. */
  Set<String> speakingFor() {
    return standing()
        .flatMap(a -> a.getEvidence().stream())
        .filter(e -> e.getWeight() > 0)
        .map(Evidence::getCode)
        .collect(Collectors.toSet());
  }

  private static Stream<Alert> standing(List<Alert> alerts) {
    return alerts.stream().filter(a -> a.getStatus() != AlertStatus.RETRACTED);
  }

  /** Why a fact has no alert is told by its verdict alone. */
  private static List<String> silences(
      Encounter fact, Settings settings, List<VoyageStatement> statements) {
    Map<String, List<VoyageStatement>> stated = new HashMap<>();
    for (String vessel : List.of(fact.getVessel1(), fact.getVessel2())) {
      stated.put(vessel, statements.stream().filter(s -> s.getMmsi().equals(vessel)).toList());
    }
    Alerts alerts =
        new Alerts(
            settings.alert("test"), PACK.ports(), PACK.zones(), PACK.shore(), PACK.regulations());
    return alerts
        .judge(fact, new Claims(stated, List.of(), List.of(), List.of(), List.of()))
        .silencedBy()
        .stream()
        .map(Verdict.Silence::code)
        .toList();
  }

  /** The lines of the expected encounters. */
  String encounterLines() {
    return lines(facts.stream().map(Outcome::line));
  }

  /** The lines of the expected alerts. */
  String alertLines() {
    return lines(alerts.stream().map(Outcome::line));
  }

  private static ObjectNode line(Encounter e) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("vessel1", e.getVessel1())
        .put("vessel2", e.getVessel2())
        .put("start", e.getStart().toString())
        .put("end", e.getEnd().toString())
        .put("minDistanceM", e.getMinDistanceM())
        .put("medianDistanceM", e.getMedianDistanceM())
        .put("togetherMinutes", e.getTogetherMinutes())
        .put("silentMinutes", e.getSilentMinutes())
        .put("silentParty", e.getSilentParty().name())
        .put("contested", e.getContested());
  }

  private static ObjectNode line(Alert a) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("alertId", a.getAlertId())
            .put("type", a.getType())
            .put("severity", a.getSeverity().name())
            .put("status", a.getStatus().name())
            .put("start", a.getStart().toString())
            .put("end", a.getEnd().toString());
    ArrayNode parties = line.putArray("parties");
    a.getParties().forEach(p -> parties.add(p.getMmsi()));
    List<String> listedOn = a.getParties().stream().flatMap(p -> p.getListedOn().stream()).toList();
    if (!listedOn.isEmpty()) {
      listedOn.forEach(line.putArray("listedOn")::add);
    }
    return line;
  }

  private static String lines(Stream<ObjectNode> objects) {
    StringBuilder lines = new StringBuilder();
    objects.forEach(o -> lines.append(o).append('\n'));
    return lines.toString();
  }
}
