package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stswatch.alert.Fact;
import org.stswatch.alert.Judged;
import org.stswatch.alert.Verdict;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.PortCall;
import org.stswatch.event.SubjectKind;
import org.stswatch.gap.Near;
import org.stswatch.port.Port;

/** What one vessel did around a time, what came of it, and which links of chains there are. */
final class VesselExplanation {
  private final VesselTrace trace;
  private final Instant time;
  private final List<Judged> alone = new ArrayList<>();
  private final List<Encounter> encounters;
  private final List<Near> notBeside;

  VesselExplanation(VesselTrace trace, Instant time) {
    this.trace = trace;
    this.time = time;
    trace.alone().stream()
        .filter(j -> isNear(j.fact().start(), j.fact().end()))
        .forEach(alone::add);
    this.encounters =
        trace.encounters().stream().filter(e -> isNear(e.getStart(), e.getEnd())).toList();
    Instant from = time.minus(NearMeeting.REACH);
    this.notBeside =
        trace.near(from, time.plus(NearMeeting.REACH)).stream().filter(n -> !n.beside()).toList();
  }

  private boolean isNear(Instant start, Instant end) {
    return !start.isAfter(time.plus(NearMeeting.REACH))
        && !end.isBefore(time.minus(NearMeeting.REACH));
  }

  /** What came of each, a line each. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    alone.forEach(j -> all.add(sentence(j)));
    notBeside.forEach(near -> all.add(sentence(near)));
    encounters.forEach(e -> all.add(chain(e)));
    if (alone.isEmpty()) {
      all.add("No silence, loitering, port call or second place within 24 h; " + heard() + ".");
    }
    if (encounters.isEmpty()) {
      all.add("No chain: no encounter of " + trace.vessel() + " within 24 h.");
    }
    return all;
  }

  private static String sentence(Near near) {
    Gate failed = DetectionGates.of(near).stream().filter(Gate::failed).findFirst().orElseThrow();
    return DetectionGates.word(near) + ": nothing beside it, " + failed.told() + ".";
  }

  private String sentence(Judged j) {
    String what = VesselGates.title(j.fact().record()) + " from " + j.fact().start();
    return what + ": " + outcome(j);
  }

  private String outcome(Judged j) {
    Alert a = j.verdict().alert();
    String silence = silence(j);
    return silence.isEmpty()
        ? String.format(
            Locale.ROOT,
            "an alert, %s, %s, score %s.",
            a.getType(),
            a.getSeverity(),
            Gate.shown(a.getScore()))
        : "no alert: " + silence;
  }

  /** A call anywhere else is nothing by itself: its case has no such fact. */
  private String silence(Judged j) {
    boolean elsewhere =
        j.fact().record() instanceof PortCall call
            && trace.pack().ports().ofCode(call.getPort()).filter(Port::isOfMission).isEmpty();
    if (elsewhere) {
      return "ELSEWHERE: no port of the DPRK, nor of fuel or coal in the Far East.";
    }
    return j.verdict().raised().isPresent() && outranked(j)
        ? "OUTRANKED: a stronger fact has the same start."
        : j.verdict().reason();
  }

  private boolean outranked(Judged j) {
    return alone.stream()
        .anyMatch(
            o ->
                o != j
                    && o.fact().start().equals(j.fact().start())
                    && o.verdict().raised().isPresent()
                    && o.verdict().alert().getScore() > j.verdict().alert().getScore());
  }

  private String chain(Encounter e) {
    String met = e.getVessel1().equals(trace.vessel()) ? e.getVessel2() : e.getVessel1();
    String what = "encounter with " + met + " from " + e.getStart() + ": ";
    return trace.verdicts(e).stream()
        .filter(j -> j.verdict().alert().getSubjectKind() == SubjectKind.CHAIN)
        .findFirst()
        .map(j -> what + "a chain ends here, " + links(j.verdict()) + "; " + outcome(j))
        .orElseGet(
            () ->
                what
                    + "no chain ends here: "
                    + trace.missingLink(e).orElse("it is none that stands by itself")
                    + ".");
  }

  /** The meetings of a chain as its evidence tells them. */
  private static String links(Verdict chain) {
    return chain.alert().getEvidence().stream()
        .filter(e -> e.getCode().equals("CHAIN_HOPS") || e.getCode().equals("CHAIN_END"))
        .map(e -> e.getText().replaceFirst("\\.$", ""))
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  private String heard() {
    Gate longest = LongestSilence.gate("longest silence", trace.heardS(), time);
    return longest.value() == null ? "it was not heard then" : longest.told();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.join("\n", sentences())).append('\n');
    for (Judged j : alone) {
      Fact fact = j.fact();
      text.append('\n').append(VesselGates.title(fact.record()));
      text.append(" from " + fact.start() + " to " + fact.end() + '\n');
      text.append(table(new VesselGates(j, trace).all()));
      text.append(Explanation.evidence(j.verdict()));
    }
    for (Near near : notBeside) {
      text.append('\n').append(DetectionGates.word(near)).append('\n');
      text.append(table(DetectionGates.of(near)));
    }
    return text.toString();
  }

  private static TextTable table(List<Gate> gates) {
    TextTable table = new TextTable("gate", "value", "needed", "unit", "outcome");
    gates.forEach(gate -> gate.addTo(table));
    return table;
  }

  /** For machines. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("vessel", trace.vessel()).put("at", time.toString());
    sentences().forEach(json.putArray("answers")::add);
    ArrayNode facts = json.putArray("facts");
    for (Judged j : alone) {
      ObjectNode fact = facts.addObject().put("kind", VesselGates.word(j.fact().record()));
      fact.put("start", j.fact().start().toString()).put("end", j.fact().end().toString());
      fact.put("raised", silence(j).isEmpty());
      ArrayNode silences = fact.putArray("silencedBy");
      j.verdict()
          .silencedBy()
          .forEach(s -> silences.addObject().put("code", s.code()).put("reason", s.reason()));
      ArrayNode gates = fact.putArray("gates");
      new VesselGates(j, trace).all().forEach(gate -> gates.add(gate.json()));
      fact.set("alert", RecordJson.of(j.verdict().alert()));
    }
    ArrayNode seen = json.putArray("notBeside");
    notBeside.forEach(near -> seen.add(DetectionGates.json(near)));
    ArrayNode met = json.putArray("encounters");
    encounters.forEach(e -> met.add(EncounterJson.of(e)));
    return json;
  }
}
