package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.alert.AlertSettings;
import org.stswatch.alert.Judged;
import org.stswatch.dark.Possibility;
import org.stswatch.dark.Possibility.AtStop;
import org.stswatch.event.Alert;
import org.stswatch.event.Gap;
import org.stswatch.event.state.DarkKind;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Waters;

/** Whether a pair may have met out of sight around a time, what came of it, or why not. */
final class OutOfSight {
  private final List<Way> ways = new ArrayList<>();

  /**
   * One way in which they may have met.
   *
   * @param fact the meeting with what comes of it; null where it was none
   * @param silence why there is no alert; empty where there is one
   */
  private record Way(Instant start, List<Gate> gates, @Nullable Judged fact, String silence) {
    boolean raised() {
      return fact != null && silence.isEmpty();
    }

    String sentence() {
      if (fact == null) {
        return "No meeting out of sight: " + firstFailed().map(Gate::told).orElse("") + ".";
      } else if (!silence.isEmpty()) {
        return "A meeting out of sight was possible, but no alert: "
            + silence
            + firstFailed().map(gate -> " (" + gate.told() + ")").orElse("");
      }
      Alert a = fact.verdict().alert();
      return "A meeting out of sight was possible: an alert, %s, %s, score %s."
          .formatted(a.getType(), a.getSeverity(), Gate.shown(a.getScore()));
    }

    private Optional<Gate> firstFailed() {
      return gates.stream().filter(Gate::failed).findFirst();
    }

    /** How many gates that decide were left when one failed: of one silence there are fewer. */
    private long left() {
      int first = firstFailed().map(gates::indexOf).orElse(gates.size());
      return gates.stream().skip(first).filter(g -> g.threshold() != null).count();
    }
  }

  OutOfSight(PairTrace trace, Instant time) {
    Instant from = time.minus(NearMeeting.REACH);
    Instant to = time.plus(NearMeeting.REACH);
    List<Judged> judged = trace.verdicts();
    AlertSettings rules = trace.settings().alert(ProgramVersion.get());
    List<Way> none = new ArrayList<>();
    for (Possibility p : trace.possibilities().of(trace.pair().a(), trace.pair().b(), from, to)) {
      Optional<Judged> fact = judged.stream().filter(j -> isOf(j, p)).findFirst();
      fact.ifPresentOrElse(
          j -> ways.add(way(p, j, judged, rules)),
          () -> none.add(new Way(start(p), DarkGates.of(p), null, "")));
    }
    ways.sort(Comparator.comparing(Way::start));
    if (ways.isEmpty()) {
      ways.add(nearest(none, time).orElseGet(() -> nobodySilent(trace, time)));
    }
  }

  private static Way way(Possibility p, Judged j, List<Judged> all, AlertSettings rules) {
    String silence = j.silence(all);
    List<Gate> gates = new ArrayList<>(DarkGates.of(p));
    DarkMeeting fact = (DarkMeeting) j.fact().record();
    boolean covered = !silence.isEmpty() && j.verdict().silencedBy().isEmpty();
    gates.addAll(new DarkAlertGates(fact, j.verdict(), covered, rules).all());
    return new Way(j.fact().start(), gates, j, silence);
  }

  /** The one that came farthest; of several the nearest in time. */
  private static Optional<Way> nearest(List<Way> none, Instant time) {
    return none.stream()
        .min(
            Comparator.comparingLong(Way::left)
                .thenComparing(w -> Duration.between(w.start(), time).abs()));
  }

  private static Way nobodySilent(PairTrace trace, Instant time) {
    List<Gate> gates = new ArrayList<>();
    for (String vessel : List.of(trace.pair().a(), trace.pair().b())) {
      var heardS = trace.fixes(vessel).navigableKeySet();
      gates.add(LongestSilence.gate("longest silence of " + vessel, heardS, time));
    }
    if (gates.stream().noneMatch(Gate::failed)) {
      gates.add(0, Gate.atLeast("fixes of either", 0, 1, "fixes"));
    }
    return new Way(time, gates, null, "");
  }

  private static Instant start(Possibility p) {
    return p.silences().stream().map(Gap::getStart).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static boolean isOf(Judged j, Possibility p) {
    if (!(j.fact().record() instanceof DarkMeeting m)
        || !ids(m.getGaps()).equals(ids(p.silences()))) {
      return false;
    }
    Stop stop = m.getStop();
    return p instanceof AtStop at
        ? stop != null && at.stop() != null && waters(stop).equals(waters(at.stop()))
        : m.getKind() == DarkKind.BOTH_SILENT;
  }

  private static List<String> ids(List<Gap> gaps) {
    return gaps.stream().map(Gap::getGapId).toList();
  }

  private static String waters(Stop stop) {
    return Waters.of(stop.getLat(), stop.getLon());
  }

  /** What came of each, a line each. */
  List<String> sentences() {
    return ways.stream().map(Way::sentence).toList();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Way way : ways) {
      text.append("\nOut of sight, from " + way.start() + '\n');
      TextTable table = new TextTable("gate", "value", "needed", "unit", "outcome");
      way.gates().forEach(gate -> gate.addTo(table));
      text.append(table);
      if (way.fact() != null) {
        text.append(Explanation.evidence(way.fact().verdict(), way.raised()));
      }
    }
    return text.toString();
  }

  /** For machines. */
  ArrayNode json() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Way way : ways) {
      ObjectNode one = json.addObject().put("answer", way.sentence());
      one.put("start", way.start().toString()).put("possible", way.fact() != null);
      one.put("raised", way.raised());
      way.gates().forEach(gate -> one.withArray("gates").add(gate.json()));
      if (way.fact() != null) {
        one.set("alert", RecordJson.of(way.fact().verdict().alert()));
      }
    }
    return json;
  }
}
