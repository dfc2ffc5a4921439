package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.alert.AlertSettings;
import org.stswatch.alert.Verdict;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.Evidence;
import org.stswatch.ops.NearMeeting.Lack;

/** Why a pair did or did not make an encounter, and an alert, around a time. */
final class Explanation {
  private final PairTrace trace;
  private final PairGates pair;
  private final Optional<Encounter> encounter;
  private final Optional<Verdict> verdict;
  private final List<Gate> gates;
  private final OutOfSight unseen;

  Explanation(PairTrace trace, Instant time) {
    this.trace = trace;
    this.pair = new PairGates(trace, time);
    this.encounter = pair.meeting().filter(m -> m.lacks() == Lack.NOTHING).map(NearMeeting::fact);
    this.verdict = encounter.map(trace::verdict);
    this.gates = new ArrayList<>(pair.all());
    this.unseen = new OutOfSight(trace, time);
    AlertSettings rules = trace.settings().alert(ProgramVersion.get());
    encounter.ifPresent(e -> gates.addAll(new AlertGates(e, verdict.orElseThrow(), rules).all()));
  }

  /** What came of it, and by which gate it ended. */
  String sentence() {
    if (encounter.isEmpty()) {
      return "No encounter: " + pair.lack() + ".";
    }
    Verdict v = verdict.orElseThrow();
    if (v.raised().isEmpty()) {
      return "An encounter, but no alert: " + v.reason();
    }
    Alert a = v.alert();
    String cleared = a.getStatus() == AlertStatus.CLEARED ? ", cleared by an authority" : "";
    return "An alert: %s, %s, score %s%s; every gate that counts was passed."
        .formatted(a.getType(), a.getSeverity(), Gate.shown(a.getScore()), cleared);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(sentence()).append('\n');
    unseen.sentences().forEach(sentence -> text.append(sentence).append('\n'));
    text.append(trace.pair().a() + " and " + trace.pair().b());
    text.append(", looked at from " + pair.from() + " to " + pair.to() + '\n');
    pair.meeting().ifPresent(m -> text.append(met(m)));
    text.append(elsewhere()).append('\n');
    TextTable table = new TextTable("gate", "value", "needed", "unit", "outcome");
    gates.forEach(gate -> gate.addTo(table));
    text.append(table);
    verdict.ifPresent(v -> text.append('\n').append(evidence(v)));
    return text.append(unseen).toString();
  }

  private String met(NearMeeting m) {
    String what = m.lacks() == Lack.NOTHING ? "Encounter" : "Nearest to an encounter";
    return what + " from " + m.fact().getStart() + " to " + m.fact().getEnd() + '\n';
  }

  private String elsewhere() {
    StringBuilder text = new StringBuilder();
    for (Encounter e : others()) {
      text.append("Another encounter from " + e.getStart() + " to " + e.getEnd() + '\n');
    }
    return text.toString();
  }

  private List<Encounter> others() {
    return trace.encounters().stream().filter(e -> !encounter.equals(Optional.of(e))).toList();
  }

  static String evidence(Verdict v) {
    return evidence(v, v.raised().isPresent());
  }

  /** The same where it is for others to say whether it is raised. */
  static String evidence(Verdict v, boolean raised) {
    Alert a = v.alert();
    TextTable table =
        new TextTable("evidence", "direction", "weight", "value", "threshold", "text");
    for (Evidence e : a.getEvidence()) {
      table.row(
          e.getCode(),
          e.getDirection().name(),
          Gate.shown(e.getWeight()),
          Gate.shown(e.getValue()),
          Gate.shown(e.getThreshold()),
          e.getText());
    }
    return table
        + "Score %s, severity %s, alertId %s%s%n"
            .formatted(
                Gate.shown(a.getScore()),
                a.getSeverity(),
                a.getAlertId(),
                raised ? "" : " (not raised)");
  }

  /** For machines. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("answer", sentence());
    json.put("vessel1", trace.pair().a()).put("vessel2", trace.pair().b());
    json.put("from", pair.from().toString()).put("to", pair.to().toString());
    json.put("lacks", pair.meeting().map(m -> m.lacks().name()).orElse("CONTACT"));
    ArrayNode table = json.putArray("gates");
    gates.forEach(gate -> table.add(gate.json()));
    pair.meeting().ifPresent(m -> json.set("meeting", EncounterJson.of(m.fact())));
    ArrayNode more = json.putArray("otherEncounters");
    others().forEach(e -> more.add(EncounterJson.of(e)));
    verdict.ifPresent(
        v -> {
          json.put("raised", v.raised().isPresent());
          ArrayNode silences = json.putArray("silencedBy");
          v.silencedBy()
              .forEach(s -> silences.addObject().put("code", s.code()).put("reason", s.reason()));
          json.set("alert", RecordJson.of(v.alert()));
        });
    json.set("outOfSight", unseen.json());
    return json;
  }
}
