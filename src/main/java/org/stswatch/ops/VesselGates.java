package org.stswatch.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.alert.Judged;
import org.stswatch.alert.Score;
import org.stswatch.alert.VesselAlerts;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.gap.Witnesses;
import org.stswatch.port.Port;
import org.stswatch.voyage.SlowHours;
import org.stswatch.voyage.Twins;

/** The gates between what one vessel did and an alert; the run's own verdict says which let it. */
final class VesselGates {
  /** Within what distance is for {@link Witnesses} to say. */
  static final String OTHERS_HEARD =
      "others heard within " + Math.round(Witnesses.WITHIN_M / 1000) + " km";

  private final Judged judged;
  private final VesselTrace trace;
  private final List<Gate> all = new ArrayList<>();

  VesselGates(Judged judged, VesselTrace trace) {
    this.judged = judged;
    this.trace = trace;
    SpecificRecord record = judged.fact().record();
    if (record instanceof Gap gap) {
      silence(gap);
    } else if (record instanceof Loitering loitering) {
      loitering(loitering);
    } else if (record instanceof PortCall call) {
      call(call);
    } else if (record instanceof TwinLocation twins) {
      twins(twins);
    } else if (record instanceof SeenBeside seen) {
      seen(seen);
    } else if (record instanceof Landfall) {
      Gate declared = Gate.atLeast("false destination declared", 0, 1, "statements");
      all.add(passed("NO_FALSE_DESTINATION") ? counted(declared, 1) : declared);
    }
    all.add(Gate.atMost("out of scope", passed("OUT_OF_SCOPE") ? 0 : 1, 0, "reasons"));
    Gate enough =
        Gate.atLeast(
            "score; needed without a link to the mission",
            judged.verdict().alert().getScore(),
            Score.from(VesselAlerts.UNLINKED_FROM),
            "log-odds");
    all.add(enough.decided(passed("WEAK")));
  }

  List<Gate> all() {
    return all;
  }

  /** The same with what was seen named by its id. */
  static String title(SpecificRecord record) {
    return record instanceof SeenBeside seen
        ? word(record) + " (" + seen.getDetection().getDetectionId() + ")"
        : word(record);
  }

  /** In a word, for people. */
  static String word(SpecificRecord record) {
    if (record instanceof Gap) {
      return "silence";
    } else if (record instanceof PortCall) {
      return "port call";
    } else if (record instanceof TwinLocation) {
      return "one MMSI at two places";
    } else if (record instanceof SeenBeside) {
      return "something seen beside it";
    }
    return record instanceof Landfall ? "landfall" : "loitering";
  }

  private void silence(Gap gap) {
    all.add(Gate.atLeast("silence", minutes(), gap.getThresholdMinutes(), "min"));
    Gate others = Gate.atLeast(OTHERS_HEARD, gap.getWitnesses(), Witnesses.LEAST, "ships");
    all.add(others.decided(passed("VOID") && passed("UNSCORED") && passed("UNKNOWN")));
    all.add(Gate.context("cadence", gap.getCadenceMinutes(), "min"));
    all.add(Gate.context("others that jumped", gap.getJumpers(), "ships"));
    all.add(Gate.context("distance to " + port(), portM(), "m"));
  }

  private void loitering(Loitering loitering) {
    all.add(Gate.atLeast("slow", minutes(), SlowHours.LOITERING_S / 60, "min"));
    all.add(Gate.below("mean speed", loitering.getSpeedKn(), SlowHours.SLOW_KN, "kn"));
    long farM = Math.round(VesselAlerts.LOITERING_FROM_SHORE_M);
    Integer shoreM = judged.verdict().alert().getContext().getDistanceToShoreM();
    Gate far = Gate.atLeast("distance to the shore; or in a zone", shoreM, farM, "m");
    all.add(far.decided(passed("NEAR_SHORE")));
  }

  private void call(PortCall call) {
    int role =
        trace.pack().ports().ofCode(call.getPort()).filter(Port::isOfMission).isPresent() ? 1 : 0;
    all.add(Gate.context("stopped", call.getStoppedMinutes(), "min"));
    all.add(Gate.context("confidence", call.getConfidence(), "of 4"));
    all.add(Gate.atLeast(call.getPort() + ": port of the mission", role, 1, "ports"));
    Gate told = Gate.atLeast("detectors that speak of the call", 0, 1, "detectors");
    all.add(passed("ORDINARY") ? counted(told, 1) : told);
  }

  private void twins(TwinLocation twins) {
    // of each of two tracks; the fact has those of all tracks together
    int fixes = 2 * Twins.FIXES;
    all.add(Gate.atLeast("fixes that contradict others", twins.getFixes(), fixes, "fixes"));
    all.add(Gate.above("apart", twins.getApartM(), Twins.APART_M, "m"));
    double neededKn = twins.getNeededKn();
    all.add(Gate.above("speed that one ship would need", neededKn, Twins.NEEDED_KN, "kn"));
    all.add(Gate.atLeast("contradicting for", minutes(), Twins.LEAST_MS / 60_000, "min"));
  }

  /** What was seen beside her, then which ship on AIS is it, then where. */
  private void seen(SeenBeside seen) {
    Instant at = judged.fact().start();
    trace.near(at, at).stream()
        .filter(near -> near.seen().getRef().equals(seen.getDetection().getRef()))
        .forEach(near -> all.addAll(DetectionGates.of(near)));
    all.addAll(DetectionGates.of(seen, trace.candidates(seen), passed("ON_AIS")));
    int leastM = trace.settings().alert(ProgramVersion.get()).portExclusionM();
    Gate port = Gate.atLeast("distance to " + port(), portM(), leastM, "m");
    all.add(leastM > 0 ? port.decided(passed("NEAR_PORT")) : port.asContext());
  }

  private static Gate counted(Gate gate, int value) {
    return Gate.atLeast(gate.name(), value, 1, gate.unit());
  }

  private long minutes() {
    return java.time.Duration.between(judged.fact().start(), judged.fact().end()).toMinutes();
  }

  private String port() {
    return String.valueOf(judged.verdict().alert().getContext().getNearestPort());
  }

  private @Nullable Integer portM() {
    return judged.verdict().alert().getContext().getDistanceToPortM();
  }

  /** Whether this code does not silence it. */
  private boolean passed(String code) {
    return judged.verdict().silencedBy().stream().noneMatch(s -> s.code().equals(code));
  }
}
